import { lowerBound } from "../../util/binary-search.js";

/**
 * The longest run of positions that ascend, not necessarily side by side: the fewest entries have then
 * moved. Patience sorting, as in "A note on patience sorting" (Fredman, 1975).
 *
 * @param positions - where each entry stood before, all different
 * @returns the entries, by where they stand now
 */
export function longestAscent(positions: readonly number[]): readonly number[] {
  /** For each length, the lowest position that a run of it can end in, and where that stands now. */
  const lowest: number[] = [];
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, position] of positions.entries()) {
    const before = lowerBound(lowest, position);
    previous.push(ends[before - 1]);
    lowest[before] = position;
    ends[before] = at;
  }
  const run: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.push(at);
  return run.reverse();
}
