import { describe, expect, test } from "@jest/globals";
import {
  compileConditions,
  compileRules,
  createRouter,
  explainSelection,
  parseConditions,
  parseIntegrations,
  parseRules,
  rankIntegrations,
  resolveIntegration,
  type SelectOptions,
  selectIntegration,
} from "integration-router";
import { novu } from "integration-router/novu";

const children = [{ on: "payload", field: "a", operator: "IN", value: "pro" }];
const conditions = [{ value: "AND", children }];
const rules = { "<": [{ var: "payload.n" }, 18] };
const list = [{ identifier: "one", channel: "email", active: true, conditions }];
const context = { channel: "email", payload: { a: "professional" } } as const;

type Options = SelectOptions<object>;

describe("an unknown semantics is a TypeError", () => {
  const entries: readonly (readonly [string, (options: Options) => unknown])[] = [
    ["selectIntegration", (options) => selectIntegration(list, context, options)],
    ["resolveIntegration", (options) => resolveIntegration(list, context, options)],
    ["rankIntegrations", (options) => rankIntegrations(list, context, options)],
    ["explainSelection", (options) => explainSelection(list, context, options)],
    ["createRouter", (options) => createRouter(list, options)],
    ["parseIntegrations", (options) => parseIntegrations(list, options)],
    ["parseConditions", (options) => parseConditions(conditions, options)],
    ["parseRules", (options) => parseRules(rules, options)],
    ["compileConditions", (options) => compileConditions(conditions, options)],
    ["compileRules", (options) => compileRules(rules, options)],
  ];
  test.each(entries)("%s", (_, call) => {
    for (const semantics of ["novu", "standard", "", {}, { name: "novu" }, 1, true]) {
      expect(() => call({ semantics } as unknown as Options)).toThrow(
        /^semantics: found .*; expected the novu of integration-router\/novu, or nothing$/,
      );
    }
    expect(() => call({ semantics: novu })).not.toThrow();
    for (const semantics of [undefined, null]) {
      expect(() => call({ semantics } as Options)).not.toThrow();
    }
  });
});

test("what is remembered under one semantics is not used under the other", () => {
  const reasons = [undefined, novu, undefined, novu].map(
    (semantics) => resolveIntegration(list, context, semantics && { semantics }).reason,
  );
  expect(reasons).toEqual(["none", "targeting-match", "none", "targeting-match"]);
});

test("a router keeps the semantics that it was made with", () => {
  const router = createRouter(list, { semantics: novu });
  const call = { semantics: undefined } as object;
  expect(router.resolve(context, call).reason).toBe("targeting-match");
  expect(createRouter(list).resolve(context, { semantics: novu } as object).reason).toBe("none");
});

test("a trace shows what was compared, of conditions and of rules", () => {
  const rows = [
    {
      ...list[0],
      conditions: [
        { value: "AND", children: [...children, { ...children[0], value: "{{payload.a}}" }] },
      ],
    },
    {
      ...list[0],
      rules: {
        and: [
          rules,
          { "!": [{ some: [{ var: "payload.l" }, { "===": [{ var: "" }, 1] }] }] },
          { var: "payload.n" },
          { "==": [{ "+": [1, 1] }, 2] },
        ],
      },
    },
  ];
  const { candidates } = explainSelection(rows, context, { semantics: novu });
  const [first, second] = candidates.map(({ trace }) => trace);
  expect(first).toEqual({
    kind: "and",
    passed: true,
    children: [
      {
        kind: "condition",
        passed: true,
        on: "payload",
        field: "a",
        operator: "IN",
        expected: "pro",
        actual: "professional",
      },
      {
        kind: "condition",
        passed: true,
        on: "payload",
        field: "a",
        operator: "IN",
        expected: "professional",
        actual: "professional",
      },
    ],
  });
  expect(second).toEqual({
    kind: "and",
    passed: false,
    children: [
      {
        kind: "condition",
        passed: true,
        on: "payload",
        field: "n",
        operator: "<",
        expected: 18,
        absent: true,
      },
      {
        kind: "not",
        passed: true,
        child: {
          kind: "condition",
          passed: false,
          on: "payload",
          field: "l",
          operator: "some",
          expected: expect.anything(),
          absent: true,
        },
      },
      { kind: "condition", passed: false, on: "payload", field: "n", operator: "!!", absent: true },
      {
        kind: "condition",
        passed: true,
        on: "",
        field: "",
        operator: "==",
        expected: 2,
        actual: 2,
      },
    ],
  });
});

test("a trace honours redact", () => {
  const { candidates } = explainSelection(list, context, { semantics: novu, redact: () => true });
  expect(JSON.stringify(candidates)).not.toContain("professional");
});
