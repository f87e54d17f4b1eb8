import { isAbsent } from "../../values/kinds.js";
import { propertyOf } from "./get.js";

/**
 * Compares what a field holds with the value, which is converted to its type beforehand.
 *
 * @throws what JavaScript does of such values
 */
type Compare = (actual: unknown, value: unknown) => boolean;

/** JavaScript's own order, whatever it makes of the two. */
type Ordered = number;

/**
 * The operators that Novu evaluates, as it does. Its schema lists others; those are false.
 */
const OPERATORS: ReadonlyMap<unknown, Compare> = new Map<unknown, Compare>([
  ["EQUAL", (actual, value) => actual === value],
  ["NOT_EQUAL", (actual, value) => actual !== value],
  ["LARGER", (actual, value) => (actual as Ordered) > (value as Ordered)],
  ["LARGER_EQUAL", (actual, value) => (actual as Ordered) >= (value as Ordered)],
  ["SMALLER", (actual, value) => (actual as Ordered) < (value as Ordered)],
  ["SMALLER_EQUAL", (actual, value) => (actual as Ordered) <= (value as Ordered)],
  ["IN", (actual, value) => includes(actual, value)],
  ["NOT_IN", (actual, value) => hasIncludes(actual) && !includes(actual, value)],
  ["IS_DEFINED", (actual) => actual !== undefined],
]);

/** What an operator of that name makes of two values. */
export function compareBy(operator: unknown, actual: unknown, value: unknown): boolean {
  return OPERATORS.get(operator)?.(actual, convert(value, actual)) === true;
}

/** Converts a value to the type of what was read, or leaves it as it stands. */
function convert(value: unknown, actual: unknown): unknown {
  switch (typeof actual) {
    case "number":
    case "bigint":
      return Number(value);
    case "string":
      return String(value);
    case "boolean":
      return value === "true";
    default:
      return value;
  }
}

/** Texts and lists have it, and so may any object. */
interface Including {
  includes(value: unknown): unknown;
}

function hasIncludes(actual: unknown): actual is Including {
  return !isAbsent(actual) && typeof propertyOf(actual, "includes") === "function";
}

function includes(actual: unknown, value: unknown): boolean {
  return hasIncludes(actual) && Boolean(actual.includes(value));
}
