import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";

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
