import jsonLogic from "json-logic-js";

// json-logic-js itself with Novu's operators, as they are described, registered with it. What is
// registered is of the test file's own copy of the module.

type Pair = readonly [unknown, unknown];

function isTruth(value: unknown): boolean {
  return value === true || value === false || value === "true" || value === "false";
}

/** Both sides in the form that they are compared in; `undefined` where there is none. */
function comparable(a: unknown, b: unknown): Pair | undefined {
  if (isTruth(a) && isTruth(b)) return [String(a) === "true", String(b) === "true"];
  const numbers: Pair = [Number(a), Number(b)];
  if (!numbers.some(Number.isNaN)) return numbers;
  if (typeof a !== "string" || typeof b !== "string") return undefined;
  const times: Pair = [Date.parse(a), Date.parse(b)];
  return times.some(Number.isNaN) ? undefined : times;
}

function isEqual(a: unknown, b: unknown): boolean {
  const [left, right] = comparable(a, b) ?? [a, b];
  return left === right;
}

function isLess(a: unknown, b: unknown): boolean {
  const pair = comparable(a, b);
  return pair !== undefined && Number(pair[0]) < Number(pair[1]);
}

function isAtMost(a: unknown, b: unknown): boolean {
  const pair = comparable(a, b);
  return pair !== undefined && Number(pair[0]) <= Number(pair[1]);
}

const areTexts = (...values: readonly unknown[]): boolean =>
  values.every((value) => typeof value === "string");

const areLists = (...values: readonly unknown[]): boolean => values.every(Array.isArray);

function shares(a: unknown, b: unknown): boolean {
  return (a as unknown[]).some((one) => (b as unknown[]).some((other) => one === other));
}

function isRange(value: unknown, bounds: unknown): bounds is [number, number] {
  return (
    typeof value === "number" &&
    Array.isArray(bounds) &&
    bounds.length === 2 &&
    bounds.every((bound) => typeof bound === "number")
  );
}

function isWithin(value: unknown, [low, high]: [number, number]): boolean {
  return (value as number) >= low && (value as number) <= high;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}

const PLAIN: Readonly<Record<string, (...given: readonly unknown[]) => boolean>> = {
  "==": isEqual,
  "=": isEqual,
  "!=": (a, b) => !isEqual(a, b),
  "<": isLess,
  ">": (a, b) => isLess(b, a),
  ">=": (a, b) => isAtMost(b, a),
  "<=": (a, b, c) => isAtMost(a, b) && (c === undefined || isAtMost(b, c)),
  startsWith: (a, b) => areTexts(a, b) && String(a).startsWith(String(b)),
  endsWith: (a, b) => areTexts(a, b) && String(a).endsWith(String(b)),
  contains: (a, b) => areTexts(a, b) && String(a).includes(String(b)),
  doesNotBeginWith: (a, b) => areTexts(a, b) && !String(a).startsWith(String(b)),
  doesNotEndWith: (a, b) => areTexts(a, b) && !String(a).endsWith(String(b)),
  doesNotContain: (a, b) => areTexts(a, b) && !String(a).includes(String(b)),
  containsAny: (a, b) => areLists(a, b) && shares(a, b),
  doesNotContainAny: (a, b) => areLists(a, b) && !shares(a, b),
  null: (a) => a === null,
  notNull: (a) => a !== null,
  notIn: (a, b) => Array.isArray(b) && !b.includes(a),
  between: (a, b) => isRange(a, b) && isWithin(a, b),
  notBetween: (a, b) => isRange(a, b) && !isWithin(a, b),
  isEmpty,
  isNonEmpty: (a) => !isEmpty(a),
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SPANS: Readonly<Record<string, readonly [step: number, tolerance: number]>> = {
  minutes: [MINUTE, MINUTE],
  hours: [60 * MINUTE, 60 * MINUTE],
  days: [DAY, DAY],
  weeks: [7 * DAY, DAY],
};

interface Ago {
  readonly start: number;
  readonly tolerance: number;
}

function ago(now: number, operand: unknown): Ago | undefined {
  if (typeof operand !== "object" || operand === null) return undefined;
  const { amount, unit } = operand as { amount?: unknown; unit?: unknown };
  if (!Number.isInteger(amount) || Number(amount) < 1 || typeof unit !== "string") return undefined;
  const span = Object.hasOwn(SPANS, unit) ? SPANS[unit] : undefined;
  if (span !== undefined) return { start: now - Number(amount) * span[0], tolerance: span[1] };
  const date = new Date(now);
  if (unit === "months") {
    date.setUTCMonth(date.getUTCMonth() - Number(amount));
    return { start: date.getTime(), tolerance: DAY };
  }
  if (unit !== "years") return undefined;
  date.setUTCFullYear(date.getUTCFullYear() - Number(amount));
  return { start: date.getTime(), tolerance: 7 * DAY };
}

/** Evaluates a rule; what throws is false. */
export type EvaluateRule = (rule: unknown, context: object) => boolean;

/** json-logic-js with Novu's operators, the relative ones at one instant. */
export function novuJsonLogic(now: number): EvaluateRule {
  const relative =
    (holds: (time: number, of: Ago) => boolean) =>
    (value: unknown, operand: unknown): boolean => {
      const of = ago(now, operand);
      return of !== undefined && holds(new Date(value as string).getTime(), of);
    };
  const operations = {
    ...PLAIN,
    moreThanXAgo: relative((time, { start }) => time < start),
    lessThanXAgo: relative((time, { start }) => time >= start),
    withinLast: relative((time, { start }) => time >= start && time <= now),
    notWithinLast: relative((time, { start }) => time < start),
    exactlyXAgo: relative((time, { start, tolerance }) => Math.abs(time - start) <= tolerance),
    log: (value: unknown) => value,
  };
  for (const [name, operation] of Object.entries(operations)) {
    jsonLogic.add_operation(name, operation);
  }
  return (rule, context) => {
    try {
      return jsonLogic.truthy(jsonLogic.apply(rule as jsonLogic.RulesLogic, context));
    } catch {
      return false;
    }
  };
}

/** The names of Novu's operators, and of the library's that they do not replace. */
export const NOVU_OPERATORS: readonly string[] = [
  ...Object.keys(PLAIN),
  "moreThanXAgo",
  "lessThanXAgo",
  "withinLast",
  "notWithinLast",
  "exactlyXAgo",
];

export const LIBRARY_OPERATORS: readonly string[] = [
  "===",
  "!==",
  "!",
  "!!",
  "%",
  "log",
  "in",
  "cat",
  "substr",
  "+",
  "*",
  "-",
  "/",
  "min",
  "max",
  "merge",
  "var",
  "missing",
  "missing_some",
  "if",
  "?:",
  "and",
  "or",
  "filter",
  "map",
  "reduce",
  "all",
  "none",
  "some",
];
