import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Query } from "./query.js";
import { isInScope } from "./scope.js";

/**
 * Ranks what a query could select: each is what would be selected if those before it were not in
 * the list.
 *
 * @param ordered - the candidates, first in order first
 */
export function rankCandidates<T extends IntegrationLike>(
  ordered: readonly Candidate<T>[],
  query: Query<T>,
): Candidate<T>[] {
  const { identifier } = query;
  const { selection, onInvalid } = query.policy;
  if (identifier !== undefined) {
    return selection
      .inNamedOrder(ordered)
      .filter((candidate) => candidate.identifier === identifier && isInScope(candidate, query));
  }
  const matches: Candidate<T>[] = [];
  const preferred: Candidate<T>[] = [];
  const spares: Candidate<T>[] = [];
  for (const candidate of ordered) {
    if (!isInScope(candidate, query)) continue;
    const { conditions } = candidate;
    if (conditions.kind === "conditional" && query.meets(conditions)) {
      matches.push(candidate);
      continue;
    }
    if (conditions.kind === "invalid" && onInvalid === "block") return matches;
    const rank = selection.defaultRankOf(candidate, query);
    if (rank === 0) preferred.push(candidate);
    if (rank === 1) spares.push(candidate);
  }
  for (const defaults of [preferred, spares]) defaults.sort(selection.compareDefaults);
  return [...matches, ...preferred, ...spares];
}
