import fc from "fast-check";
import { LIBRARY_OPERATORS, NOVU_OPERATORS } from "../../support/novu-json-logic.js";
import type { Context } from "./contexts.js";

/** The instant that random contexts are evaluated at: the last of a long month. */
export const NOW: number = Date.UTC(2024, 2, 31, 12);

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(0, 1, -1, 2, 18, 0.5, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom<unknown>("", "a", "ab", "b", "1", " 2 ", "0x10", "true", "false", "null"),
  fc.constantFrom<unknown>(true, false, null, undefined),
  fc.constantFrom<unknown>("acme-1", "globex-1", "2024-02-29", "2024-03-30T12:00:00Z", "1 may"),
  fc.constantFrom<unknown>(NOW, NOW - 86_400_000, "2024-03-02", "2023-03-31", "2024-03-31T11:59"),
);

const durations: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    amount: fc.constantFrom<unknown>(1, 2, 13, 0, "1", 1.5),
    unit: fc.constantFrom("minutes", "hours", "days", "weeks", "months", "years", "eons"),
  }),
  fc.constantFrom<unknown>({ amount: 1 }, "1 day", null),
);

const paths: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<unknown>(
      "payload.a",
      "payload.a",
      "payload.b",
      "payload.list",
      "payload.list",
      "payload.list.0",
      "payload.rule",
      "payload.odd",
      "subscriber.a",
      "subscriber.none",
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      "",
      "a",
      "current",
      "accumulator",
      "payload",
      "payload.list.length",
      "payload.a.length",
      "payload.a.toString",
      "payload.constructor.name",
      "..",
      null,
      0,
      1,
      ["a"],
    ),
  },
);

const number: fc.Arbitrary<number> = fc.constantFrom(-1, 0, 1, 2, 3, 18, Number.NaN);
const text: fc.Arbitrary<string> = fc.constantFrom("", "a", "ab", "abc", "bc", "b");
const field: fc.Arbitrary<unknown> = fc
  .constantFrom("payload.a", "payload.b", "payload.list")
  .map((path) => ({ var: path }));

function shaped(
  operators: readonly string[],
  ...given: readonly fc.Arbitrary<unknown>[]
): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...operators), fc.tuple(...given))
    .map(([operator, values]) => ({ [operator]: values }));
}

/** Units with their length, and the tolerance that a date so long ago is given. */
const SPANS: readonly (readonly [unit: string, length: number, tolerance: number])[] = [
  ["minutes", 60_000, 60_000],
  ["hours", 3_600_000, 3_600_000],
  ["days", 86_400_000, 86_400_000],
  ["weeks", 604_800_000, 86_400_000],
  // One month and one year before the last of March 2024.
  ["months", NOW - Date.UTC(2024, 2, 2, 12), 86_400_000],
  ["years", NOW - Date.UTC(2023, 2, 31, 12), 604_800_000],
];

/** Dates at the very instants where a relative operator turns. */
const turningRule: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.constantFrom(
      "moreThanXAgo",
      "lessThanXAgo",
      "withinLast",
      "notWithinLast",
      "exactlyXAgo",
      "exactlyXAgo",
    ),
    fc.constantFrom(...SPANS),
    fc.constantFrom(-1, 0, 0, 1),
    fc.constantFrom("start", "start", "now", "before", "after"),
  )
  .map(([operator, [unit, length, tolerance], shift, turn]) => {
    const start = NOW - length;
    const turns: Record<string, number> = {
      start,
      now: NOW,
      before: start - tolerance,
      after: start + tolerance,
    };
    return { [operator]: [(turns[turn] ?? 0) + shift, { amount: 1, unit }] };
  });

/** Rules with arguments of the kinds that their operators are meant for. */
const shapedRule: fc.Arbitrary<unknown> = fc.oneof(
  shaped(["between", "notBetween"], fc.oneof(number, field), fc.tuple(number, number)),
  shaped(["<", "<=", ">", ">=", "in"], fc.oneof(number, field), number, number),
  shaped(["startsWith", "endsWith", "contains"], text, text),
  shaped(["doesNotBeginWith", "doesNotEndWith", "doesNotContain", "in"], text, text),
  shaped(["containsAny", "doesNotContainAny"], fc.array(number), fc.array(number)),
  shaped(["notIn", "in"], fc.oneof(number, field), fc.array(number)),
  turningRule,
  turningRule,
  shaped(["isEmpty", "isNonEmpty", "null", "notNull"], fc.oneof(field, text, fc.constant([]))),
  fc
    .tuple(text, number, number, text)
    .map(([source, start, end, other]) => ({ "===": [{ substr: [source, start, end] }, other] })),
  fc
    .tuple(fc.constantFrom("+", "*", "-", "/", "%", "min", "max"), number, number, number)
    .map(([operator, a, b, c]) => ({ "===": [{ [operator]: [a, b] }, c] })),
);

const { rule } = fc.letrec<{ rule: unknown; argument: unknown; given: unknown }>((tie) => ({
  argument: fc.oneof(
    { maxDepth: 4, depthIdentifier: "rule", withCrossShrink: true },
    { weight: 4, arbitrary: paths.map((path) => ({ var: path })) },
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: durations },
    { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
    { weight: 5, arbitrary: tie("rule") },
    { weight: 1, arbitrary: fc.array(tie("argument"), { maxLength: 2, depthIdentifier: "rule" }) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>({}, { a: 1, b: 2 }, [], [[]]) },
  ),
  given: fc.oneof(
    { weight: 8, arbitrary: fc.array(tie("argument"), { maxLength: 4, depthIdentifier: "rule" }) },
    { weight: 6, arbitrary: fc.tuple(tie("argument"), tie("argument")) },
    { weight: 2, arbitrary: tie("argument") },
  ),
  rule: fc.oneof(
    { maxDepth: 4, depthIdentifier: "rule", withCrossShrink: true },
    { weight: 2, arbitrary: operation("==") },
    { weight: 2, arbitrary: fc.tuple(paths, scalar).map((given) => ({ var: given })) },
    {
      weight: 20,
      arbitrary: fc
        .tuple(fc.constantFrom(...NOVU_OPERATORS, ...LIBRARY_OPERATORS), tie("given"))
        .map(([operator, given]) => ({ [operator]: given })),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...NOVU_OPERATORS), paths, fc.oneof(scalar, durations))
        .map(([operator, path, value]) => ({ [operator]: [{ var: path }, value] })),
    },
    { weight: 1, arbitrary: tie("given").map((given) => ({ "no.such": given })) },
  ),
}));

function operation(operator: string): fc.Arbitrary<unknown> {
  return fc.tuple(paths, scalar).map(([path, value]) => ({ [operator]: [{ var: path }, value] }));
}

/** Rules of every operator, of any shape that JSON Logic can have and many that it should not. */
export const novuRule: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: rule },
  { weight: 1, arbitrary: shapedRule },
);

class WithInherited {
  get inherited(): string {
    return "a";
  }
}

/** Values that throw when they are converted, read or compared, and others that no JSON has. */
const hostile: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  Symbol("a"),
  5n,
  Object.create(null),
  new Date(NOW),
  new Date(Number.NaN),
  () => "a",
  new WithInherited(),
  {
    get a(): never {
      throw new Error("hostile");
    },
  },
  {
    toString(): never {
      throw new Error("hostile");
    },
  },
  { valueOf: () => 18 },
  new Map(),
  new Proxy([1], {}),
);

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 10, arbitrary: scalar },
  { weight: 3, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>([{ a: 1 }, { a: "a" }], { a: { a: 1 } }) },
  { weight: 1, arbitrary: hostile },
);

/** Contexts for these rules; what they hold can be a rule itself, which `missing` evaluates. */
export const novuContext: fc.Arbitrary<Context> = fc
  .record(
    {
      payload: fc.record(
        { a: value, b: value, list: fc.array(value, { maxLength: 3 }), odd: hostile, rule },
        { requiredKeys: ["a", "list"] },
      ),
      subscriber: fc.oneof(fc.record({ a: value }), scalar),
    },
    { requiredKeys: ["payload"] },
  )
  .map((context) => ({ ...context, now: NOW }));
