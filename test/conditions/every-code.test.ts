import { describe, expect, test } from "@jest/globals";
import { ISSUE_CODES, type IssueCode, type ParseOptions, parseRules } from "integration-router";
import { condition, group, nested, type Raw } from "../support/build.js";
import { issuesOf } from "../support/issues.js";
import { A } from "../support/rules.js";

// One mistake for every code, where it is, and what its sentence must mention: what was found and
// what would be right.

interface Example {
  readonly conditions?: unknown;
  /** Where the code is one of rules. */
  readonly rules?: unknown;
  readonly path: readonly (string | number)[];
  readonly found: RegExp;
  readonly right: RegExp;
  readonly options?: ParseOptions;
}

const in0 = (one: unknown, type = "GROUP"): Raw[] => [group([one], { type })];
const at0 = (...rest: (string | number)[]) => ["conditions", 0, "children", 0, ...rest];
const one = condition("EQUAL", "x");

const EXAMPLES = {
  "conditions-not-a-list": {
    conditions: "all",
    path: ["conditions"],
    found: /"all"/,
    right: /list/,
  },
  "not-a-group": {
    conditions: [group([one, 5])],
    path: ["conditions", 0, "children", 1],
    found: /\b5\b/,
    right: /group|condition|object/,
  },
  "children-not-a-list": {
    conditions: [group("none")],
    path: ["conditions", 0, "children"],
    found: /"none"/,
    right: /list/,
  },
  "unknown-group-value": {
    conditions: [group([one], { value: "XOR" })],
    path: ["conditions", 0, "value"],
    found: /"XOR"/,
    right: /AND.*OR/,
  },
  "unknown-group-type": {
    conditions: [group([one], { type: "STRING" })],
    path: ["conditions", 0, "type"],
    found: /"STRING"/,
    right: /NUMBER.*TEXT.*MULTI_LIST/,
  },
  "invalid-negation": {
    conditions: [group([one], { isNegated: "yes" })],
    path: ["conditions", 0, "isNegated"],
    found: /"yes"/,
    right: /true|boolean/,
  },
  "empty-negation": {
    conditions: [group([], { isNegated: true })],
    path: ["conditions", 0, "isNegated"],
    found: /true|negat/i,
    right: /child|condition|false/,
  },
  "unknown-source": {
    conditions: in0({ ...one, on: "webhook" }),
    path: at0("on"),
    found: /"webhook"/,
    right: /subscriber.*payload.*tenant/,
  },
  "unknown-operator": {
    conditions: in0(condition("EQUALS", "x")),
    path: at0("operator"),
    found: /"EQUALS"/,
    right: /EQUAL.*NOT_EQUAL.*IS_DEFINED/,
  },
  "missing-field": {
    conditions: in0({ ...one, field: 7 }),
    path: at0("field"),
    found: /\b7\b/,
    right: /path/,
  },
  "invalid-path": {
    conditions: in0({ ...one, field: "a..b" }),
    path: at0("field"),
    found: /a\.\.b/,
    right: /name|path/,
  },
  "missing-value": {
    conditions: in0(condition("EQUAL")),
    path: at0("value"),
    found: /undefined|missing|nothing|no value|absent/,
    right: /string|number|boolean|value/,
  },
  "invalid-value": {
    conditions: in0(condition("EQUAL", Number.NaN)),
    path: at0("value"),
    found: /NaN/,
    right: /number/,
  },
  "list-as-scalar": {
    conditions: in0(condition("EQUAL", ["x"])),
    path: at0("value"),
    found: /list/,
    right: /string.*number.*boolean/,
  },
  "invalid-json-list": {
    conditions: in0(condition("IN", "[a, b]")),
    path: at0("value"),
    found: /\[a, b\]/,
    right: /JSON/,
  },
  "invalid-item": {
    conditions: in0(condition("IN", ["x", null])),
    path: at0("value", 1),
    found: /null/,
    right: /string.*number.*boolean/,
  },
  "empty-list": {
    conditions: in0(condition("IN", " , ")),
    path: at0("value"),
    found: /" , "|empty|no items?/,
    right: /item/,
  },
  "range-size": {
    conditions: in0(condition("BETWEEN", "1, 2, 3")),
    path: at0("value"),
    found: /\b3\b|three/,
    right: /two|\b2\b/,
  },
  "range-order": {
    conditions: in0(condition("BETWEEN", "20, 10")),
    path: at0("value"),
    found: /20.*10|10.*20/,
    right: /low|above|order/,
  },
  "inconvertible-value": {
    conditions: in0(condition("EQUAL", "ten"), "NUMBER"),
    path: at0("value"),
    found: /"ten"/,
    right: /number/i,
  },
  "impossible-date": {
    conditions: in0(condition("LARGER", "2024-02-30")),
    path: at0("value"),
    found: /2024-02-30/,
    right: /date|day|calendar/,
  },
  "unordered-type": {
    conditions: in0(condition("LARGER", "true"), "BOOLEAN"),
    path: at0("operator"),
    found: /LARGER/,
    right: /order|EQUAL/,
  },
  "invalid-reference": {
    conditions: in0(condition("EQUAL", "plan-{{payload.b}}")),
    path: at0("value"),
    found: /plan-\{\{payload\.b\}\}/,
    right: /\{\{.*\}\}/,
  },
  "lone-escape": {
    conditions: in0(condition("LIKE", "ends in \\")),
    path: at0("value"),
    found: /ends in \\/,
    right: /\\\\|backslash/,
  },
  "too-deep": {
    conditions: [nested(4)],
    options: { limits: { depth: 3 } },
    path: ["conditions", 0, "children", 0, "children", 0, "children", 0],
    found: /deep|depth|nest/,
    right: /\b3\b/,
  },
  "too-many-nodes": {
    conditions: [group([one, one, one])],
    options: { limits: { nodes: 3 } },
    path: at0().slice(0, 3).concat(2),
    found: /groups and conditions|more|many/,
    right: /\b3\b/,
  },
  "too-many-items": {
    conditions: in0(condition("IN", "a, b, c, d")),
    options: { limits: { items: 3 } },
    path: at0("value"),
    found: /item/,
    right: /\b3\b/,
  },
  "value-too-long": {
    conditions: in0(condition("EQUAL", "twelve units")),
    options: { limits: { textLength: 11 } },
    path: at0("value"),
    found: /\b12\b/,
    right: /\b11\b/,
  },
  "pattern-too-long": {
    conditions: in0(condition("LIKE", "twelve units")),
    options: { limits: { patternLength: 11 } },
    path: at0("value"),
    found: /\b12\b/,
    right: /\b11\b/,
  },
  "path-too-long": {
    conditions: in0({ ...one, field: "a.b.c.d" }),
    options: { limits: { pathSteps: 3 } },
    path: at0("field"),
    found: /step/,
    right: /\b3\b/,
  },
  unreadable: {
    conditions: [
      Object.defineProperty({ value: "AND" }, "children", {
        get: () => {
          throw new Error("no children today");
        },
      }),
    ],
    path: ["conditions", 0],
    found: /read|threw/,
    right: /plain|data|read|value/,
  },
  "not-a-rule": {
    rules: { and: [{ "==": [A, 1], "!=": [A, 2] }] },
    path: ["rules", "and", 0],
    found: /other than one key/,
    right: /one key.*true or false/,
  },
  "unknown-rule-operator": {
    rules: { log: [A] },
    path: ["rules"],
    found: /"log"/,
    right: /and, or, !.*==.*exactlyXAgo/,
  },
  "argument-count": {
    rules: { "!": { "==": [A] } },
    path: ["rules", "!", "=="],
    found: /one argument/,
    right: /two/,
  },
  "list-expected": {
    rules: { in: [A, "x, y"] },
    path: ["rules", "in", 1],
    found: /"x, y"/,
    right: /list/,
  },
  "invalid-duration": {
    rules: { withinLast: [A, { amount: 1, unit: "fortnights" }] },
    path: ["rules", "withinLast", 1, "unit"],
    found: /"fortnights"/,
    right: /minutes.*years/,
  },
} satisfies Partial<Record<IssueCode, Example>>;

// These are about records, not about conditions.
const OF_RECORDS: IssueCode[] = ["not-a-list", "not-an-object", "invalid-record-field"];

describe("one mistake, one issue", () => {
  test.each(Object.entries<Example>(EXAMPLES))("%s", (code, example) => {
    const { conditions, rules, options } = example;
    const [issue, ...others] =
      rules === undefined ? issuesOf(conditions, options) : parseRules(rules, options).issues;
    expect(others).toEqual([]);
    expect(issue?.code).toBe(code);
    expect(issue?.path).toEqual(example.path);
    expect(issue?.message).toMatch(example.found);
    expect(issue?.message).toMatch(example.right);
    expect(issue?.integration).toBeUndefined();
  });

  test("every code has one", () => {
    expect([...Object.keys(EXAMPLES), ...OF_RECORDS].sort()).toEqual(
      Object.keys(ISSUE_CODES).sort(),
    );
  });

  test("every code is explained in a line", () => {
    for (const [code, meaning] of Object.entries(ISSUE_CODES)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(meaning).toMatch(/^\S.*\S$/);
    }
  });
});

describe("what a sentence shows is bounded", () => {
  const long = `start-${"x".repeat(200_000)}`;

  test.each<[name: string, conditions: unknown]>([
    ["an operator", in0(condition(long, "x"))],
    ["a source", in0({ ...one, on: long })],
    ["a path", in0({ ...one, field: `${long}..` })],
    ["a value", in0(condition("EQUAL", long))],
    ["a reference", in0(condition("EQUAL", `{{${"x".repeat(90_000)}`))],
    ["a literal", in0(condition("EQUAL", "x".repeat(90_000)), "NUMBER")],
    ["JSON", in0(condition("IN", `[${"x".repeat(90_000)}`))],
    [
      "an object",
      in0(condition("EQUAL", Object.fromEntries(Array.from(long.slice(0, 50_000)).entries()))),
    ],
    ["a type", [group([one], { type: long })]],
    ["a group's value", [group([one], { value: long })]],
    ["conditions", long],
  ])("%s", (_, conditions) => {
    const [issue] = issuesOf(conditions);
    expect(issue).toBeDefined();
    expect(issue?.message.length).toBeLessThan(2_000);
  });
});
