import type { ValuesAccess } from "../../operators/access.js";
import { toBoolean } from "../../values/boolean.js";
import { toDate } from "../../values/date.js";
import { type Comparable, type ComparisonType, conversions } from "../../values/domain.js";
import { toNumber } from "../../values/number.js";
import { toText } from "../../values/text.js";

/**
 * The keys under which a table finds what is equal to one of some literals. Under an inferred type
 * the value's own kind decides how it compares: a literal then has a key for each kind of value that
 * can equal it, so that the number 10 and the text "10" are found where they match.
 */
export function keysOfLiterals({ type, values }: ValuesAccess): readonly Comparable[] {
  const keys: Comparable[] = [];
  for (const literal of values) {
    if (type === "inferred") {
      keys.push(toText(literal), toNumber(literal), toBoolean(literal), dateKey(toDate(literal)));
    } else {
      keys.push(conversions[type](literal));
    }
  }
  // What converts to nothing equals nothing, itself included.
  const known = keys.filter((key) => !Number.isNaN(key));
  return known.length < 2 ? known : [...new Set(known)];
}

/** The one key that a single value has under a type; `NaN` where it equals no literal. */
export function keyOfValue(value: unknown, type: ComparisonType): Comparable {
  if (type !== "inferred") return conversions[type](value);
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "bigint":
      return Number(value);
    default:
      return dateKey(toDate(value));
  }
}

/** Apart from numbers, which a date never equals; a text that is the same costs one look in vain. */
function dateKey(time: number): Comparable {
  return Number.isNaN(time) ? time : `date ${time}`;
}
