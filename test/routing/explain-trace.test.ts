import { describe, expect, test } from "@jest/globals";
import { type ConditionTrace, explainSelection } from "integration-router";
import { condition, group, type Raw } from "../support/build.js";
import { FAILING, INVALID, MATCHING, message, row } from "./support/rows.js";
import { conditionsIn, traceOf } from "./support/traces.js";

/** The trace of one condition, its only certain parts left out. */
function told(one: Raw, fields?: Raw): Partial<ConditionTrace> {
  const [trace] = conditionsIn(traceOf([group([one])], fields));
  const { value: _, ...about } = one;
  expect(trace).toMatchObject({ kind: "condition", ...about });
  const { kind, on, field, operator, ...rest } = trace ?? {};
  return rest;
}

describe("which candidates have one", () => {
  const shut = "shut";
  const list = [
    row("plain"),
    row("empty", { conditions: [] }),
    row("match", { conditions: MATCHING }),
    row("failing", { conditions: FAILING }),
    row("invalid", { conditions: INVALID }),
    row("off", { conditions: MATCHING, active: false }),
    row("email", { conditions: MATCHING, channel: "email" }),
    row(shut, { conditions: MATCHING }),
  ];
  const traced = (fields?: Raw): unknown =>
    explainSelection(list, message(fields), { exclude: ({ name }) => name === shut })
      .candidates.filter((candidate) => "trace" in candidate)
      .map(({ integration }) => integration.identifier);

  test("every conditional one in scope", () => {
    expect(traced()).toEqual(["match", "failing"]);
  });

  test("by an identifier, too", () => {
    expect(traced({ identifier: "plain" })).toEqual(["match", "failing"]);
  });

  test("and the invalid have issues in its place", () => {
    const { candidates } = explainSelection(list, message());
    const withIssues = candidates.filter((candidate) => "issues" in candidate);
    expect(withIssues.map(({ integration }) => integration.identifier)).toEqual(["invalid"]);
    expect(withIssues[0]?.issues).toEqual([
      {
        code: "unknown-group-value",
        message: expect.stringMatching(/"NOR".*AND or OR/),
        path: ["conditions", 0, "value"],
        integration: withIssues[0]?.integration,
      },
    ]);
  });
});

describe("its nodes", () => {
  test("are the groups again, each with whether it passed", () => {
    const conditions = [
      group([condition("EQUAL", "x"), condition("EQUAL", "y")]),
      group([condition("EQUAL", "y"), group([condition("EQUAL", "x")], { isNegated: true })], {
        value: "OR",
      }),
      group([]),
    ];
    const about = { kind: "condition", on: "payload", field: "a", operator: "EQUAL", actual: "x" };
    expect(traceOf(conditions)).toEqual({
      kind: "or",
      passed: true,
      children: [
        {
          kind: "and",
          passed: false,
          children: [
            { ...about, passed: true, expected: "x" },
            { ...about, passed: false, expected: "y" },
          ],
        },
        {
          kind: "or",
          passed: false,
          children: [
            { ...about, passed: false, expected: "y" },
            {
              kind: "not",
              passed: false,
              child: {
                kind: "and",
                passed: true,
                children: [{ ...about, passed: true, expected: "x" }],
              },
            },
          ],
        },
        { kind: "constant", passed: true },
      ],
    });
  });

  test("are all there, after what decided as well", () => {
    const conditions = [
      group([condition("EQUAL", "y"), condition("EQUAL", "x"), condition("EQUAL", "z")]),
      group([condition("EQUAL", "x"), condition("EQUAL", "y")], { value: "OR" }),
    ];
    expect(conditionsIn(traceOf(conditions)).map(({ passed }) => passed)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe("a condition", () => {
  const payload = {
    a: "x",
    n: 5,
    yes: true,
    big: 5n,
    when: new Date("2026-03-01T09:30:00Z"),
    never: new Date(Number.NaN),
    list: ["x", 1, null, ["y"], { z: 1 }],
    object: { secret: "inside" },
    nothing: null,
    empty: "",
  };

  test.each<[field: string, actual: unknown]>([
    ["a", "x"],
    ["empty", ""],
    ["n", 5],
    ["yes", true],
    ["big", "5"],
    ["when", "2026-03-01T09:30:00.000Z"],
    ["object", "[object]"],
    ["list[1]", 1],
    ["list.length", 5],
  ])("has what it found: %s", (field, actual) => {
    expect(told(condition("IS_DEFINED", undefined, field), { payload })).toEqual({
      passed: true,
      actual,
    });
  });

  test("has a list that it found", () => {
    const { actual } = told(condition("EQUAL", "x", "list"), { payload });
    expect(actual).toEqual(["x", 1, null, expect.any(String), "[object]"]);
  });

  test.each<[operator: string, value: unknown, expected: unknown]>([
    ["EQUAL", "5", "5"],
    ["EQUAL", " 5 ", " 5 "],
    ["EQUAL", 5, 5],
    ["EQUAL", false, false],
    ["LIKE", "a%", "a%"],
    ["IN", "a, b,,c", ["a", "b", "c"]],
    ["IN", '["a", 1, true]', ["a", 1, true]],
    ["IN", ["a", 1, true], ["a", 1, true]],
    ["IN", 5, [5]],
    ["BETWEEN", "1, 5", ["1", "5"]],
    ["BETWEEN", [1, 5], [1, 5]],
  ])("has what it expected: %s %p", (operator, value, expected) => {
    expect(told(condition(operator, value)).expected).toEqual(expected);
  });

  test.each<[operator: string, value: string, expected: unknown, references: string[]]>([
    ["EQUAL", "{{payload.n}}", 5, ["{{payload.n}}"]],
    ["EQUAL", "{{payload.big}}", "5", ["{{payload.big}}"]],
    ["EQUAL", "{{payload.when}}", "2026-03-01T09:30:00.000Z", ["{{payload.when}}"]],
    ["EQUAL", "{{payload.object}}", "[object]", ["{{payload.object}}"]],
    ["IN", "b, {{payload.a}}", ["b", "x"], ["{{payload.a}}"]],
    ["IN", "{{payload.a}},{{payload.n}}", ["x", 5], ["{{payload.a}}", "{{payload.n}}"]],
    ["BETWEEN", "{{payload.n}}, 9", [5, "9"], ["{{payload.n}}"]],
  ])("has what its references read: %s %s", (operator, value, expected, references) => {
    const trace = told(condition(operator, value), { payload });
    expect(trace.expected).toEqual(expected);
    expect(trace.references).toEqual(references);
    expect("absent" in trace).toBe(false);
  });

  test("has a list that its reference stands for", () => {
    const context = { payload: { a: "x", all: ["x", "y"], range: [1, 5] } };
    expect(told(condition("IN", "{{payload.all}}"), context)).toEqual({
      passed: true,
      expected: ["x", "y"],
      references: ["{{payload.all}}"],
      actual: "x",
    });
    expect(told(condition("BETWEEN", "{{payload.range}}", "range[0]"), context).expected).toEqual([
      1, 5,
    ]);
  });

  test.each([
    ["undefined", {}],
    ["null", { a: null }],
    ["out of reach", { a: { b: 1 } }],
  ])("says that the field is absent: %s", (what, data) => {
    const field = what === "out of reach" ? "a.c" : "a";
    expect(told(condition("EQUAL", "x", field), { payload: data })).toEqual({
      passed: false,
      expected: "x",
      absent: true,
    });
    expect(told(condition("NOT_EQUAL", "x", field), { payload: data })).toEqual({
      passed: true,
      expected: "x",
      absent: true,
    });
    expect(told(condition("IS_DEFINED", undefined, field), { payload: data })).toEqual({
      passed: false,
      absent: true,
    });
  });

  test.each(["EQUAL", "NOT_EQUAL", "LIKE", "LARGER", "IN"])(
    "says that what %s refers to is absent",
    (operator) => {
      const trace = told(condition(operator, "{{payload.none}}"));
      expect(trace.absent).toBe(true);
      expect(trace.passed).toBe(operator === "NOT_EQUAL");
      expect(trace.references).toEqual(["{{payload.none}}"]);
      expect(trace.actual).toBe("x");
      expect("expected" in trace).toBe(false);
    },
  );

  test("says that a bound is absent, and which", () => {
    expect(told(condition("BETWEEN", "1, {{payload.none}}", "n"), { payload })).toEqual({
      passed: false,
      expected: ["1", null],
      references: ["{{payload.none}}"],
      actual: 5,
      absent: true,
    });
  });

  test("does not blame an absent item where another item could have matched", () => {
    const trace = told(condition("IN", "y, {{payload.none}}"));
    expect(trace).toEqual({
      passed: false,
      expected: ["y", null],
      references: ["{{payload.none}}"],
      actual: "x",
    });
  });
});

describe("it is plain data", () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  const hostile = {
    NaN: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    "minus zero": -0,
    bigint: 10n ** 30n,
    date: new Date(0),
    "invalid date": new Date(Number.NaN),
    object: { a: { b: 1 } },
    "cyclic list": cyclic,
    "nested lists": [[["a"]], [{}]],
    "list of everything": [undefined, null, Number.NaN, 1n, new Date(0), {}, () => 1, Symbol("s")],
    "list with holes": new Array(3),
    "long list": Array.from({ length: 5000 }, (_, index) => index),
    "long text": "x".repeat(200_000),
    "lone surrogates": "\ud800 \udc00",
    map: new Map([["a", 1]]),
    error: new Error("inside"),
    boxed: Object("boxed") as object,
    function: () => 1,
    symbol: Symbol("inside"),
    "throwing list": new Proxy([1], {
      get(): never {
        throw new Error("closed");
      },
    }),
    "revoked proxy": (() => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    })(),
    "with toJSON": { toJSON: () => "inside" },
  } as const satisfies Record<string, unknown>;

  test.each(Object.keys(hostile) as (keyof typeof hostile)[])("%s", (name) => {
    const list = [
      row("field", { conditions: [group([condition("EQUAL", "x")])] }),
      row("reference", { conditions: [group([condition("EQUAL", "{{payload.a}}", "b")])] }),
      row("item", { conditions: [group([condition("IN", "y, {{payload.a}}", "b")])] }),
      row("list", { conditions: [group([condition("NOT_IN", "{{payload.a}}", "b")])] }),
    ];
    const context = message({ payload: { a: hostile[name], b: "y" } });
    const explanation = explainSelection(list, context);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(structuredClone(explanation)).toEqual(explanation);
    expect(JSON.stringify(explanation)).not.toContain("inside");
    expect(JSON.stringify(explanation).length).toBeLessThan(20_000);
  });

  test("that later changes to the context and to the conditions do not reach", () => {
    const payload = { a: ["x"] };
    const value = ["x"];
    const list = [row("only", { conditions: [group([condition("IN", value)])] })];
    const explanation = explainSelection(list, message({ payload }));
    const before = structuredClone(explanation);
    payload.a.push("y");
    value.push("y");
    expect(explanation).toEqual(before);
  });
});
