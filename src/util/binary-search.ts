// Two loops rather than one with a flag: the index searches on its hot path.

/** How many members of an ascending list are below a value: where it would come first. */
export function lowerBound<V extends number | string | boolean>(
  sorted: readonly V[],
  value: V,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const member = sorted[middle];
    if (member !== undefined && member < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many members of an ascending list are at or below a value: where it would come last. */
export function upperBound<V extends number | string | boolean>(
  sorted: readonly V[],
  value: V,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const member = sorted[middle];
    if (member !== undefined && member <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
