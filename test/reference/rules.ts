import { checkItems, NodeCount } from "./conditions.js";
import { parsePath, readField } from "./field.js";
import {
  type Item,
  type ListOperand,
  type Reference,
  readListOperand,
  readScalarOperand,
  resolveItem,
  resolveList,
  resolveRange,
} from "./operand.js";
import { isTrue } from "./operators.js";
import { limitsOf, Mistake, type ReadingOptions, sourcesOf } from "./options.js";
import {
  clockOf,
  type Duration,
  isTrueOfDate,
  RELATIVE_OPERATORS,
  UNITS,
} from "./relative-date.js";
import { isAbsent } from "./values.js";

/** Decides a rule without mistakes. */
type Decide = (context: object, now: number) => boolean;

const INFERRED = "GROUP";

function keysOf(raw: unknown): string[] {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) ? Object.keys(raw) : [];
}

/** Whether rules are missing, so that the conditions count. */
export function areNoRules(rules: unknown): boolean {
  if (isAbsent(rules)) return true;
  return typeof rules === "object" && !Array.isArray(rules) && keysOf(rules).length === 0;
}

function isVar(raw: unknown): raw is { readonly var: unknown } {
  return keysOf(raw).join() === "var";
}

function argumentsOf(raw: object, operator: string): unknown[] {
  const given: unknown = Reflect.get(raw, operator);
  return Array.isArray(given) ? Array.from(given) : [given];
}

function readVar(raw: { readonly var: unknown }, options: ReadingOptions): Reference {
  const [text, ...others] = argumentsOf(raw, "var");
  if (typeof text !== "string" || others.length > 0) throw new Mistake("no var");
  const [source] = sourcesOf(options)
    .filter((name) => text.startsWith(`${name}.`))
    .sort((a, b) => b.length - a.length);
  if (source === undefined) throw new Mistake(`no source: ${text}`);
  return { source, steps: parsePath(text.slice(source.length + 1), limitsOf(options).pathSteps) };
}

function needField(raw: unknown, options: ReadingOptions): Reference {
  if (!isVar(raw)) throw new Mistake("no field");
  return readVar(raw, options);
}

function readItem(raw: unknown, options: ReadingOptions): Item {
  if (isVar(raw)) return { kind: "reference", reference: readVar(raw, options) };
  return readScalarOperand(raw, options);
}

function readList(raw: unknown, options: ReadingOptions): ListOperand {
  if (isVar(raw)) return { kind: "whole", reference: readVar(raw, options) };
  if (!Array.isArray(raw)) {
    const operand = readListOperand(raw, options);
    if (operand.kind === "whole") return operand;
    throw new Mistake("no list");
  }
  const items = Array.from<unknown>(raw);
  if (items.length === 0) throw new Mistake("an empty list");
  if (items.length > limitsOf(options).items) throw new Mistake("too many items");
  return { kind: "items", items: items.map((item) => readItem(item, options)) };
}

function valueAt({ source, steps }: Reference, context: object): unknown {
  return readField(context, source, steps);
}

function scalarCondition(
  operator: string,
  field: Reference,
  raw: unknown,
  options: ReadingOptions,
): Decide {
  const item = readItem(raw, options);
  checkItems(operator, INFERRED, [item], options);
  return (context) =>
    isTrue(operator, INFERRED, valueAt(field, context), [resolveItem(item, context)]);
}

function listCondition(
  operator: string,
  [first, second]: readonly unknown[],
  options: ReadingOptions,
): Decide {
  const field = needField(first, options);
  const list = readList(second, options);
  if (list.kind === "items") checkItems(operator, INFERRED, list.items, options);
  return (context) =>
    isTrue(operator, INFERRED, valueAt(field, context), resolveList(list, context));
}

function rangeCondition(
  operator: string,
  field: Reference,
  range: ListOperand,
  options: ReadingOptions,
): Decide {
  if (range.kind === "items") {
    if (range.items.length !== 2) throw new Mistake("a range without two bounds");
    checkItems(operator, INFERRED, range.items, options);
  }
  return (context) =>
    isTrue(operator, INFERRED, valueAt(field, context), resolveRange(range, context));
}

function presenceCondition(operator: string, raw: unknown, options: ReadingOptions): Decide {
  const field = needField(raw, options);
  return (context) => isTrue(operator, INFERRED, valueAt(field, context), undefined);
}

function dateCondition(
  operator: string,
  [first, second]: readonly unknown[],
  options: ReadingOptions,
): Decide {
  const field = needField(first, options);
  const { amount, unit } = Object(second) as { amount: unknown; unit: unknown };
  const isRight = typeof second === "object" && !Array.isArray(second) && !isAbsent(second);
  if (!isRight || !Number.isSafeInteger(amount) || Number(amount) < 1) {
    throw new Mistake("no length of time");
  }
  if (!UNITS.some((name) => name === unit)) throw new Mistake("no unit");
  const duration = { amount, unit } as Duration;
  return (context, now) => isTrueOfDate(operator, valueAt(field, context), duration, now);
}

function equality(operator: string, given: readonly unknown[], options: ReadingOptions): Decide {
  const [first, second] = given;
  const [raw, other] = isVar(first) ? [first, second] : [second, first];
  const field = needField(raw, options);
  if (other !== null) return scalarCondition(operator, field, other, options);
  const isThere = presenceCondition("IS_DEFINED", raw, options);
  return operator === "EQUAL" ? (context, now) => !isThere(context, now) : isThere;
}

const LARGER_OR_SMALLER: ReadonlyMap<string, readonly [asItIs: string, turned: string]> = new Map([
  [">", ["LARGER", "SMALLER"]],
  [">=", ["LARGER_EQUAL", "SMALLER_EQUAL"]],
  ["<", ["SMALLER", "LARGER"]],
  ["<=", ["SMALLER_EQUAL", "LARGER_EQUAL"]],
]);

function ordering(name: string, given: readonly unknown[], options: ReadingOptions): Decide {
  const [first, second, third] = given;
  const [asItIs = "", turned = ""] = LARGER_OR_SMALLER.get(name) ?? [];
  if (given.length === 3) {
    const field = needField(second, options);
    if (name === "<=") {
      const items = [first, third].map((bound) => readItem(bound, options));
      return rangeCondition("BETWEEN", field, { kind: "items", items }, options);
    }
    const above = scalarCondition("LARGER", field, first, options);
    const below = scalarCondition("SMALLER", field, third, options);
    return (context, now) => above(context, now) && below(context, now);
  }
  return isVar(first)
    ? scalarCondition(asItIs, readVar(first, options), second, options)
    : scalarCondition(turned, needField(second, options), first, options);
}

const EQUALITIES: ReadonlyMap<string, string> = new Map([
  ["==", "EQUAL"],
  ["=", "EQUAL"],
  ["===", "EQUAL"],
  ["!=", "NOT_EQUAL"],
  ["!==", "NOT_EQUAL"],
]);
const TEXTS: ReadonlyMap<string, string> = new Map([
  ["contains", "CONTAINS"],
  ["doesNotContain", "NOT_CONTAINS"],
  ["startsWith", "STARTS_WITH"],
  ["doesNotBeginWith", "NOT_STARTS_WITH"],
  ["endsWith", "ENDS_WITH"],
  ["doesNotEndWith", "NOT_ENDS_WITH"],
]);
const LISTS: ReadonlyMap<string, string> = new Map([
  ["in", "IN"],
  ["notIn", "NOT_IN"],
  ["containsAny", "ANY_IN"],
  ["doesNotContainAny", "NOT_ANY_IN"],
]);
const RANGES: ReadonlyMap<string, string> = new Map([
  ["between", "BETWEEN"],
  ["notBetween", "NOT_BETWEEN"],
]);
const PRESENCES: ReadonlyMap<string, string> = new Map([
  ["notNull", "IS_DEFINED"],
  ["isEmpty", "IS_EMPTY"],
  ["isNonEmpty", "IS_NOT_EMPTY"],
]);

/** How many arguments an operator may have. */
function countsOf(name: string): readonly number[] {
  if (["null", "!", "!!", ...PRESENCES.keys()].includes(name)) return [1];
  return ["<", "<="].includes(name) ? [2, 3] : [2];
}

function readCondition(
  name: string,
  given: readonly unknown[],
  options: ReadingOptions,
): Decide | undefined {
  const [first, second] = given;
  const equal = EQUALITIES.get(name);
  if (equal !== undefined) return equality(equal, given, options);
  if (LARGER_OR_SMALLER.has(name)) return ordering(name, given, options);
  if (name === "in" && !isVar(first) && isVar(second)) {
    return scalarCondition("CONTAINS", readVar(second, options), first, options);
  }
  const list = LISTS.get(name);
  if (list !== undefined) return listCondition(list, given, options);
  const text = TEXTS.get(name);
  if (text !== undefined) return scalarCondition(text, needField(first, options), second, options);
  const range = RANGES.get(name);
  if (range !== undefined) {
    return rangeCondition(range, needField(first, options), readList(second, options), options);
  }
  const presence = PRESENCES.get(name);
  if (presence !== undefined) return presenceCondition(presence, first, options);
  if (name === "null") {
    const isThere = presenceCondition("IS_DEFINED", first, options);
    return (context, now) => !isThere(context, now);
  }
  return RELATIVE_OPERATORS.includes(name) ? dateCondition(name, given, options) : undefined;
}

/** @param isSigned - whether a sign that counts with the node stands on it */
function readRule(
  raw: unknown,
  depth: number,
  count: NodeCount,
  options: ReadingOptions,
  isSigned = false,
): Decide {
  const [name, ...others] = keysOf(raw);
  const isSign = name === "!" || name === "!!";
  if (!isSigned || isSign) count.add(options);
  if (typeof raw === "boolean") return () => raw;
  if (name === undefined || others.length > 0) throw new Mistake("no rule");
  const given = argumentsOf(raw as object, name);
  if (name === "var") return presenceCondition("IS_TRUTHY", raw, options);
  if (name === "and" || name === "or") {
    if (depth >= limitsOf(options).depth) throw new Mistake("too deep");
    if (given.length === 0) throw new Mistake("an empty group");
    const parts = given.map((part) => readRule(part, depth + 1, count, options));
    return name === "and"
      ? (context, now) => parts.every((part) => part(context, now))
      : (context, now) => parts.some((part) => part(context, now));
  }
  if (isSign) {
    if (given.length !== 1) throw new Mistake("not one argument");
    const inner = readRule(given[0], depth, count, options, true);
    return name === "!" ? (context, now) => !inner(context, now) : inner;
  }
  if (!countsOf(name).includes(given.length)) throw new Mistake("a wrong number of arguments");
  const decide = readCondition(name, given, options);
  if (decide === undefined) throw new Mistake(`no operator: ${name}`);
  return decide;
}

function read(rules: unknown, options: ReadingOptions): Decide {
  return areNoRules(rules) ? () => true : readRule(rules, 0, new NodeCount(), options);
}

/** The first mistake in the rules, `undefined` where there is none. */
export function mistakeInRules(rules: unknown, options: ReadingOptions = {}): string | undefined {
  try {
    read(rules, options);
    return undefined;
  } catch (error) {
    if (error instanceof Mistake) return error.message;
    throw error;
  }
}

/** Whether rules without mistakes pass in the context. */
export function rulesPass(rules: unknown, context: object, options: ReadingOptions = {}): boolean {
  return read(rules, options)(context, clockOf(context));
}
