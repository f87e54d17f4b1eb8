import { isDate } from "./kinds.js";

/**
 * Reads a value in the text domain.
 *
 * @param value - a string; a finite number, a bigint or a boolean, which read as JavaScript prints
 *   them; a valid `Date`, which reads as its ISO 8601 text
 * @returns the text; `NaN`, which equals nothing and orders with nothing, where the value has none
 *
 * @example
 * ```ts
 * toText(1e21); // "1e+21"
 * toText(new Date(0)); // "1970-01-01T00:00:00.000Z"
 * toText({}); // NaN
 * ```
 */
export function toText(value: unknown): string | number {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return Number.isFinite(value) ? String(value) : Number.NaN;
    case "bigint":
    case "boolean":
      return String(value);
    case "object":
      return value !== null && isDate(value) ? dateText(value) : Number.NaN;
    default:
      return Number.NaN;
  }
}

function dateText(date: Date): string | number {
  const time = Date.prototype.getTime.call(date);
  return Number.isNaN(time) ? Number.NaN : new Date(time).toISOString();
}
