import { numberAt } from "../../util/number-at.js";
import type { BitmapFilter } from "./bitmap-filter.js";

/** Stands behind every position. */
const END = 0x7fffffff;

const ALL = -1;

/**
 * Runs through one ascending list of positions, or through those of its places that every one of
 * some bitmaps has set.
 */
class Cursor {
  /** The position that it stands at; {@link END} where there is none left. */
  head = END;
  #positions: Int32Array = new Int32Array(0);
  #next = 0;
  #end = 0;
  readonly #bitmaps: Int32Array[] = [];
  #bitmapCount = 0;
  #start = 0;
  #wordIndex = 0;
  #word = 0;

  open(
    positions: Int32Array,
    start: number,
    end: number,
    filter: BitmapFilter | undefined,
    context: object,
  ): void {
    this.#positions = positions;
    this.#bitmapCount = filter?.collect(context, this.#bitmaps) ?? 0;
    this.#start = start;
    this.#next = start;
    this.#end = end;
    this.#wordIndex = -1;
    this.#word = 0;
    this.advance();
  }

  advance(): void {
    if (this.#bitmapCount > 0) this.#advanceInBitmaps();
    else this.head = this.#next < this.#end ? numberAt(this.#positions, this.#next++) : END;
  }

  #advanceInBitmaps(): void {
    const words = (this.#end - this.#start + 31) >> 5;
    while (this.#word === 0) {
      if (++this.#wordIndex >= words) {
        this.head = END;
        return;
      }
      let word = ALL;
      for (let index = 0; index < this.#bitmapCount; index++) {
        word &= this.#bitmaps[index]?.[this.#wordIndex] ?? 0;
      }
      this.#word = word;
    }
    const lowest = this.#word & -this.#word;
    this.#word ^= lowest;
    const place = (this.#wordIndex << 5) + 31 - Math.clz32(lowest);
    this.head = numberAt(this.#positions, this.#start + place);
  }
}

/**
 * Merges ascending lists of positions into one, each position once, reading no further than it is
 * asked to. It is made once and opened for every query, so that a query allocates nothing.
 */
export class Merge {
  readonly #cursors: Cursor[] = [];
  #open = 0;

  /** Closes every list. */
  reset(): void {
    this.#open = 0;
  }

  /**
   * Opens one more list: `positions` from `start` up to and without `end`, in ascending order.
   *
   * @param filter - where there is one, only the places that it lets the context through
   */
  add(
    positions: Int32Array,
    start: number,
    end: number,
    filter: BitmapFilter | undefined,
    context: object,
  ): void {
    let cursor = this.#cursors[this.#open];
    if (cursor === undefined) {
      cursor = new Cursor();
      this.#cursors.push(cursor);
    }
    cursor.open(positions, start, end, filter, context);
    this.#open++;
  }

  /** The next position; -1 where there is none left. */
  next(): number {
    let lowest = END;
    for (let index = 0; index < this.#open; index++) {
      const head = this.#cursors[index]?.head ?? END;
      if (head < lowest) lowest = head;
    }
    if (lowest === END) return -1;
    for (let index = 0; index < this.#open; index++) {
      const cursor = this.#cursors[index];
      if (cursor?.head === lowest) cursor.advance();
    }
    return lowest;
  }
}
