import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Query } from "./query.js";
import { isInScope } from "./scope.js";
import type { Compare } from "./selection-policy.js";

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

/** Puts the caller's own record in the place of the candidate, and the reason beside it. */
export function toResolution<T extends IntegrationLike>(
  selected: Candidate<T> | undefined,
  query: Query<T>,
  isBlocked: () => boolean,
): Resolution<T> {
  return selected === undefined
    ? { integration: undefined, reason: isBlocked() ? "blocked" : "none" }
    : { integration: selected.integration, reason: reasonOf(selected, query) };
}

/** The step that selected a candidate. */
function reasonOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  query: Query<T>,
): SelectedReason {
  if (query.identifier !== undefined) return "identifier";
  return query.policy.selection.isMatch(candidate, query) ? "targeting-match" : "default";
}

/**
 * Finds what a query selects.
 *
 * @param ordered - the candidates, first in order first
 */
export function findSelected<T extends IntegrationLike>(
  ordered: readonly Candidate<T>[],
  query: Query<T>,
): Candidate<T> | undefined {
  const { selection, onInvalid } = query.policy;
  if (query.identifier !== undefined) {
    return selection
      .inNamedOrder(ordered)
      .find(
        (candidate) => candidate.identifier === query.identifier && isInScope(candidate, query),
      );
  }
  let preferred: Candidate<T> | undefined;
  let spare: Candidate<T> | undefined;
  for (const candidate of ordered) {
    if (!isInScope(candidate, query)) continue;
    const { conditions } = candidate;
    if (conditions.kind === "conditional" && query.meets(conditions)) return candidate;
    if (conditions.kind === "invalid" && onInvalid === "block") return undefined;
    const rank = selection.defaultRankOf(candidate, query);
    if (rank === 0) preferred = firstOf(preferred, candidate, selection.compareDefaults);
    if (rank === 1) spare = firstOf(spare, candidate, selection.compareDefaults);
  }
  return preferred ?? spare;
}

function firstOf<T extends IntegrationLike>(
  found: Candidate<T> | undefined,
  candidate: Candidate<T>,
  compare: Compare,
): Candidate<T> {
  return found === undefined || compare(candidate, found) < 0 ? candidate : found;
}

/** The candidate that ends the search for matches and defaults, where one does. */
export function findBlocking<T extends IntegrationLike>(
  ordered: readonly Candidate<T>[],
  query: Query<T>,
): Candidate<T> | undefined {
  return canBlock(query)
    ? ordered.find(
        (candidate) => isInScope(candidate, query) && candidate.conditions.kind === "invalid",
      )
    : undefined;
}

/** Whether an invalid integration would end the search. */
export function canBlock<T>({ policy, identifier }: Query<T>): boolean {
  return policy.onInvalid === "block" && identifier === undefined;
}
