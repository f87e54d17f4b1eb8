/**
 * Reads a value in the boolean domain.
 *
 * @param value - `true`, `false`, or exactly the text of one of them
 * @returns the boolean; `NaN`, which equals nothing, where the value is none
 *
 * @example
 * ```ts
 * toBoolean("true"); // true
 * toBoolean("True"); // NaN
 * ```
 */
export function toBoolean(value: unknown): boolean | number {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  return Number.NaN;
}
