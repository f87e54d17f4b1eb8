/**
 * Chooses sets until nothing is left that one of them has, each time the one that has most of what
 * is left: at most ln n times as many as the fewest would be (Chvátal, 1979).
 *
 * @returns the positions of the chosen sets, each with what it adds
 */
export function coverGreedily<E>(
  sets: readonly ReadonlySet<E>[],
): readonly { readonly at: number; readonly adds: readonly E[] }[] {
  const holders = new Map<E, number[]>();
  for (const [at, set] of sets.entries()) {
    for (const element of set) {
      const known = holders.get(element);
      if (known === undefined) holders.set(element, [at]);
      else known.push(at);
    }
  }
  const left = sets.map(({ size }) => size);
  const chosen: { at: number; adds: E[] }[] = [];
  while (holders.size > 0) {
    const at = left.indexOf(left.reduce((most, count) => Math.max(most, count), 0));
    const adds = [...(sets[at] ?? [])].filter((element) => holders.has(element));
    for (const element of adds) {
      for (const holder of holders.get(element) ?? []) left[holder] = (left[holder] ?? 0) - 1;
      holders.delete(element);
    }
    chosen.push({ at, adds });
  }
  return chosen;
}
