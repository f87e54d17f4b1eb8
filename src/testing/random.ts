import type { Random } from "fast-check";

/** One of some values; there must be one. */
export function pick<V>(values: readonly V[], random: Random): V {
  return values[random.nextInt(0, values.length - 1)] as V;
}

/** The values in random order. */
export function shuffled<V>(values: readonly V[], random: Random): V[] {
  const left = [...values];
  return values.flatMap(() => left.splice(random.nextInt(0, left.length - 1), 1));
}

/** Whether something happens that does so in `percent` of all cases. */
export function chance(percent: number, random: Random): boolean {
  return random.nextInt(1, 100) <= percent;
}
