/** The order of two values as Novu compares them: negative, 0 or positive; `undefined` for none. */
export function compare(a: unknown, b: unknown): number | undefined {
  const truths = [truthOf(a), truthOf(b)] as const;
  if (truths[0] !== undefined && truths[1] !== undefined) return truths[0] - truths[1];
  return (
    difference(Number(a), Number(b)) ??
    (typeof a === "string" && typeof b === "string" ? difference(timeOf(a), timeOf(b)) : undefined)
  );
}

/** Equality: by the order where there is one, otherwise the same value. */
export function areEqual(a: unknown, b: unknown): boolean {
  const order = compare(a, b);
  return order === undefined ? a === b : order === 0;
}

/**
 * The instant that JavaScript takes a value for, whatever it is.
 *
 * @returns epoch milliseconds; `NaN` where it takes it for none
 * @throws TypeError on a bigint or a symbol
 */
export function timeOf(value: unknown): number {
  return new Date(value as string).getTime();
}

function truthOf(value: unknown): 0 | 1 | undefined {
  if (value === true || value === "true") return 1;
  return value === false || value === "false" ? 0 : undefined;
}

/** By comparison, since one infinity less another is no number. */
function difference(a: number, b: number): number | undefined {
  if (a === b) return 0;
  if (a < b) return -1;
  return a > b ? 1 : undefined;
}
