import type { Tree } from "../../conditions/tree.js";
import type { IntegrationLike } from "../../integration.js";
import type { Compared, Comparison } from "./comparison.js";

/** A rule before and a rule after, between which a context could change over. */
export interface Pair<T extends IntegrationLike> {
  readonly before: number;
  readonly after: number;
  /** The identities of the changed records of the two, one at least. */
  readonly changed: readonly string[];
  /** What such a context must pass, since a counterpart would else decide first. */
  readonly also: readonly Tree[];
  readonly rules: readonly [Compared<T>, Compared<T>];
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
      const also = [...lostBefore(one, to), ...lostBefore(other, from)];
      if (also.some(({ kind }) => kind === "constant")) continue;
      const changed = [one, other].filter(({ isChanged }) => isChanged);
      yield {
        before: from,
        after: to,
        changed: changed.map(({ identity }) => identity),
        also,
        rules: [one, other],
      };
    }
  }
}

/** A rule whose counterpart stands before the other of the pair must not pass there. */
function lostBefore<T extends IntegrationLike>(
  { counterpart, lost }: Compared<T>,
  place: number,
): readonly Tree[] {
  return counterpart !== undefined && counterpart < place ? [lost] : [];
}
