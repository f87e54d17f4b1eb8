const ids = new WeakMap<object, number>();
let count = 0;

/** A number for an object, the same whenever it is asked for. */
export function idOf(object: object): number {
  const known = ids.get(object);
  if (known !== undefined) return known;
  ids.set(object, ++count);
  return count;
}
