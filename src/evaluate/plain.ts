import type { Plain } from "../tree/trace.js";
import { elementOf, isDate, isList } from "../values/kinds.js";
import { toText } from "../values/text.js";

const LONGEST_TEXT = 1_000;
const LONGEST_LIST = 100;

/**
 * Shows a value of any kind as plain data: a `Date` as its ISO text, a bigint and a number that JSON
 * does not have as text, an object by its kind alone, long texts and lists cut.
 */
export function toPlain(value: unknown): Plain {
  switch (typeof value) {
    case "string":
      return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
    case "boolean":
      return value;
    case "number":
      // JSON has no negative zero.
      return Number.isFinite(value) ? value + 0 : String(value);
    case "bigint":
      return String(value);
    case "object":
      return value === null ? null : plainObject(value);
    default:
      return value === undefined ? null : `[${typeof value}]`;
  }
}

function plainObject(value: object): Plain {
  try {
    if (isList(value)) return plainList(value);
    if (!isDate(value)) return "[object]";
    const text = toText(value);
    return typeof text === "string" ? text : "[invalid date]";
  } catch {
    return "[unreadable]";
  }
}

function plainList(list: readonly unknown[]): Plain {
  const shown = Array.from({ length: Math.min(list.length, LONGEST_LIST) }, (_, index) => {
    const item = elementOf(list, index);
    return isList(item) ? "[list]" : toPlain(item);
  });
  const others = list.length - shown.length;
  return others > 0 ? [...shown, `… ${others} more`] : shown;
}
