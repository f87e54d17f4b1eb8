import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { type ConditionContext, ConditionsError, compileTree } from "integration-router";
import { addOperators, toJsonLogic } from "integration-router/json-logic";
import jsonLogic from "json-logic-js";
import { A, B } from "../support/rules.js";
import { NOT_DATA, revoked, throwing, withGetters } from "./hostile.js";
import { apply, rewritten, treeOf } from "./written.js";

const FIELD = { source: "payload", path: "a" };

beforeAll(() => addOperators(jsonLogic));

describe("a rule with the operators", () => {
  test.each([
    [{ and: [A, { "!=": [A, "y"] }] }, "x", true],
    [{ and: [A, { "!=": [A, "y"] }] }, "y", false],
    [{ or: [{ "==": [A, B] }, { ">": [A, 5] }] }, "b", true],
    [{ or: [{ "==": [A, B] }, { ">": [A, 5] }] }, 4, false],
    [{ "!": [{ or: [{ in: [A, ["x", B]] }, { isEmpty: A }] }] }, "b", false],
    [{ "!": [{ or: [{ in: [A, ["x", B]] }, { isEmpty: A }] }] }, "y", true],
    // json-logic-js coerces: "1" == 1 and [] == "" and null >= 0
    [{ "==": [A, 1] }, true, false],
    [{ "==": [A, ""] }, [], false],
    [{ ">=": [A, 0] }, null, false],
    [true, "x", true],
    [false, "x", false],
  ])("%j on %j", (rules, a, expected) => {
    expect(apply(rewritten(rules), { payload: { a, b: "b" } })).toBe(expected);
  });

  test("stands beside other rules in one", () => {
    const rule = {
      if: [{ "ir:IN": [FIELD, ["x", "y"]] }, { cat: ["is ", { var: "payload.a" }] }, "another"],
    };
    expect(apply(rule, { payload: { a: "x" } })).toBe("is x");
    expect(apply(rule, { payload: {} })).toBe("another");
  });

  test("reads what the data is there, inside filter, map and their kin", () => {
    const data = { items: [{ payload: { a: "x" } }, { payload: { a: "y" } }, "text", null] };
    const rule = { "ir:EQUAL": [FIELD, "x"] };
    expect(apply({ map: [{ var: "items" }, rule] }, data)).toEqual([true, false, false, false]);
    expect(apply({ filter: [{ var: "items" }, { "ir:NOT_EQUAL": [FIELD, "x"] }] }, data)).toEqual(
      data.items.slice(1),
    );
    expect(apply({ some: [{ var: "items" }, rule] }, data)).toBe(true);
    expect(apply(rule, data)).toBe(false);
  });

  test("sees no inherited property", () => {
    const rule = rewritten({ notNull: { var: "payload.constructor" } });
    expect(apply({ var: "payload.constructor" }, { payload: {} })).toBe(Object);
    expect(apply(rule, { payload: {} })).toBe(false);
    expect(apply(rule, { payload: { constructor: 1 } })).toBe(true);
    expect(apply(rewritten({ "==": [{ var: "payload.__proto__.b" }, 1] }), { payload: {} })).toBe(
      false,
    );
  });

  test("reads any source that it names", () => {
    const tree = treeOf(
      { "==": [{ var: "a.b.c" }, { var: "__proto__.d" }] },
      {
        sources: ["a.b", "__proto__"],
      },
    );
    const data = JSON.parse('{ "a.b": { "c": 1 }, "__proto__": { "d": "1" } }');
    expect(apply(toJsonLogic(tree), data)).toBe(true);
    expect(apply(toJsonLogic(tree), { "a.b": { c: 1 } })).toBe(false);
  });

  test("may hold more than the usual limits allow", () => {
    const limits = { items: 20_000, patternLength: 5_000, textLength: 200_000, pathSteps: 100 };
    const path = `a${".a".repeat(80)}`;
    const items = Array.from({ length: 15_000 }, (_, index) => `item ${index}`);
    for (const [rules, a] of [
      [{ in: [A, items] }, "item 14999"],
      [{ contains: [A, "x".repeat(150_000)] }, "x".repeat(150_001)],
      [{ null: { var: `payload.${path}` } }, 1],
    ] as const) {
      expect(apply(toJsonLogic(treeOf(rules, { limits })), { payload: { a } })).toBe(true);
    }
    const pattern = { "ir:LIKE": [FIELD, "x%".repeat(1_000)] };
    expect(apply(pattern, { payload: { a: "x".repeat(1_000) } })).toBe(true);
  });
});

describe("the clock", () => {
  const now = Date.UTC(2024, 2, 31);
  const rule = rewritten({ withinLast: [A, { amount: 1, unit: "months" }] });

  test("is the data's now", () => {
    for (const clock of [now, new Date(now)]) {
      expect(apply(rule, { payload: { a: "2024-02-29" }, now: clock })).toBe(true);
      expect(apply(rule, { payload: { a: "2024-02-28" }, now: clock })).toBe(false);
    }
    expect(apply(rule, { payload: { a: "2024-02-29" }, now: "yesterday" })).toBe(false);
  });

  test("is the current time without it", () => {
    jest.useFakeTimers({ now });
    try {
      expect(apply(rule, { payload: { a: "2024-02-29" } })).toBe(true);
      jest.setSystemTime(now + 1);
      expect(apply(rule, { payload: { a: "2024-02-29" } })).toBe(false);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe("whatever the data is, the rule gives what the predicate gives", () => {
  const rules: readonly unknown[] = [
    ...[A, { "==": [A, "x"] }, { "!=": [A, "x"] }, { in: [A, ["x"]] }, { notIn: [A, B] }],
    ...[{ null: A }, { isEmpty: A }, { "!": [{ ">": [A, B] }] }, { between: [A, ["a", "z"]] }],
    { notWithinLast: [A, { amount: 1, unit: "days" }] },
    { or: [{ contains: [A, "x"] }, { doesNotContain: [B, "x"] }] },
  ];
  const data: readonly unknown[] = [
    ...NOT_DATA,
    ...[throwing({}), revoked({}), withGetters({}, "payload"), withGetters({}, "now")],
    ...[{ payload: throwing({}) }, { payload: revoked([]) }, { payload: withGetters({}, "a") }],
    ...[{ payload: { a: revoked({}) } }, { payload: { a: throwing([1]) } }],
    { payload: { a: "x" }, now: { valueOf: () => 0 } },
  ];

  test.each(rules)("%j", (each) => {
    const tree = treeOf(each);
    const predicate = compileTree(tree);
    const results = data.map((context) => [
      apply(toJsonLogic(tree), context),
      predicate(context as ConditionContext),
    ]);
    for (const [applied, expected] of results) expect(applied).toBe(expected);
  });
});

describe("what is compiled is kept by what the rule says", () => {
  test("a rule that was changed in place decides anew", () => {
    const rule = { "ir:IN": [{ source: "payload", path: "a" }, ["x"], "TEXT"] };
    const [field, items] = rule["ir:IN"] as [{ path: string }, string[]];
    const data = { payload: { a: "x", b: "y" } };
    expect(apply(rule, data)).toBe(true);
    field.path = "b";
    expect(apply(rule, data)).toBe(false);
    items.push("y");
    expect(apply(rule, data)).toBe(true);
    rule["ir:IN"][2] = "NUMBER";
    expect(() => apply(rule, data)).toThrow(ConditionsError);
  });

  test("operators and types of the same arguments are told apart", () => {
    const data = { payload: { a: "10" } };
    expect(apply({ "ir:SMALLER": [FIELD, "9"] }, data)).toBe(false);
    expect(apply({ "ir:SMALLER": [FIELD, "9", "TEXT"] }, data)).toBe(true);
    expect(apply({ "ir:LARGER": [FIELD, "9"] }, data)).toBe(true);
    expect(apply({ "ir:EQUAL": [FIELD, "10", "TEXT"] }, data)).toBe(true);
    expect(apply({ "ir:EQUAL": [FIELD, 10, "TEXT"] }, data)).toBe(true);
    expect(apply({ "ir:EQUAL": [FIELD, true] }, data)).toBe(false);
    expect(apply({ "ir:EQUAL": [FIELD, "true"] }, { payload: { a: "true" } })).toBe(true);
  });

  test("a condition is compiled once, and again after very many others", () => {
    const parse = jest.spyOn(JSON, "parse");
    /** How often anything is compiled while a condition on a text is applied to it. */
    const compilations = (text: string): number => {
      parse.mockClear();
      expect(apply({ "ir:EQUAL": [FIELD, text] }, { payload: { a: text } })).toBe(true);
      expect(apply({ "ir:EQUAL": [FIELD, text] }, { payload: { a: "" } })).toBe(false);
      return parse.mock.calls.length;
    };
    const compileOthers = (round: number): void => {
      for (let index = 0; index < 20; index++) {
        compilations(`${round} ${index}${"-".repeat(40_000)}`);
      }
    };
    try {
      expect(compilations("early")).toBe(1);
      expect(compilations("early")).toBe(0);
      // What is asked for now and then stays.
      for (let round = 0; round < 5; round++) {
        compileOthers(round);
        expect(compilations("early")).toBe(0);
      }
      for (let round = 5; round < 10; round++) compileOthers(round);
      expect(compilations("early")).toBe(1);
    } finally {
      parse.mockRestore();
    }
  });
});

describe("a rule with a mistake throws when it is applied", () => {
  test.each([
    [{ "ir:EQUAL": [FIELD] }, 'rules["ir:EQUAL"]: found one argument; expected two or three'],
    [{ "ir:IN": [FIELD, ["x", null]] }, 'rules["ir:IN"][1][1]: found null'],
    [{ "ir:EQUAL": [{ source: "", path: "a" }, 1] }, 'rules["ir:EQUAL"][0].source: found ""'],
    [{ "ir:EQUAL": ["payload.a", 1] }, 'rules["ir:EQUAL"][0]: found "payload.a"'],
    [{ "ir:LIKE": [FIELD, "\\"] }, "lone backslash"],
    [{ "ir:EQUAL": [FIELD, { var: "payload.b" }, { var: "nothing" }] }, undefined],
  ])("%j", (rule, message) => {
    const data = { payload: { a: 1, b: 1 } };
    // Twice: a mistake is not remembered as anything else.
    for (let time = 0; time < 2; time++) {
      if (message === undefined) expect(apply(rule, data)).toBe(true);
      else expect(() => apply(rule, data)).toThrow(message);
    }
  });
});
