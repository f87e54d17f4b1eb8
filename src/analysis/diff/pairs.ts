import type { IntegrationLike } from "../../integration.js";
import type { Compared, Comparison } from "./comparison.js";

/** One of the two rules that a context would change over between. */
export interface Side<T extends IntegrationLike> {
  readonly compared: Compared<T>;
  /** Where the rule stands in its list. */
  readonly position: number;
  /** Whether its counterpart stands before the other rule there, and so must not pass. */
  readonly isLost: boolean;
}

/** A rule before and a rule after, between which a context could change over. */
export interface Pair<T extends IntegrationLike> {
  readonly before: Side<T>;
  readonly after: Side<T>;
}

/**
 * Every pair between which a context could change over. One of the two must be changed: of two that
 * are not, the same comes first in both lists.
 */
export function* pairsOf<T extends IntegrationLike>({
  before,
  after,
}: Comparison<T>): Iterable<Pair<T>> {
  const changedAfter = [...after.entries()].filter(([, { isChanged }]) => isChanged);
  for (const [from, one] of before.entries()) {
    for (const [to, other] of one.isChanged ? after.entries() : changedAfter) {
      if (one.identity === other.identity) continue;
      const pair = { before: sideOf(one, from, to), after: sideOf(other, to, from) };
      if (isPossible(pair.before) && isPossible(pair.after)) yield pair;
    }
  }
}

function sideOf<T extends IntegrationLike>(
  compared: Compared<T>,
  position: number,
  otherPosition: number,
): Side<T> {
  const { counterpart } = compared;
  return { compared, position, isLost: counterpart !== undefined && counterpart < otherPosition };
}

/** What passes in one list alone, where the same passes in both, is nothing. */
function isPossible<T extends IntegrationLike>({ compared, isLost }: Side<T>): boolean {
  const { lost } = compared;
  return !isLost || lost.kind !== "constant" || lost.value;
}
