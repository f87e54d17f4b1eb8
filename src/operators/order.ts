import { hasDateForm, toDate } from "../values/date.js";
import {
  type Comparable,
  type ComparisonType,
  type Conversion,
  conversions,
} from "../values/domain.js";
import { isDate } from "../values/kinds.js";
import { toNumber } from "../values/number.js";
import { toText } from "../values/text.js";
import { literalsOf, type Operand } from "./operand.js";
import type { OperandProblem } from "./operator.js";

/** How the two sides of an ordering comparison are read. */
export interface Order {
  readonly value: Conversion;
  readonly operand: Conversion;
}

const NUMBERS: Order = { value: toNumber, operand: toNumber };
const DATES: Order = { value: toDate, operand: toDate };
const TEXTS: Order = { value: toText, operand: toText };
/** Text by inference: only a field that is a string compares. */
const STRINGS: Order = {
  value: (value) => (typeof value === "string" ? value : Number.NaN),
  operand: toText,
};
const NONE: Order = { value: () => Number.NaN, operand: () => Number.NaN };

const BY_TYPE = { number: NUMBERS, date: DATES, text: TEXTS, boolean: NONE } as const;

/** The order under a type; under an inferred one the bounds decide, together. */
export function orderFor(type: ComparisonType, low: unknown, high: unknown = low): Order {
  if (type !== "inferred") return BY_TYPE[type];
  if (!Number.isNaN(toNumber(low)) && !Number.isNaN(toNumber(high))) return NUMBERS;
  if (isDateLike(low) && isDateLike(high)) return DATES;
  return STRINGS;
}

/** Whether a bound reads as a date, the day or hour being possible or not. */
function isDateLike(bound: unknown): boolean {
  switch (typeof bound) {
    case "string":
      return hasDateForm(bound);
    case "number":
      return Number.isFinite(bound);
    case "object":
      return bound !== null && isDate(bound);
    default:
      return false;
  }
}

/** What keeps an operand from being ordered, for all operators that need an order. */
export function orderProblems(operand: Operand, type: ComparisonType): readonly OperandProblem[] {
  if (type === "boolean") {
    return [
      {
        code: "unordered-type",
        message: "booleans have no order; expected EQUAL, NOT_EQUAL, IN or NOT_IN under BOOLEAN",
      },
    ];
  }
  if (type !== "inferred") return [];
  return literalsOf(operand)
    .filter(({ value }) => typeof value === "string" && hasDateForm(value) && isNoDate(value))
    .map(({ value, index }) => ({
      code: "impossible-date",
      message: `found ${JSON.stringify(value)}, which has the form of a date; expected a day and time that exist`,
      index,
    }));
}

function isNoDate(text: string): boolean {
  return Number.isNaN(toDate(text));
}

/** The bounds as they compare with each other, where it can be told before any value is seen. */
export function comparableBounds(
  type: ComparisonType,
  low: unknown,
  high: unknown,
): readonly [Comparable, Comparable] | undefined {
  const domains = type === "inferred" ? (["number", "date"] as const) : ([type] as const);
  for (const domain of domains) {
    const convert = conversions[domain];
    const bounds = [convert(low), convert(high)] as const;
    if (!bounds.some(Number.isNaN)) return bounds;
  }
  return undefined;
}
