import { lowerBound } from "../../util/binary-search.js";

/**
 * The longest run of places that ascend, not necessarily side by side: the fewest entries have then
 * moved. Patience sorting, as in "A note on patience sorting" (Fredman, 1975).
 *
 * @param places - where each entry stood before, all different
 * @returns the entries, by their positions in `places`
 */
export function longestAscent(places: readonly number[]): readonly number[] {
  /** For each length, the lowest place that a run of it can end in, and that place's position. */
  const lowest: number[] = [];
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, place] of places.entries()) {
    const before = lowerBound(lowest, place);
    previous.push(ends[before - 1]);
    lowest[before] = place;
    ends[before] = at;
  }
  const run: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.push(at);
  return run.reverse();
}
