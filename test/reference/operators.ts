import { matchesPattern } from "./like.js";
import { type Comparable, convert, type Domain, hasDateForm, isAbsent, toText } from "./values.js";

export const SCALAR_OPERATORS: readonly string[] = [
  "EQUAL",
  "NOT_EQUAL",
  "LARGER",
  "LARGER_EQUAL",
  "SMALLER",
  "SMALLER_EQUAL",
  "LIKE",
  "NOT_LIKE",
  "ILIKE",
  "NOT_ILIKE",
];
export const LIST_OPERATORS: readonly string[] = ["IN", "NOT_IN", "ANY_IN", "ALL_IN"];
export const RANGE_OPERATORS: readonly string[] = ["BETWEEN", "NOT_BETWEEN"];
export const PATTERN_OPERATORS: readonly string[] = ["LIKE", "NOT_LIKE", "ILIKE", "NOT_ILIKE"];
export const ORDER_OPERATORS: readonly string[] = [
  "LARGER",
  "LARGER_EQUAL",
  "SMALLER",
  "SMALLER_EQUAL",
  ...RANGE_OPERATORS,
];

/** The domain that a group's type names; the other types infer theirs. */
export const TYPE_DOMAINS: ReadonlyMap<string, Domain> = new Map<string, Domain>([
  ["NUMBER", "number"],
  ["DATE", "date"],
  ["BOOLEAN", "boolean"],
  ["TEXT", "text"],
]);
export const INFERRED_TYPES: readonly string[] = ["GROUP", "STATEMENT", "LIST", "MULTI_LIST"];

function equalityDomain(type: string, field: unknown): Domain | undefined {
  const named = TYPE_DOMAINS.get(type);
  if (named !== undefined) return named;
  if (typeof field === "number" || typeof field === "bigint") return "number";
  if (typeof field === "boolean") return "boolean";
  if (field instanceof Date) return "date";
  return typeof field === "string" ? "text" : undefined;
}

function isDateLike(bound: unknown): boolean {
  if (bound instanceof Date || Number.isFinite(bound)) return true;
  return typeof bound === "string" && hasDateForm(bound);
}

function orderDomain(type: string, bounds: readonly unknown[]): Domain {
  const named = TYPE_DOMAINS.get(type);
  if (named !== undefined) return named;
  if (bounds.every((bound) => convert("number", bound) !== undefined)) return "number";
  return bounds.every(isDateLike) ? "date" : "text";
}

function equals(type: string, field: unknown, item: unknown): boolean {
  const domain = equalityDomain(type, field);
  if (domain === undefined) return false;
  const left = convert(domain, field);
  const right = convert(domain, item);
  return left !== undefined && right !== undefined && left === right;
}

/** Whether each bound, compared with the field in the one domain of all bounds, holds. */
function ordered(
  type: string,
  field: unknown,
  bounds: readonly unknown[],
  holds: readonly ((field: Comparable, bound: Comparable) => boolean)[],
): boolean {
  const domain = orderDomain(type, bounds);
  if (domain === "boolean") return false;
  const isInferredText = domain === "text" && !TYPE_DOMAINS.has(type);
  if (isInferredText && typeof field !== "string") return false;
  const left = convert(domain, field);
  return bounds.every((bound, index) => {
    const right = convert(domain, bound);
    return left !== undefined && right !== undefined && holds[index]?.(left, right) === true;
  });
}

function matches(field: unknown, pattern: unknown, fold: (text: string) => string): boolean {
  const text = toText(field);
  const patternText = toText(pattern);
  if (text === undefined || patternText === undefined) return false;
  return matchesPattern(fold(text), fold(patternText));
}

function textsHold(
  field: unknown,
  operand: unknown,
  holds: (text: string, part: string) => boolean,
): boolean {
  const text = toText(field);
  const part = toText(operand);
  return text !== undefined && part !== undefined && holds(text, part);
}

/** Whether the positive operator is true for one value of the field. */
function isTrueForOne(
  operator: string,
  type: string,
  field: unknown,
  operand: readonly unknown[],
): boolean {
  const [first] = operand;
  switch (operator) {
    case "EQUAL":
      return equals(type, field, first);
    case "IN":
    case "ANY_IN":
    case "ALL_IN":
      return operand.some((item) => equals(type, field, item));
    case "LARGER":
      return ordered(type, field, [first], [(left, right) => left > right]);
    case "LARGER_EQUAL":
      return ordered(type, field, [first], [(left, right) => left >= right]);
    case "SMALLER":
      return ordered(type, field, [first], [(left, right) => left < right]);
    case "SMALLER_EQUAL":
      return ordered(type, field, [first], [(left, right) => left <= right]);
    case "BETWEEN":
      return ordered(type, field, operand, [
        (left, right) => left >= right,
        (left, right) => left <= right,
      ]);
    case "LIKE":
      return matches(field, first, (text) => text);
    case "ILIKE":
      return matches(field, first, (text) => text.toLowerCase());
    case "CONTAINS":
      return textsHold(field, first, (text, part) => text.includes(part));
    case "STARTS_WITH":
      return textsHold(field, first, (text, part) => text.startsWith(part));
    case "ENDS_WITH":
      return textsHold(field, first, (text, part) => text.endsWith(part));
    default:
      throw new Error(`no positive operator: ${operator}`);
  }
}

/** An empty text or an empty list. */
function isNothing(field: unknown): boolean {
  return field === "" || (Array.isArray(field) && field.length === 0);
}

/**
 * Whether the operator is true for the field's value.
 *
 * @param operand - one value, the items of a list, or the two bounds of a range, references
 * resolved; `undefined` where a range has no two bounds.
 */
export function isTrue(
  operator: string,
  type: string,
  field: unknown,
  operand: readonly unknown[] | undefined,
): boolean {
  if (operator === "IS_DEFINED") return !isAbsent(field);
  if (operator === "IS_EMPTY") return isAbsent(field) || isNothing(field);
  if (operator === "IS_NOT_EMPTY") return !isAbsent(field) && !isNothing(field);
  if (operator === "IS_TRUTHY") {
    const isZero = field === 0 || field === 0n;
    return !isAbsent(field) && !isNothing(field) && field !== false && !isZero;
  }
  if (operator.startsWith("NOT_")) {
    return !isTrue(operator.slice("NOT_".length), type, field, operand);
  }
  if (isAbsent(field) || operand === undefined) return false;
  if (!Array.isArray(field)) return isTrueForOne(operator, type, field, operand);
  const elements: unknown[] = Array.from(field);
  // A list contains what an element equals, not what is a part of one.
  const name = operator === "CONTAINS" ? "EQUAL" : operator;
  const kind = operator === "CONTAINS" ? "GROUP" : type;
  const results = elements.map((element) => isTrueForOne(name, kind, element, operand));
  return operator === "ALL_IN"
    ? results.length > 0 && !results.includes(false)
    : results.includes(true);
}
