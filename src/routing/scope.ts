import { describe } from "../conditions/describe.js";
import type { SelectionContext } from "../context.js";
import type { IntegrationLike } from "../integration.js";
import { isAbsent, isObject } from "../values/kinds.js";
import type { Candidate } from "./candidate.js";
import type { Policy } from "./options.js";

/** What of a context scopes the choice; `undefined` where a key is not given. */
export interface Scope {
  readonly channel: string | undefined;
  /** `undefined` where any kind will do. */
  readonly kind: string | undefined;
  readonly identifier: string | undefined;
  readonly integrationId: string | undefined;
  readonly providerId: string | undefined;
  readonly environmentId: string | undefined;
  readonly organizationId: string | undefined;
}

/** Why a record is out of scope. */
export type ScopeMiss =
  | "inactive"
  | "deleted"
  | "other-kind"
  | "other-channel"
  | "other-environment"
  | "other-organization"
  | "other-provider"
  | "other-id";

/**
 * Reads the scope of a context.
 *
 * @throws TypeError where the channel is needed and not given
 */
export function readScope(context: SelectionContext): Scope {
  if (!isObject(context)) {
    throw new TypeError(`context: found ${describe(context)}; expected an object`);
  }
  const { channel, kind, identifier, integrationId, providerId } = context;
  const isNamed = !isAbsent(identifier) || !isAbsent(integrationId);
  if (isAbsent(channel) && !isNamed && kind !== "agent") {
    throw new TypeError(
      "channel: found nothing; expected a channel, unless identifier or integrationId is given or kind is agent",
    );
  }
  return {
    channel: channel ?? undefined,
    kind: kind ?? (isNamed ? undefined : "delivery"),
    identifier: identifier ?? undefined,
    integrationId: textOf(integrationId),
    providerId: providerId ?? undefined,
    environmentId: textOf(context.environmentId),
    organizationId: textOf(context.organizationId),
  };
}

function textOf(id: unknown): string | undefined {
  return isAbsent(id) ? undefined : String(id);
}

/** The first thing that keeps a record out of scope; `undefined` where nothing does. */
export function scopeMissOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  scope: Scope,
): ScopeMiss | undefined {
  if (!candidate.active) return "inactive";
  if (candidate.deleted) return "deleted";
  if (differs(candidate.kind, scope.kind)) return "other-kind";
  if (candidate.kind !== "agent" && differs(candidate.channel, scope.channel)) {
    return "other-channel";
  }
  if (differs(candidate.environmentId, scope.environmentId)) return "other-environment";
  if (differs(candidate.organizationId, scope.organizationId)) return "other-organization";
  if (differs(candidate.providerId, scope.providerId)) return "other-provider";
  if (differs(candidate.id, scope.integrationId)) return "other-id";
  return undefined;
}

function differs(own: unknown, wanted: string | undefined): boolean {
  return wanted !== undefined && own !== wanted;
}

/** Whether a record takes part: it is in scope and the caller does not exclude it. */
export function isInScope<T extends IntegrationLike>(
  candidate: Candidate<T>,
  scope: Scope,
  { exclude }: Policy<T>,
): boolean {
  return scopeMissOf(candidate, scope) === undefined && exclude?.(candidate.integration) !== true;
}
