import { isAbsent } from "../../values/kinds.js";
import { propertyOf } from "../conditions/get.js";
import type { Run } from "./expression.js";
import type { Operation } from "./operation.js";
import { isTruthy } from "./truth.js";
import { readVar, splitVar } from "./variables.js";

/** What JavaScript's arithmetic is done with here: it converts, or throws, as it finds it. */
type Converted = number;

const toFloat = (value: unknown): number => Number.parseFloat(value as string);

const variable: Operation = ([path, otherwise = null], data) =>
  isAbsent(path) || path === "" ? data : readVar(data, splitVar(String(path)), otherwise);

/** Each key is evaluated once more, as the argument of a `var`. */
function missingOf(keys: readonly unknown[], data: unknown, run: Run): readonly unknown[] {
  const missing: unknown[] = [];
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    const value = isPlain(key) ? variable([key], data, run) : run.apply({ var: key }, data);
    if (value === null || value === "") missing.push(key);
  }
  return missing;
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

const missing: Operation = (given, data, run) => {
  const [first] = given;
  return missingOf(Array.isArray(first) ? first : given, data, run);
};

const missingSome: Operation = ([needed, options], data, run) => {
  const absent = run.apply({ missing: options }, data) as readonly unknown[];
  const present = Number(propertyOf(options, "length")) - absent.length;
  return present >= (needed as Converted) ? [] : absent;
};

const substring: Operation = ([source, start, end]) => {
  const text = String(source);
  if ((end as Converted) < 0) {
    const rest = text.substr(start as Converted);
    return rest.substr(0, rest.length + (end as Converted));
  }
  return text.substr(start as Converted, end as Converted);
};

interface Indexed {
  indexOf(value: unknown): unknown;
}

const isIn: Operation = ([value, holder]) => {
  if (!holder || propertyOf(holder, "indexOf") === undefined) return false;
  return (holder as Indexed).indexOf(value) !== -1;
};

/** The operations of json-logic-js that Novu leaves as they are. */
export const STANDARD_OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["===", ([a, b]) => a === b],
  ["!==", ([a, b]) => a !== b],
  ["!!", ([value]) => isTruthy(value)],
  ["!", ([value]) => !isTruthy(value)],
  ["%", ([a, b]) => (a as Converted) % (b as Converted)],
  // The library writes it to the console; evaluating a rule here has no effect but its value.
  ["log", ([value]) => value],
  ["in", isIn],
  ["cat", (given) => given.join("")],
  ["substr", substring],
  ["+", (given) => given.reduce<number>((sum, value) => sum + toFloat(value), 0)],
  ["*", (given) => given.reduce((product, value) => toFloat(product) * toFloat(value))],
  ["-", ([a, b]) => (b === undefined ? -(a as Converted) : (a as Converted) - (b as Converted))],
  ["/", ([a, b]) => (a as Converted) / (b as Converted)],
  ["min", (given) => Math.min(...(given as readonly Converted[]))],
  ["max", (given) => Math.max(...(given as readonly Converted[]))],
  ["merge", (given) => given.reduce<unknown[]>((all, value) => all.concat(value), [])],
  ["var", variable],
  ["missing", missing],
  ["missing_some", missingSome],
]);
