import type { IntegrationLike } from "../integration.js";
import type { Candidate } from "./candidate.js";
import type { ScopePolicy } from "./options.js";
import type { Scope } from "./scope.js";

/** How many different tenants a list holds; records without an id count as one more. */
export interface Tenancy {
  readonly organizations: number;
  readonly environments: number;
}

/** Counts the tenants of a list, whatever state its records are in. */
export function countTenants<T extends IntegrationLike>(
  candidates: readonly Candidate<T>[],
): Tenancy {
  return {
    organizations: new Set(candidates.map(({ organizationId }) => organizationId)).size,
    environments: new Set(candidates.map(({ environmentId }) => environmentId)).size,
  };
}

/**
 * Refuses to choose among the integrations of several tenants for a context that names none: one
 * tenant's message must not leave through another's credentials because a worker forgot a key.
 *
 * @throws TypeError naming the key that is missing
 */
export function requireTenant(scope: Scope, tenancy: () => Tenancy, policy: ScopePolicy): void {
  const isComplete = scope.organizationId !== undefined && scope.environmentId !== undefined;
  if (policy === "open" || isComplete) return;
  const { organizations, environments } = tenancy();
  if (scope.organizationId === undefined && organizations > 1) {
    throw missingKey("organizationId", `${organizations} organizations`);
  }
  if (scope.environmentId === undefined && environments > 1) {
    throw missingKey("environmentId", `${environments} environments`);
  }
}

function missingKey(key: string, tenants: string): TypeError {
  return new TypeError(
    `${key}: found nothing; expected one, since the list holds records of ${tenants} (the option scope: "open" lifts this)`,
  );
}
