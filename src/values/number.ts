/** A decimal literal as JSON and SQL write it: no hexadecimal, no `Infinity`, not empty. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads a value in the number domain.
 *
 * @param value - a number, a bigint or a decimal literal, which may have white space around it
 * @returns the number; `NaN`, which compares false with everything, where the value has none
 *
 * @example
 * ```ts
 * toNumber(" 1.5e3 "); // 1500
 * toNumber("0x10"); // NaN
 * ```
 */
export function toNumber(value: unknown): number {
  switch (typeof value) {
    case "number":
      return value;
    case "string": {
      const text = value.trim();
      return DECIMAL.test(text) ? Number(text) : Number.NaN;
    }
    case "bigint":
      return Number(value);
    default:
      return Number.NaN;
  }
}
