import type { Random } from "fast-check";

/** One of some values; there must be one. */
export function pick<V>(values: readonly V[], random: Random): V {
  return values[random.nextInt(0, values.length - 1)] as V;
}

/** The values in random order. */
export function shuffled<V>(values: readonly V[], random: Random): V[] {
  return sample(values, values.length, random);
}

/** Some of the values, in random order: as many as are asked for, or all that there are. */
export function sample<V>(values: readonly V[], most: number, random: Random): V[] {
  const left = [...values];
  const size = Math.min(most, left.length);
  return Array.from({ length: size }, (_, taken) => {
    const at = random.nextInt(taken, left.length - 1);
    const value = left[at] as V;
    left[at] = left[taken] as V;
    return value;
  });
}

/** Whether something happens that does so in `percent` of all cases. */
export function chance(percent: number, random: Random): boolean {
  return random.nextInt(1, 100) <= percent;
}
