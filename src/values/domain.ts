import { toBoolean } from "./boolean.js";
import { toDate } from "./date.js";
import { isDate } from "./kinds.js";
import { toNumber } from "./number.js";
import { toText } from "./text.js";

/** One of the four domains that a comparison is made in. */
export type Domain = "number" | "date" | "boolean" | "text";

/** What the group's type says of the domain: one of the four, or that the values decide. */
export type ComparisonType = Domain | "inferred";

/**
 * A value read in a domain. `NaN` stands for "does not convert": it is unequal to everything, itself
 * included, and `<`, `<=`, `>` and `>=` are false on it, so that no comparison needs to ask first.
 */
export type Comparable = string | number | boolean;

/** Reads a value in one domain. */
export type Conversion = (value: unknown) => Comparable;

/** The conversion of each domain. */
export const conversions: { readonly [D in Domain]: Conversion } = {
  number: toNumber,
  date: toDate,
  boolean: toBoolean,
  text: toText,
};

/** Whether a value converts to a domain. */
export function convertsTo(domain: Domain, value: unknown): boolean {
  return !Number.isNaN(conversions[domain](value));
}

/** The domain in which a field's value is compared for equality where no type says otherwise. */
export function domainOf(value: unknown): Domain | undefined {
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
    case "bigint":
      return "number";
    case "boolean":
      return "boolean";
    case "object":
      return value !== null && isDate(value) ? "date" : undefined;
    default:
      return undefined;
  }
}
