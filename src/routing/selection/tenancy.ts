import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Query } from "./query.js";

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

/** Whether a query needs to know of the tenants: it leaves one open, and may not. */
export function needsTenancy<T extends IntegrationLike>(query: Query<T>): boolean {
  const isComplete = query.organizationId !== undefined && query.environmentId !== undefined;
  return !isComplete && query.policy.scope === "strict";
}

/**
 * Refuses to choose among the integrations of several tenants for a context that names none: one
 * tenant's message must not leave through another's credentials because a worker forgot a key.
 *
 * @throws TypeError naming the key that is missing
 */
export function requireTenant<T extends IntegrationLike>(
  query: Query<T>,
  { organizations, environments }: Tenancy,
): void {
  if (query.organizationId === undefined && organizations > 1) {
    throw missingKey("organizationId", `${organizations} organizations`);
  }
  if (query.environmentId === undefined && environments > 1) {
    throw missingKey("environmentId", `${environments} environments`);
  }
}

function missingKey(key: string, tenants: string): TypeError {
  return new TypeError(
    `${key}: found nothing; expected one, since the list holds records of ${tenants} (the option scope: "open" lifts this)`,
  );
}
