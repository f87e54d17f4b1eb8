import { numberAt } from "../../util/number-at.js";
import type { BitmapFilter } from "./bitmap-filter.js";
import type { Merge } from "./merge.js";

/** Lists shorter than this are walked as they are. */
const SHORT = 32;

/** Makes the filter of a list, where one helps. */
export type MakeFilter = (positions: Int32Array) => BitmapFilter | undefined;

/** Collects positions under the numbers of their lists, in ascending order of position. */
export class PostingsBuilder {
  readonly #lists: number[] = [];
  readonly #positions: number[] = [];
  /** The last position in each list: an integration that requires one thing twice is in it once. */
  readonly #last: number[] = [];

  add(list: number, position: number): void {
    if (this.#last[list] === position) return;
    this.#last[list] = position;
    this.#lists.push(list);
    this.#positions.push(position);
  }

  get isEmpty(): boolean {
    return this.#lists.length === 0;
  }

  /** @param count - how many lists there are, counted from 0 */
  build(count: number, makeFilter: MakeFilter): Postings {
    const starts = new Int32Array(count + 1);
    for (const list of this.#lists) starts[list + 1] = numberAt(starts, list + 1) + 1;
    for (let list = 0; list < count; list++) {
      starts[list + 1] = numberAt(starts, list + 1) + numberAt(starts, list);
    }
    const ends = starts.slice(0, count);
    const positions = new Int32Array(this.#positions.length);
    for (const [index, list] of this.#lists.entries()) {
      const place = numberAt(ends, list);
      positions[place] = numberAt(this.#positions, index);
      ends[list] = place + 1;
    }
    return new Postings(starts, positions, makeFilter);
  }
}

/**
 * Posting lists: for each of many keys the positions that stand under it, in one array, with a
 * filter for the long ones.
 */
export class Postings {
  readonly #starts: Int32Array;
  readonly #positions: Int32Array;
  readonly #filters = new Map<number, BitmapFilter>();

  constructor(starts: Int32Array, positions: Int32Array, makeFilter: MakeFilter) {
    this.#starts = starts;
    this.#positions = positions;
    for (let list = 0; list + 1 < starts.length; list++) {
      const start = numberAt(starts, list);
      const end = numberAt(starts, list + 1);
      if (end - start < SHORT) continue;
      const filter = makeFilter(positions.subarray(start, end));
      if (filter !== undefined) this.#filters.set(list, filter);
    }
  }

  /** Whether a list has a filter. */
  isFiltered(list: number): boolean {
    return this.#filters.has(list);
  }

  /** Opens a list in a merge, as far as its filter lets the context through. */
  open(list: number, context: object, merge: Merge): void {
    const start = numberAt(this.#starts, list);
    const end = numberAt(this.#starts, list + 1);
    if (end > start) merge.add(this.#positions, start, end, this.#filters.get(list), context);
  }
}
