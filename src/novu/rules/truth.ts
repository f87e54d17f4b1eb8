/** What JSON Logic takes for true: as JavaScript does, but an empty list is not. */
export function isTruthy(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0 ? false : Boolean(value);
}
