import { afterEach, describe, expect, jest, test } from "@jest/globals";
import {
  compileConditions,
  compileRules,
  createRouter,
  explainSelection,
  rankIntegrations,
  resolveIntegration,
  type SelectionContext,
} from "integration-router";
import { codegen } from "integration-router/codegen";
import { condition, group } from "../support/build.js";
import { A } from "../support/rules.js";

const NOW = Date.UTC(2024, 2, 31, 12);
const recent = { withinLast: [A, { amount: 1, unit: "days" }] };
const old = { moreThanXAgo: [A, { amount: 1, unit: "days" }] };
const payload = { a: NOW - 3_600_000 };

afterEach(() => {
  jest.restoreAllMocks();
});

/** Counts how often the time is asked for; it goes on by a day each time. */
function countedClock(): { readonly reads: () => number } {
  let reads = 0;
  jest.spyOn(Date, "now").mockImplementation(() => NOW + 86_400_000 * reads++);
  return { reads: () => reads };
}

/** The context's clock, counted. */
function countedNow(now: unknown = NOW): { context: SelectionContext; reads: () => number } {
  let reads = 0;
  const context = Object.defineProperty({ channel: "email" as const, payload }, "now", {
    enumerable: true,
    get: () => {
      reads++;
      return now;
    },
  });
  return { context, reads: () => reads };
}

const WAYS = [
  ["closures", {}],
  ["generated code", { codegen }],
] as const;

describe.each(WAYS)("a predicate of %s", (_, options) => {
  test("reads the clock once for each call, however many operators look at it", () => {
    const passes = compileRules(
      { and: [recent, { "!": old }, recent, { or: [old, recent] }] },
      options,
    );
    const clock = countedClock();
    expect(passes({ payload })).toBe(true);
    expect(clock.reads()).toBe(1);
    expect(passes({ payload })).toBe(false);
    expect(clock.reads()).toBe(2);
  });

  test("keeps its clock where data that is read asks it about another", () => {
    const passes = compileRules({ and: [{ "==": [A, payload.a] }, recent] }, options);
    const later = NOW + 7 * 86_400_000;
    let inner: boolean | undefined;
    const reading = {
      get a() {
        inner ??= passes({ payload, now: later });
        return payload.a;
      },
    };
    expect(passes({ payload: reading, now: NOW })).toBe(true);
    expect(inner).toBe(false);
  });

  test("reads the context's clock once, and then no other", () => {
    const passes = compileRules({ and: [recent, recent, recent] }, options);
    const clock = countedClock();
    const { context, reads } = countedNow();
    expect(passes(context)).toBe(true);
    expect([reads(), clock.reads()]).toEqual([1, 0]);
  });

  test("reads none where nothing looks at it", () => {
    const clock = countedClock();
    const { context, reads } = countedNow();
    expect(compileRules({ and: [{ notNull: A }, A] }, options)(context)).toBe(true);
    const conditions = [group([condition("LARGER", 5)], { type: "DATE" })];
    expect(compileConditions(conditions, options)(context)).toBe(true);
    expect([reads(), clock.reads()]).toEqual([0, 0]);
  });

  test.each<[name: string, now: unknown, passed: boolean]>([
    ["a Date", new Date(NOW), true],
    ["epoch milliseconds", NOW, true],
    ["a date as text", "2024-03-31T12:00:00Z", true],
    ["another time", "2024-04-02", false],
    ["an invalid Date", new Date(Number.NaN), false],
    ["text that is no date", "now", false],
    ["an object", {}, false],
    ["a time that no calendar has", 9e15, false],
    ["infinity", Number.POSITIVE_INFINITY, false],
  ])("takes %s", (_, now, passed) => {
    const context = { payload, now } as SelectionContext;
    expect(compileRules(recent, options)(context)).toBe(passed);
    const not = { notWithinLast: recent.withinLast };
    expect(compileRules(not, options)(context)).toBe(!passed);
  });

  test.each(["moreThanXAgo", "lessThanXAgo", "withinLast", "exactlyXAgo"])(
    "%s is false without a clock that is a date",
    (operator) => {
      for (const unit of ["minutes", "years"]) {
        const rule = { [operator]: [A, { amount: 1, unit }] };
        for (const a of [0, NOW, 8.64e15, -8.64e15]) {
          const context = { payload: { a }, now: new Date(Number.NaN) };
          expect(compileRules(rule, options)(context)).toBe(false);
        }
      }
    },
  );

  test("takes the current time where the context has none of its own", () => {
    jest.spyOn(Date, "now").mockReturnValue(NOW);
    const passes = compileRules(recent, options);
    for (const now of [undefined, null]) expect(passes({ payload, now })).toBe(true);
    expect(passes(Object.assign(Object.create({ now: 0 }), { payload }))).toBe(true);
  });

  test("a clock that throws is no date", () => {
    const context = {
      payload,
      get now(): never {
        throw new Error("no clock");
      },
    };
    expect(compileRules(recent, options)(context)).toBe(false);
  });
});

describe("a selection reads the clock once", () => {
  const rows = Array.from({ length: 50 }, (_, index) => ({
    identifier: `i-${index}`,
    channel: "email",
    active: true,
    rules: index === 40 ? recent : { and: [old, recent] },
  }));
  const CALLS: [string, (context: SelectionContext) => unknown][] = [
    ["resolveIntegration", (context) => resolveIntegration(rows, context).integration?.identifier],
    ["rankIntegrations", (context) => rankIntegrations(rows, context)[0]?.identifier],
    ["explainSelection", (context) => explainSelection(rows, context).selected?.identifier],
    ...[true, false].flatMap((index) => {
      const router = createRouter(rows, { index });
      const calls: typeof CALLS = [
        ["select", (context) => router.select(context)?.identifier],
        ["resolve", (context) => router.resolve(context).integration?.identifier],
        ["rank", (context) => router.rank(context)[0]?.identifier],
        ["explain", (context) => router.explain(context).selected?.identifier],
      ];
      return calls.map(
        ([name, call]) => [`router.${name}, index ${index}`, call] as (typeof CALLS)[0],
      );
    }),
  ];

  test.each(CALLS)("%s", (_, call) => {
    const { context, reads } = countedNow();
    expect([call(context), reads()]).toEqual(["i-40", 1]);
    expect([call(context), reads()]).toEqual(["i-40", 2]);
    const clock = countedClock();
    expect(call({ channel: "email", payload })).toBe("i-40");
    expect(clock.reads()).toBe(1);
    // a day later, by the same clock
    expect(call({ channel: "email", payload })).toBe(undefined);
    expect(clock.reads()).toBe(2);
  });

  test("and not at all where no rule that it reaches looks at it", () => {
    const plain = rows.map((row) => ({ ...row, rules: { notNull: A } }));
    const clock = countedClock();
    const { context, reads } = countedNow();
    expect(createRouter(plain).select(context)?.identifier).toBe("i-0");
    expect(rankIntegrations(plain, context)).toHaveLength(50);
    expect(explainSelection(plain, context).selected?.identifier).toBe("i-0");
    expect([reads(), clock.reads()]).toEqual([0, 0]);
  });
});
