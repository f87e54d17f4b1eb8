import fc from "fast-check";
import { UNITS } from "../relative-date.js";
import { anyOperand, boundsNear, scalarOperand } from "./operands.js";
import { brokenPath, pathTo, pathToList, referenceTo, sourceName } from "./paths.js";
import { FAMILIES, type Family } from "./pool.js";
import { literal } from "./values.js";

/** A rule as it stands in a record's JSON. */
export type RawRule = Readonly<Record<string, unknown>>;

/** A rule that is one condition, with its operator. */
export interface SingleRule {
  readonly operator: string;
  readonly rule: RawRule;
}

/** A field at the end of one of the paths. */
function varTo(path: fc.Arbitrary<string>): fc.Arbitrary<RawRule> {
  return fc
    .tuple(sourceName, path, fc.boolean())
    .map(([name, to, isListed]) => ({ var: isListed ? [`${name}.${to}`] : `${name}.${to}` }));
}

function value(family: Family, isOrder: boolean): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: scalarOperand("inferred", family, isOrder) },
    { weight: 1, arbitrary: varTo(pathTo(family)) },
  );
}

function list(family: Family): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.array(value(family, false), { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: varTo(pathToList(family)) },
    { weight: 1, arbitrary: referenceTo(pathToList(family)) },
  );
}

/** Two bounds, a literal low one not above a literal high one. */
function bounds(family: Family): fc.Arbitrary<readonly [unknown, unknown]> {
  const both = boundsNear(family);
  const field = varTo(pathTo(family));
  return fc.oneof(
    { weight: 5, arbitrary: both },
    { weight: 1, arbitrary: fc.tuple(field, both).map(([low, [, high]]) => [low, high] as const) },
    { weight: 1, arbitrary: fc.tuple(both, field).map(([[low], high]) => [low, high] as const) },
  );
}

const RANGE_FIELDS = fc.constantFrom("range", "numbers", "dates", "tags", "t");

/** Lengths of time, so that one before a clock of the contexts is often a date of theirs. */
const duration: fc.Arbitrary<unknown> = fc.record(
  {
    amount: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(1, 1, 1, 2, 12, 13, 30) },
      { weight: 1, arbitrary: fc.constantFrom(1_000_000, 8e12, Number.MAX_SAFE_INTEGER) },
    ),
    unit: fc.constantFrom(...UNITS),
  },
  { noNullPrototype: true },
);

/** Of the clocks, most are one of these after a date of the contexts. */
const oneUnit: fc.Arbitrary<unknown> = fc
  .constantFrom(...UNITS)
  .map((unit) => ({ amount: 1, unit }));

type Made = fc.Arbitrary<readonly unknown[]>;

function equalityArguments(near: Family, field: fc.Arbitrary<RawRule>): Made {
  const other = fc.oneof(
    { weight: 9, arbitrary: value(near, false) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  return fc
    .tuple(field, other, fc.boolean())
    .map(([first, second, isTurned]) => (isTurned ? [second, first] : [first, second]));
}

function orderArguments(near: Family, field: fc.Arbitrary<RawRule>): Made {
  return fc
    .tuple(field, value(near, true), fc.boolean())
    .map(([first, second, isTurned]) => (isTurned ? [second, first] : [first, second]));
}

const partOfText: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a", "b", "a", "2024", "1", "0", "", "😀", "true", 10) },
  { weight: 2, arbitrary: literal.text },
  { weight: 1, arbitrary: value("text", false) },
);

/** Arguments without mistakes for each operator, of a field that mostly holds the family's values. */
function argumentsByOperator(near: Family): ReadonlyMap<string, Made> {
  const field = varTo(pathTo(near));
  const text = varTo(pathTo("text"));
  const date = varTo(pathTo("date"));
  const equal = equalityArguments(near, field);
  const order = orderArguments(near, field);
  const between = fc.tuple(bounds(near), field).map(([[low, high], middle]) => [low, middle, high]);
  const amid = fc.oneof({ weight: 2, arbitrary: order }, { weight: 1, arbitrary: between });
  const part = fc.tuple(fc.oneof(text, field), partOfText);
  const member = fc.tuple(field, list(near));
  const range = fc.tuple(
    field,
    fc.oneof(
      { weight: 5, arbitrary: bounds(near) },
      { weight: 1, arbitrary: varTo(RANGE_FIELDS) },
      { weight: 1, arbitrary: referenceTo(RANGE_FIELDS) },
    ),
  );
  const alone = fc.tuple(fc.oneof(field, varTo(pathToList(near))));
  const ago = fc.tuple(date, duration);
  const contained = part.map(([whole, literalPart]) => [literalPart, whole]);
  return new Map<string, Made>([
    ...["==", "=", "===", "!=", "!=="].map((name) => [name, equal] as const),
    ...[">", ">="].map((name) => [name, order] as const),
    ...["<", "<="].map((name) => [name, amid] as const),
    ["in", fc.oneof({ weight: 2, arbitrary: member }, { weight: 1, arbitrary: contained })],
    ...["notIn", "containsAny", "doesNotContainAny"].map((name) => [name, member] as const),
    ...["contains", "doesNotContain", "startsWith", "doesNotBeginWith"].map(
      (name) => [name, part] as const,
    ),
    ...["endsWith", "doesNotEndWith"].map((name) => [name, part] as const),
    ...["between", "notBetween"].map((name) => [name, range] as const),
    ...["null", "notNull", "isEmpty", "isNonEmpty", "var"].map((name) => [name, alone] as const),
    ...["moreThanXAgo", "lessThanXAgo", "withinLast", "notWithinLast"].map(
      (name) => [name, ago] as const,
    ),
    ["exactlyXAgo", fc.tuple(date, fc.oneof({ weight: 9, arbitrary: oneUnit }, duration))],
  ]);
}

const byFamily = FAMILIES.map(argumentsByOperator);

/** Every operator that makes a condition of its arguments. */
export const RULE_OPERATORS: readonly string[] = [...(byFamily[0]?.keys() ?? [])];

/** One condition alone, without mistakes. */
export const validSingleRule: fc.Arbitrary<SingleRule> = fc.oneof(
  ...byFamily.flatMap((made) =>
    [...made].map(([operator, given]) =>
      given.map((args) => {
        const [first] = args;
        if (operator === "var") return { operator, rule: first as RawRule };
        // A lone argument may stand without its list.
        const isAlone = args.length === 1 && JSON.stringify(first).length % 2 === 0;
        return { operator, rule: { [operator]: isAlone ? first : args } };
      }),
    ),
  ),
);

const constant: fc.Arbitrary<unknown> = fc.boolean();

function node(depth: number, condition: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const leaf = fc.oneof({ weight: 20, arbitrary: condition }, { weight: 1, arbitrary: constant });
  if (depth === 0) return leaf;
  const inner = node(depth - 1, condition);
  const group = fc
    .tuple(fc.constantFrom("and", "or"), fc.array(inner, { minLength: 1, maxLength: 3 }))
    .map(([name, parts]) => ({ [name]: parts }));
  const signed = fc
    .tuple(fc.constantFrom("!", "!", "!!"), inner, fc.boolean())
    .map(([sign, part, isListed]) => ({ [sign]: isListed ? [part] : part }));
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 3, arbitrary: group },
    { weight: 2, arbitrary: signed },
  );
}

/** Rules without mistakes. */
export const validRules: fc.Arbitrary<unknown> = node(
  3,
  validSingleRule.map(({ rule }) => rule),
);

const wrongNode: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[{}, [], null, undefined, "", "a", 1, { a: 1, b: 2 }, { log: 1 }, { and: [] }, { or: [] }],
    ...[{ constructor: [] }, { toString: [] }, { "!": [] }, { "!!": [true, false] }, { EQUAL: [] }],
    ...[{ if: [true, true, false] }, { "==": [1, 1] }, { "+": [1, 2] }, { and: null }, { var: "" }],
    ...[{ var: "subscriber" }, { var: "stranger.n" }, { var: ["subscriber.n", 1] }, { var: [] }],
    ...[{ var: 'subscriber["n"]' }, { var: 0 }, { var: null }, { var: { var: "subscriber.n" } }],
    ...[{ in: ["a", "abc"] }, { in: [{ var: "subscriber.t" }, "abc"] }],
  ),
  brokenPath.map((path) => ({ var: `subscriber.${path}` })),
  brokenPath.map((path) => ({ "==": [{ var: `subscriber.${path}` }, 1] })),
  fc
    .constantFrom<unknown>(
      ...[0, -1, 1.5, "1", null, Number.NaN, 2 ** 53].map((amount) => ({ amount, unit: "days" })),
      ...["day", "Days", "", null, "seconds", "toString"].map((unit) => ({ amount: 1, unit })),
      ...["1 day", null, [], [1, "days"], 1, {}],
    )
    .map((wrong) => ({ withinLast: [{ var: "subscriber.d" }, wrong] })),
);

/** Rules with exactly one mistake, at the top or inside. */
export const mistakenRules: fc.Arbitrary<unknown> = fc
  .tuple(wrongNode, validRules, fc.nat(3))
  .map(([wrong, right, place]) => {
    if (place === 0) return { and: [right, wrong] };
    if (place === 1) return { "!": [{ or: [wrong, right] }] };
    return { "!!": [wrong] };
  });

/** An operator of which the arguments come as they come, so that many have a mistake. */
const looseRule: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.constantFrom(...RULE_OPERATORS.filter((name) => name !== "var")),
    fc.array(fc.oneof(anyOperand, varTo(pathTo("text"))), { minLength: 1, maxLength: 3 }),
    varTo(pathTo("number")),
    fc.nat(3),
  )
  .map(([name, given, field, place]) => {
    const args = place < 3 ? [field, ...given.slice(0, 1)] : given;
    return { [name]: place === 1 ? args.reverse() : args };
  });

/** Rules as they may come: mostly without mistakes. */
export const anyRules: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 14, arbitrary: validRules },
  { weight: 4, arbitrary: looseRule },
  { weight: 2, arbitrary: mistakenRules },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, null, {}) },
);
