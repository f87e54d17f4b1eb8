import type { IntegrationLike } from "../integration.js";
import type { Candidate } from "./candidate.js";
import { defaultRankOf } from "./defaults.js";
import type { Query } from "./query.js";
import { isInScope } from "./scope.js";

/** The step that selected an integration. */
export type SelectedReason = "identifier" | "targeting-match" | "default";

/** Why nothing was selected: an invalid integration ended the search, or there was nothing. */
export type UnselectedReason = "blocked" | "none";

/** Why an integration was selected, or none. */
export type Reason = SelectedReason | UnselectedReason;

/** The selected integration and why, or why there is none. */
export type Resolution<T> =
  | { readonly integration: T; readonly reason: SelectedReason }
  | { readonly integration: undefined; readonly reason: UnselectedReason };

/** Which candidate a query selects, and why. */
export type Found<T extends IntegrationLike> =
  | { readonly candidate: Candidate<T>; readonly reason: SelectedReason }
  | { readonly candidate: undefined; readonly reason: UnselectedReason };

/** Puts the caller's own record in the place of the candidate. */
export function toResolution<T extends IntegrationLike>(found: Found<T>): Resolution<T> {
  return found.candidate === undefined
    ? { integration: undefined, reason: found.reason }
    : { integration: found.candidate.integration, reason: found.reason };
}

const NONE = { candidate: undefined, reason: "none" } as const;
const BLOCKED = { candidate: undefined, reason: "blocked" } as const;

/**
 * Finds what a query selects.
 *
 * @param ordered - the candidates, first in order first
 */
export function findSelected<T extends IntegrationLike>(
  ordered: readonly Candidate<T>[],
  query: Query<T>,
): Found<T> {
  return query.scope.identifier === undefined
    ? findByConditions(ordered, query)
    : findByIdentifier(ordered, query);
}

function findByIdentifier<T extends IntegrationLike>(
  ordered: readonly Candidate<T>[],
  { scope, policy }: Query<T>,
): Found<T> {
  for (const candidate of ordered) {
    if (candidate.identifier === scope.identifier && isInScope(candidate, scope, policy)) {
      return { candidate, reason: "identifier" };
    }
  }
  return NONE;
}

function findByConditions<T extends IntegrationLike>(
  ordered: readonly Candidate<T>[],
  query: Query<T>,
): Found<T> {
  const { context, scope, policy } = query;
  let preferred: Candidate<T> | undefined;
  let spare: Candidate<T> | undefined;
  for (const candidate of ordered) {
    if (!isInScope(candidate, scope, policy)) continue;
    const { conditions } = candidate;
    if (conditions.kind === "conditional") {
      if (conditions.passes(context)) return { candidate, reason: "targeting-match" };
    } else if (conditions.kind === "unconditional") {
      const rank = defaultRankOf(candidate, query);
      if (rank === 0) preferred ??= candidate;
      if (rank === 1) spare ??= candidate;
    } else if (policy.onInvalid === "block") {
      return BLOCKED;
    }
  }
  const candidate = preferred ?? spare;
  return candidate === undefined ? NONE : { candidate, reason: "default" };
}
