import { describe, expect, test } from "@jest/globals";
import {
  type ConditionContext,
  compileConditions,
  compileRules,
  resolveIntegration,
} from "integration-router";
import { novu } from "integration-router/novu";

// What Novu's code decides, row by row; beside it what the standard does where that differs.

type Row = readonly [
  what: string,
  rules: object,
  context: ConditionContext,
  novu: boolean,
  standard: boolean,
];

const now = new Date("2024-03-31T12:00:00Z");

const RULES: readonly Row[] = [
  [
    "text that is a date to V8",
    { "==": [{ var: "tenant.id" }, "acme-1"] },
    { tenant: { id: "globex-1" } },
    true,
    false,
  ],
  ["a missing number is 0", { "<": [{ var: "subscriber.data.age" }, 18] }, {}, true, false],
  [
    "a missing date is 1970",
    { moreThanXAgo: [{ var: "subscriber.seen" }, { amount: 1, unit: "days" }] },
    {},
    true,
    false,
  ],
  ["an empty text is 0", { "==": [{ var: "payload.n" }, 0] }, { payload: { n: "" } }, true, false],
  [
    "three arguments of <",
    { "<": [1, { var: "payload.n" }, 3] },
    { payload: { n: 9 } },
    true,
    false,
  ],
  [
    "three arguments of <=",
    { "<=": [1, { var: "payload.n" }, 3] },
    { payload: { n: 9 } },
    false,
    false,
  ],
  [
    "a month that lacks the day",
    { lessThanXAgo: [{ var: "payload.at" }, { amount: 1, unit: "months" }] },
    { payload: { at: "2024-03-01T12:00:00Z" }, now },
    false,
    true,
  ],
  [
    "a date to come",
    { notWithinLast: [{ var: "payload.at" }, { amount: 1, unit: "days" }] },
    { payload: { at: "2025-01-01" }, now },
    false,
    true,
  ],
  [
    "doesNotContain of a missing text",
    { doesNotContain: [{ var: "payload.t" }, "a"] },
    {},
    false,
    true,
  ],
  [
    "notBetween of a text",
    { notBetween: [{ var: "payload.n" }, [1, 2]] },
    { payload: { n: "9" } },
    false,
    true,
  ],
  [
    "an inherited property",
    { notNull: [{ var: "payload.toString" }] },
    { payload: {} },
    true,
    false,
  ],
];

describe("rules", () => {
  test.each(RULES)("%s", (_, rules, context, there, here) => {
    expect(compileRules(rules, { semantics: novu })(context)).toBe(there);
    expect(compileRules(rules)(context)).toBe(here);
  });

  test.each([
    ["no such operator", { nosuch: [] }],
    ["a negated one", { "!": [{ nosuch: [] }] }],
    ["one beside what passes", { or: [{ nosuch: [] }, true] }],
    [
      "a bigint that is no date",
      { "!": [{ moreThanXAgo: [{ var: "payload.big" }, { amount: 1, unit: "days" }] }] },
    ],
    ["a product of nothing", { "!": [{ "*": [] }] }],
  ])("what throws makes the whole rule false: %s", (_, rules) => {
    expect(compileRules(rules, { semantics: novu })({ payload: { big: 5n } })).toBe(false);
  });

  test("what is behind the part that decides is not evaluated", () => {
    const rules = { or: [true, { nosuch: [] }] };
    expect(compileRules(rules, { semantics: novu })({})).toBe(true);
  });
});

interface Bare {
  readonly operator: string;
  readonly value?: unknown;
}

type ConditionRow = readonly [what: string, a: unknown, Bare, novu: boolean, standard: boolean];

const CONDITIONS: readonly ConditionRow[] = [
  ["IN is a part of a text", "enterprise", { operator: "IN", value: "prise" }, true, false],
  ["IN is no list", "pro", { operator: "IN", value: "free, pro" }, false, true],
  ["IN is an element of a list", ["pro"], { operator: "IN", value: "pro" }, true, true],
  ["IN of a number", 5, { operator: "IN", value: "5" }, false, true],
  ["NOT_IN of a missing field", undefined, { operator: "NOT_IN", value: "a" }, false, true],
  ["EQUAL converts to the field's type", 5, { operator: "EQUAL", value: " 5 " }, true, true],
  ["a boolean that is no text", true, { operator: "EQUAL", value: true }, false, true],
  ["IS_DEFINED of null", null, { operator: "IS_DEFINED" }, true, false],
  ["LIKE", "a", { operator: "LIKE", value: "a" }, false, true],
  ["NOT_LIKE", "a", { operator: "NOT_LIKE", value: "b" }, false, true],
  ["BETWEEN", 5, { operator: "BETWEEN", value: "1, 9" }, false, true],
  ["ANY_IN", "a", { operator: "ANY_IN", value: "a" }, false, true],
  ["an absent reference", "", { operator: "EQUAL", value: "{{tenant.none}}" }, true, false],
];

describe("conditions", () => {
  test.each(CONDITIONS)("%s", (_, a, condition, there, here) => {
    const conditions = [{ value: "AND", children: [{ on: "payload", field: "a", ...condition }] }];
    expect(compileConditions(conditions, { semantics: novu })({ payload: { a } })).toBe(there);
    expect(compileConditions(conditions)({ payload: { a } })).toBe(here);
  });

  test.each<readonly [what: string, conditions: unknown, passes: boolean]>([
    ["a group without children", [{ value: "OR" }], true],
    ["a group whose children are an object", [{ children: {} }], true],
    ["a group whose children are a text", [{ children: "a" }], false],
    ["no list", { value: "AND", children: [] }, false],
    ["a symbol for a source", [{ children: [{ on: Symbol("a"), operator: "IS_DEFINED" }] }], false],
    [
      "a symbol for a source, negatively",
      [{ children: [{ on: Symbol("a"), operator: "NOT_EQUAL" }] }],
      false,
    ],
    ["no condition at all", [{ children: [null] }], false],
  ])("%s", (_, conditions, passes) => {
    expect(compileConditions(conditions, { semantics: novu })({})).toBe(passes);
  });

  test("references within a text are filled in", () => {
    const value = "{{tenant.plan}}-{{ tenant.none }}-{{payload.list[1]}}";
    const children = [{ on: "payload", field: "a", operator: "EQUAL", value }];
    const passes = compileConditions([{ value: "AND", children }], { semantics: novu });
    expect(passes({ tenant: { plan: "pro" }, payload: { a: "pro--b", list: ["a", "b"] } })).toBe(
      true,
    );
  });
});

describe("a reference's path is lodash's too", () => {
  test.each([
    ["{{a[0]}}", "first"],
    ["{{a['0']}}", "first"],
    ["{{a.0}}", "first"],
    ["{{b]}}", "bracket"],
    ["{{c[}}", "open"],
    ["{{d['}}", "quote"],
    ["{{e['\\\n']}}", ""],
    ["{{f[x[0]}}", "inner"],
    ["{{payload.dotted}}", "whole"],
    ["{{}}", "empty"],
    ["{{[.]}}", ""],
    ["{{none}}", ""],
    ["{{}", "{{}"],
  ])("%j", (value, text) => {
    const context = {
      payload: { text },
      a: ["first"],
      "b]": "bracket",
      "c[": "open",
      "d['": "quote",
      "payload.dotted": "whole",
      "": "empty",
      f: { x: ["inner"] },
    };
    const children = [{ on: "payload", field: "text", operator: "EQUAL", value }];
    expect(compileConditions([{ children }], { semantics: novu })(context)).toBe(true);
  });
});

describe("selection", () => {
  const conditions = [
    { value: "AND", children: [{ on: "payload", field: "a", operator: "EQUAL", value: "x" }] },
  ];
  const chosen = (rows: readonly object[], keys: object = {}): string | undefined => {
    const list = rows.map((row) => ({ active: true, channel: "email", identifier: "", ...row }));
    const context = { channel: "email", ...keys } as const;
    return resolveIntegration(list, context, { semantics: novu }).integration?.identifier;
  };

  test("a default is the newest primary, its conditions not looked at", () => {
    const rows = [
      { identifier: "old", primary: true, createdAt: "2023-01-01", priority: 9 },
      { identifier: "new", primary: true, createdAt: "2024-01-01", conditions },
      { identifier: "newest", createdAt: "2025-01-01" },
    ];
    expect(chosen(rows)).toBe("new");
    expect(
      chosen(
        rows.map((row) => ({ ...row, channel: "chat" })),
        { channel: "chat" },
      ),
    ).toBe("newest");
  });

  test("an id does not make up for primary", () => {
    const rows = [{ _id: "1", identifier: "one" }];
    expect(chosen(rows, { integrationId: "1" })).toBeUndefined();
    expect(chosen(rows, { identifier: "one" })).toBe("one");
  });

  test("primary does not go before others that match", () => {
    const rows = [
      { identifier: "first", primary: true, createdAt: "2023-01-01", conditions },
      { identifier: "newer", createdAt: "2024-01-01", conditions },
    ];
    expect(chosen(rows, { payload: { a: "x" } })).toBe("newer");
    const twins = rows.map((row) => ({ ...row, identifier: "twin", providerId: row.identifier }));
    const list = twins.map((row) => ({ active: true, channel: "email", ...row }));
    const named = resolveIntegration(list, { identifier: "twin" }, { semantics: novu });
    expect(named.integration?.providerId).toBe("first");
  });
});
