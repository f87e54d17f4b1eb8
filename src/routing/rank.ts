import type { IntegrationLike } from "../integration.js";
import type { Candidate } from "./candidate.js";
import { defaultRankOf } from "./defaults.js";
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
  const { identifier, policy } = query;
  const matches: Candidate<T>[] = [];
  const preferred: Candidate<T>[] = [];
  const spares: Candidate<T>[] = [];
  for (const candidate of ordered) {
    if (!isInScope(candidate, query)) continue;
    if (identifier !== undefined) {
      if (candidate.identifier === identifier) matches.push(candidate);
      continue;
    }
    const { conditions } = candidate;
    if (conditions.kind === "conditional") {
      if (query.meets(conditions)) matches.push(candidate);
    } else if (conditions.kind === "unconditional") {
      const rank = defaultRankOf(candidate, query);
      if (rank === 0) preferred.push(candidate);
      if (rank === 1) spares.push(candidate);
    } else if (policy.onInvalid === "block") {
      return matches;
    }
  }
  return [...matches, ...preferred, ...spares];
}
