import type { ValuesAccess } from "../../operators/access.js";
import type { Conjunction } from "../../tree/requirements/conjunctions.js";
import type { Dimension, Requirement } from "../../tree/requirements/dimension.js";
import { keyOfValue } from "../../tree/requirements/value-keys.js";
import { getOrMake } from "../../util/get-or-make.js";
import { numberAt } from "../../util/number-at.js";
import type { Comparable } from "../../values/domain.js";
import { isList } from "../../values/kinds.js";

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

/** What the places of a list require in one dimension, those that require something. */
interface Measured {
  readonly dimension: Dimension;
  readonly type: ValuesAccess["type"];
  readonly keys: Map<number, readonly Comparable[]>;
  readonly distinct: Set<Comparable>;
}

/**
 * Makes the filter of a list of positions; `undefined` where none would pay.
 *
 * @param required - what the integration at each position requires
 */
export function makeBitmapFilter(
  positions: Int32Array,
  required: readonly (readonly Conjunction[])[],
): BitmapFilter | undefined {
  const measured = new Map<Dimension, Measured>();
  for (let place = 0; place < positions.length; place++) {
    const conjunctions = required[numberAt(positions, place)] ?? [];
    for (const { dimension, access, keys } of requiredByAll(conjunctions)) {
      if (access.kind !== "values") continue;
      const { type } = access;
      const own = getOrMake(measured, dimension, () => ({
        dimension,
        type,
        keys: new Map(),
        distinct: new Set(),
      }));
      own.keys.set(place, keys);
      for (const key of keys) own.distinct.add(key);
    }
  }
  const chosen = [...measured.values()]
    .map((own) => ({ ...own, density: densityOf(own, positions.length) }))
    .filter(({ distinct, density }) => distinct.size <= MOST_KEYS && density <= HIGHEST_DENSITY)
    .sort((a, b) => a.density - b.density)
    .slice(0, MOST_DIMENSIONS);
  if (chosen.length === 0) return undefined;
  return new BitmapFilter(
    chosen.map((own) => ({
      dimension: own.dimension,
      type: own.type,
      ...drawBitmaps(own, positions.length),
    })),
  );
}

/** What an integration requires whichever of its conjunctions passes: the keys of all together. */
function requiredByAll(conjunctions: readonly Conjunction[]): readonly Requirement[] {
  const [first = [], ...others] = conjunctions;
  if (others.length === 0) return first;
  return first.flatMap((requirement) => {
    const same = others.map((other) =>
      other.find(({ dimension }) => dimension === requirement.dimension),
    );
    if (!same.every((found) => found !== undefined)) return [];
    const keys = new Set([...requirement.keys, ...same.flatMap((found) => found.keys)]);
    return [{ ...requirement, keys: [...keys] }];
  });
}

/** The share of places that a value lets through, on average over the values that are known. */
function densityOf({ keys, distinct }: Measured, places: number): number {
  let mentions = 0;
  for (const own of keys.values()) mentions += own.length;
  return (places - keys.size + mentions / distinct.size) / places;
}

function drawBitmaps(
  { keys, distinct }: Measured,
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
  bitmap[word] = numberAt(bitmap, word) | (1 << (place & 31));
}
