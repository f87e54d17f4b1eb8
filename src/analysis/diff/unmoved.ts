/**
 * The longest run of places that ascend, not necessarily side by side: the fewest entries have then
 * moved. Patience sorting, as in "A note on patience sorting" (Fredman, 1975).
 *
 * @param places - where each entry stood before, all different
 * @returns the entries, by their positions in `places`
 */
export function longestAscent(places: readonly number[]): readonly number[] {
  /** For each length, the position of the lowest place that a run of it can end in. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, place] of places.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[ends[middle] ?? at] ?? place) < place) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = at;
  }
  const run: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.push(at);
  return run.reverse();
}
