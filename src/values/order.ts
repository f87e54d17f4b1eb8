import { hasDateForm, toDate } from "./date.js";
import {
  type Comparable,
  type ComparisonType,
  type Conversion,
  conversions,
  type Domain,
} from "./domain.js";
import { isDate } from "./kinds.js";
import { toNumber } from "./number.js";
import { toText } from "./text.js";

/** How the two sides of an ordering comparison are read. */
export interface Order {
  readonly name: string;
  /** The domain that it is the order of; booleans have none. */
  readonly domain: Domain;
  readonly value: Conversion;
  readonly operand: Conversion;
  /** The `typeof` of the values that the order takes as they are. */
  readonly direct?: "number" | "string";
}

const NUMBERS: Order = {
  name: "numbers",
  domain: "number",
  value: toNumber,
  operand: toNumber,
  direct: "number",
};
const DATES: Order = { name: "dates", domain: "date", value: toDate, operand: toDate };
const TEXTS: Order = {
  name: "texts",
  domain: "text",
  value: toText,
  operand: toText,
  direct: "string",
};
/** Text by inference: only a field that is a string compares. */
const STRINGS: Order = {
  name: "strings",
  domain: "text",
  value: (value) => (typeof value === "string" ? value : Number.NaN),
  operand: toText,
  direct: "string",
};
const NONE: Order = {
  name: "none",
  domain: "boolean",
  value: () => Number.NaN,
  operand: () => Number.NaN,
};

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
