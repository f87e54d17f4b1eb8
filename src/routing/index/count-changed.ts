/**
 * How many different keys stand in some counts after some of them are gone, in time proportional to
 * what changed.
 *
 * @param counts - how often each key stands in each part; the first, which is not gone through, may
 *   be large
 * @param gone - a key for each time that one is gone
 */
export function countChanged<K>(
  [first, ...later]: readonly ReadonlyMap<K, number>[],
  gone: readonly K[],
): number {
  const counts = first === undefined ? later : [first, ...later];
  const fresh = new Set(
    later.flatMap((part) => [...part.keys()]).filter((key) => !first?.has(key)),
  );
  const goneCounts = new Map<K, number>();
  for (const key of gone) goneCounts.set(key, (goneCounts.get(key) ?? 0) + 1);
  let vanished = 0;
  for (const [key, times] of goneCounts) {
    const stands = counts.reduce((sum, part) => sum + (part.get(key) ?? 0), 0);
    if (stands === times) vanished++;
  }
  return (first?.size ?? 0) + fresh.size - vanished;
}
