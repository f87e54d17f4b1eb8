import type { ValuesAccess } from "../../operators/access.js";
import type { Comparable } from "../../values/domain.js";
import { isList } from "../../values/kinds.js";
import type { Conjunction } from "./conjunctions.js";
import type { Dimension } from "./dimension.js";
import { getOrMake } from "./get-or-make.js";
import { keyOfValue, keysOfLiterals } from "./value-keys.js";

/** A bitmap for each of more keys would take more memory than it saves time. */
const MOST_KEYS = 256;
/** A filter that lets more than this share through is slower than trying them all. */
const HIGHEST_DENSITY = 0.5;
const MOST_DIMENSIONS = 4;

/** Which places of a list one dimension lets through, for each key that its literals have. */
interface DimensionBitmaps {
  readonly dimension: Dimension;
  readonly type: ValuesAccess["type"];
  readonly byKey: ReadonlyMap<Comparable, Int32Array>;
  /** For every other value: the places that require nothing. */
  readonly otherwise: Int32Array;
}

/**
 * Bitmaps over a list of positions, one for each value of the fields that have few: ANDed, they
 * leave the places that can pass at all. See "Bitmap Index Design and Evaluation", Chan and
 * Ioannidis, SIGMOD 1998.
 */
export class BitmapFilter {
  readonly #dimensions: readonly DimensionBitmaps[];

  constructor(dimensions: readonly DimensionBitmaps[]) {
    this.#dimensions = dimensions;
  }

  /**
   * Collects the bitmaps that a context has to pass.
   *
   * @param into - is overwritten from its beginning
   * @returns how many there are
   */
  collect(context: object, into: Int32Array[]): number {
    let count = 0;
    for (const { dimension, type, byKey, otherwise } of this.#dimensions) {
      const value = dimension.valueIn(context);
      // A list matches by any of its elements: it rules nothing out here.
      if (isList(value)) continue;
      into[count++] = byKey.get(keyOfValue(value, type)) ?? otherwise;
    }
    return count;
  }
}

/** What is known of one place of a list in one dimension: its keys, or that it requires nothing. */
type KeysByPlace = Map<number, Set<Comparable>>;

/**
 * Makes the filter of a list of positions; `undefined` where none would pay.
 *
 * @param conjunctionsAt - what the integration at a position requires
 */
export function makeBitmapFilter(
  positions: Int32Array,
  conjunctionsAt: (position: number) => readonly Conjunction[],
  dimensionOf: (key: string) => Dimension | undefined,
): BitmapFilter | undefined {
  const byDimension = new Map<string, { type: ValuesAccess["type"]; keys: KeysByPlace }>();
  for (const [place, position] of positions.entries()) {
    for (const [key, required] of valuesRequiredBy(conjunctionsAt(position))) {
      const { keys } = getOrMake(byDimension, key, () => ({
        type: required.type,
        keys: new Map(),
      }));
      keys.set(place, required.keys);
    }
  }
  const measured = [...byDimension].map(([key, { type, keys }]) => {
    const distinct = new Set([...keys.values()].flatMap((own) => [...own]));
    return { key, type, keys, distinct, density: densityOf(keys, distinct.size, positions.length) };
  });
  const chosen = measured
    .filter(({ distinct, density }) => distinct.size <= MOST_KEYS && density <= HIGHEST_DENSITY)
    .sort((a, b) => a.density - b.density)
    .slice(0, MOST_DIMENSIONS);
  if (chosen.length === 0) return undefined;
  return new BitmapFilter(
    chosen.flatMap(({ key, type, keys, distinct }) => {
      const dimension = dimensionOf(key);
      const bitmaps = drawBitmaps(keys, distinct, positions.length);
      return dimension === undefined ? [] : [{ dimension, type, ...bitmaps }];
    }),
  );
}

interface RequiredValues {
  readonly type: ValuesAccess["type"];
  readonly keys: Set<Comparable>;
}

/** The values that an integration requires in each dimension, whichever conjunction passes. */
function valuesRequiredBy(
  conjunctions: readonly Conjunction[],
): ReadonlyMap<string, RequiredValues> {
  const [first, ...others] = conjunctions.map((conjunction) => {
    const required = new Map<string, RequiredValues>();
    for (const { dimension, access } of conjunction) {
      if (access.kind !== "values") continue;
      const keys = new Set(keysOfLiterals(access));
      required.set(dimension, { type: access.type, keys });
    }
    return required;
  });
  const common = new Map(first);
  for (const other of others) {
    for (const [key, { keys }] of common) {
      const more = other.get(key);
      if (more === undefined) common.delete(key);
      else for (const value of more.keys) keys.add(value);
    }
  }
  return common;
}

/** The share of places that a value lets through, on average over the values that are known. */
function densityOf(keys: KeysByPlace, distinct: number, places: number): number {
  let mentions = 0;
  for (const own of keys.values()) mentions += own.size;
  return (places - keys.size + mentions / distinct) / places;
}

function drawBitmaps(
  keys: KeysByPlace,
  distinct: ReadonlySet<Comparable>,
  places: number,
): Pick<DimensionBitmaps, "byKey" | "otherwise"> {
  const otherwise = new Int32Array((places + 31) >> 5);
  for (let place = 0; place < places; place++) if (!keys.has(place)) setBit(otherwise, place);
  const byKey = new Map<Comparable, Int32Array>();
  for (const key of distinct) byKey.set(key, otherwise.slice());
  for (const [place, own] of keys) {
    for (const key of own) {
      const bitmap = byKey.get(key);
      if (bitmap !== undefined) setBit(bitmap, place);
    }
  }
  return { byKey, otherwise };
}

function setBit(bitmap: Int32Array, place: number): void {
  const word = place >> 5;
  bitmap[word] = (bitmap[word] ?? 0) | (1 << (place & 31));
}
