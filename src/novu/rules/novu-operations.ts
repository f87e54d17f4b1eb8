import { areEqual, compare } from "./compare.js";
import type { Operation } from "./operation.js";

/** @param holds - tells by the order of the first to the second; there is none of many values */
function ordered(holds: (order: number) => boolean): Operation {
  return ([a, b]) => areOrdered(a, b, holds);
}

function areOrdered(a: unknown, b: unknown, holds: (order: number) => boolean): boolean {
  const order = compare(a, b);
  return order !== undefined && holds(order);
}

const isAtMost = (order: number): boolean => order <= 0;

const atMost: Operation = ([a, b, c]) =>
  areOrdered(a, b, isAtMost) && (c === undefined || areOrdered(b, c, isAtMost));

/** False of anything but two texts, and so is its complement. */
function ofTexts(holds: (text: string, part: string) => boolean): Operation {
  return ([text, part]) =>
    typeof text === "string" && typeof part === "string" && holds(text, part);
}

/** False of anything but two lists, and so is its complement. */
function ofLists(
  holds: (list: readonly unknown[], wanted: readonly unknown[]) => boolean,
): Operation {
  return ([list, wanted]) => Array.isArray(list) && Array.isArray(wanted) && holds(list, wanted);
}

function shareOne(list: readonly unknown[], wanted: readonly unknown[]): boolean {
  return list.some((element) => wanted.some((other) => other === element));
}

/** False of anything but a number and a list of two, and so is its complement. */
function ofRange(holds: (value: number, low: number, high: number) => boolean): Operation {
  return ([value, bounds]) => {
    if (typeof value !== "number" || !Array.isArray(bounds) || bounds.length !== 2) return false;
    const [low, high]: readonly unknown[] = bounds;
    return typeof low === "number" && typeof high === "number" && holds(value, low, high);
  };
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return Array.isArray(value) && value.length === 0;
}

const equal: Operation = ([a, b]) => areEqual(a, b);

/** The operations that Novu puts in the place of json-logic-js's, or beside them. */
export const NOVU_OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["==", equal],
  ["=", equal],
  ["!=", ([a, b]) => !areEqual(a, b)],
  ["<", ordered((order) => order < 0)],
  [">", ordered((order) => order > 0)],
  [">=", ordered((order) => order >= 0)],
  ["<=", atMost],
  ["startsWith", ofTexts((text, part) => text.startsWith(part))],
  ["endsWith", ofTexts((text, part) => text.endsWith(part))],
  ["contains", ofTexts((text, part) => text.includes(part))],
  ["doesNotBeginWith", ofTexts((text, part) => !text.startsWith(part))],
  ["doesNotEndWith", ofTexts((text, part) => !text.endsWith(part))],
  ["doesNotContain", ofTexts((text, part) => !text.includes(part))],
  ["containsAny", ofLists(shareOne)],
  ["doesNotContainAny", ofLists((list, wanted) => !shareOne(list, wanted))],
  ["null", ([value]) => value === null],
  ["notNull", ([value]) => value !== null],
  ["notIn", ([value, list]) => Array.isArray(list) && !list.includes(value)],
  ["between", ofRange(isWithin)],
  ["notBetween", ofRange((value, low, high) => !isWithin(value, low, high))],
  ["isEmpty", ([value]) => isEmpty(value)],
  ["isNonEmpty", ([value]) => !isEmpty(value)],
]);
