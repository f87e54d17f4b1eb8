import { describe, expect, test } from "@jest/globals";
import { ConditionsError, compileRules, parseRules } from "integration-router";
import { A, B, codesInRules, placesInRules } from "../support/rules.js";

type Place = readonly [code: string, ...path: (string | number)[]];

function testIssues(name: string, rows: readonly (readonly [unknown, Place])[]): void {
  describe(name, () => {
    test.each(rows.map(([rule, place]) => [JSON.stringify(rule), rule, place] as const))(
      "%s",
      (_, rule, place) => {
        expect(placesInRules(rule)).toEqual([place]);
        expect(() => compileRules(rule)).toThrow(ConditionsError);
      },
    );
  });
}

testIssues("what is no rule", [
  ...[[], [A], "x", "", 0, 1, "true"].map((rule) => [rule, ["not-a-rule"]] as const),
  [{ "==": [A, 1], "!=": [A, 2] }, ["not-a-rule"]],
  [{ and: [{}] }, ["not-a-rule", "and", 0]],
  [{ and: [true, null] }, ["not-a-rule", "and", 1]],
  [{ and: [undefined] }, ["not-a-rule", "and", 0]],
  [{ and: null }, ["not-a-rule", "and"]],
  [{ "!": [[]] }, ["not-a-rule", "!", 0]],
  [{ "!": "x" }, ["not-a-rule", "!"]],
  [{ "!": { "!!": 1 } }, ["not-a-rule", "!", "!!"]],
  [{ or: [{ and: [{ "==": [A, 1] }, "x"] }] }, ["not-a-rule", "or", 0, "and", 1]],
]);

testIssues("operators outside the table", [
  ...["log", "map", "reduce", "if", "?:", "+", "%", "missing", "cat", "EQUAL", "And", "!!!"].map(
    (name) => [{ [name]: [A, 1] }, ["unknown-rule-operator"]] as const,
  ),
  ...["constructor", "toString", "__proto__", "hasOwnProperty"].map(
    (name) => [JSON.parse(`{"${name}": [1]}`), ["unknown-rule-operator"]] as const,
  ),
  [{ and: [{ log: "x" }] }, ["unknown-rule-operator", "and", 0]],
]);

testIssues("the number of arguments", [
  [{ and: [] }, ["argument-count", "and"]],
  [{ or: [] }, ["argument-count", "or"]],
  [{ "!": [] }, ["argument-count", "!"]],
  [{ "!!": [A, A] }, ["argument-count", "!!"]],
  [{ "!": [{ "!": [] }] }, ["argument-count", "!", 0, "!"]],
  [{ "==": A }, ["argument-count", "=="]],
  [{ "==": [A] }, ["argument-count", "=="]],
  [{ "==": [A, 1, 2] }, ["argument-count", "=="]],
  [{ ">": [1, A, 2] }, ["argument-count", ">"]],
  [{ ">=": [1, A, 2] }, ["argument-count", ">="]],
  [{ "<": [1, A, 2, 3] }, ["argument-count", "<"]],
  [{ "<=": [A] }, ["argument-count", "<="]],
  [{ in: [A, "x", "y"] }, ["argument-count", "in"]],
  [{ between: [A, 1, 2] }, ["argument-count", "between"]],
  [{ isEmpty: [] }, ["argument-count", "isEmpty"]],
  [{ null: [A, A] }, ["argument-count", "null"]],
  [{ withinLast: [A, 1, "days"] }, ["argument-count", "withinLast"]],
  [{ var: ["payload.a", "a default"] }, ["argument-count", "var"]],
  [{ var: [] }, ["argument-count", "var"]],
  [{ "==": [{ var: ["payload.a", 0] }, 1] }, ["argument-count", "==", 0, "var"]],
]);

testIssues("fields", [
  [{ "==": [1, 1] }, ["missing-field", "=="]],
  [{ "==": [null, null] }, ["missing-field", "=="]],
  [{ ">": [2, "payload.a"] }, ["missing-field", ">"]],
  [{ "<=": [1, 2, 3] }, ["missing-field", "<=", 1]],
  [{ "<": [A, 2, 3] }, ["missing-field", "<", 1]],
  [{ in: ["x", ["x"]] }, ["missing-field", "in", 0]],
  [{ notIn: ["x", A] }, ["missing-field", "notIn", 0]],
  [{ contains: ["x", A] }, ["missing-field", "contains", 0]],
  [{ startsWith: ["payload.a", "x"] }, ["missing-field", "startsWith", 0]],
  [{ between: [1, [0, 2]] }, ["missing-field", "between", 0]],
  [{ isEmpty: "" }, ["missing-field", "isEmpty"]],
  [{ isEmpty: [""] }, ["missing-field", "isEmpty", 0]],
  [
    { moreThanXAgo: ["2024-01-01", { amount: 1, unit: "days" }] },
    ["missing-field", "moreThanXAgo", 0],
  ],
  [{ var: "" }, ["missing-field", "var"]],
  [{ var: [""] }, ["missing-field", "var", 0]],
  [{ var: 1 }, ["missing-field", "var"]],
  [{ var: null }, ["missing-field", "var"]],
  [{ var: A }, ["missing-field", "var"]],
  [{ var: "payload" }, ["missing-field", "var"]],
  [{ var: "stranger.a" }, ["unknown-source", "var"]],
  [{ var: "Payload.a" }, ["unknown-source", "var"]],
  [{ var: 'payload["a"]' }, ["unknown-source", "var"]],
  [{ var: "a" }, ["unknown-source", "var"]],
  [{ var: "now" }, ["unknown-source", "var"]],
  [{ var: "payload." }, ["invalid-path", "var"]],
  [{ var: "payload.a..b" }, ["invalid-path", "var"]],
  [{ var: "payload.a.[0]" }, ["invalid-path", "var"]],
  [{ "==": [{ var: "payload.a." }, 1] }, ["invalid-path", "==", 0, "var"]],
  [{ "==": [A, { var: "stranger.a" }] }, ["unknown-source", "==", 1, "var"]],
  [{ in: [A, ["x", { var: ["b"] }]] }, ["unknown-source", "in", 1, 1, "var", 0]],
]);

testIssues("values", [
  [{ "==": [A, undefined] }, ["missing-value", "==", 1]],
  [{ ">": [A, null] }, ["missing-value", ">", 1]],
  [{ ">": [null, A] }, ["missing-value", ">", 0]],
  [{ contains: [A, null] }, ["missing-value", "contains", 1]],
  [{ in: [null, A] }, ["missing-value", "in", 0]],
  [{ in: [A, null] }, ["missing-value", "in", 1]],
  [{ "<=": [null, A, 2] }, ["missing-value", "<=", 0]],
  [{ "<": [1, A, null] }, ["missing-value", "<", 2]],
  [{ "==": [A, ["x"]] }, ["list-as-scalar", "==", 1]],
  [{ in: [["x"], A] }, ["list-as-scalar", "in", 0]],
  [{ "<=": [1, A, [2]] }, ["list-as-scalar", "<=", 2]],
  [{ "==": [A, {}] }, ["invalid-value", "==", 1]],
  [{ "==": [A, { "+": [1, 2] }] }, ["invalid-value", "==", 1]],
  [{ "==": [A, { var: "payload.b", x: 1 }] }, ["invalid-value", "==", 1]],
  [{ "==": [A, Number.NaN] }, ["invalid-value", "==", 1]],
  [{ "==": [A, "{{"] }, ["invalid-reference", "==", 1]],
  [{ "==": [A, "x {{payload.b}}"] }, ["invalid-reference", "==", 1]],
  [{ "<=": [1, A, "{{payload}}"] }, ["invalid-reference", "<=", 2]],
  [{ in: [A, []] }, ["empty-list", "in", 1]],
  [{ in: [A, ["x", null]] }, ["invalid-item", "in", 1, 1]],
  [{ in: [A, ["x", ["y"]]] }, ["invalid-item", "in", 1, 1]],
  [{ in: [A, ["x", { amount: 1 }]] }, ["invalid-item", "in", 1, 1]],
  ...(
    ["in", "notIn", "containsAny", "doesNotContainAny", "between", "notBetween"] as const
  ).flatMap((operator) =>
    ["x", "x, y", '["x", "y"]', "{{payload.b}}, y", 7, true, {}].map(
      (value) => [{ [operator]: [A, value] }, ["list-expected", operator, 1]] as const,
    ),
  ),
  [{ between: [A, [1]] }, ["range-size", "between", 1]],
  [{ between: [A, [1, 2, 3]] }, ["range-size", "between", 1]],
  [{ between: [A, [5, 1]] }, ["range-order", "between", 1]],
  [{ "<=": [5, A, 1] }, ["range-order", "<="]],
  [{ ">": [A, "2024-02-30"] }, ["impossible-date", ">", 1]],
  [{ between: [A, ["2024-01-01", "2024-13-01"]] }, ["impossible-date", "between", 1, 1]],
]);

const ago = (value: unknown) => ({ lessThanXAgo: [A, value] });

const WHOLE: Place = ["invalid-duration", "lessThanXAgo", 1];
const AMOUNT: Place = [...WHOLE, "amount"];
const UNIT: Place = [...WHOLE, "unit"];

testIssues("lengths of time", [
  ...[undefined, null, "1 day", 1, true, [], [1, "days"]].map(
    (value) => [ago(value), WHOLE] as const,
  ),
  ...[0, -1, 1.5, "1", null, undefined, Number.NaN, 1 / 0, 2 ** 53].map(
    (amount) => [ago({ amount, unit: "days" }), AMOUNT] as const,
  ),
  ...["day", "Days", "", "seconds", "quarters", null, undefined, ["days"], "toString"].map(
    (unit) => [ago({ amount: 1, unit }), UNIT] as const,
  ),
]);

test("a field is no length of time", () => {
  expect(codesInRules(ago(B))).toEqual(["invalid-duration", "invalid-duration"]);
});

test("every issue is told, not only the first", () => {
  const rules = {
    and: [{ "==": [{ var: "stranger.a" }, []] }, { log: 1 }, ago({ amount: 0, unit: "day" }), 5],
  };
  expect(codesInRules(rules)).toEqual([
    ...["unknown-source", "list-as-scalar", "unknown-rule-operator"],
    ...["invalid-duration", "invalid-duration", "not-a-rule"],
  ]);
});

test("a sentence says where, what was found and what would be right", () => {
  const [issue] = parseRules({ and: [{ ">=": [A, ["x"]] }] }).issues;
  expect(issue?.message).toBe(
    'rules.and[0][">="][1]: found a list; expected a string, a finite number or a boolean',
  );
});

describe("what is no issue", () => {
  test.each([
    [{ var: 'payload.["a b"].c' }],
    [{ var: 'payload.data["a.b"][0].c' }],
    [{ var: 'payload.["}}"]' }],
    [{ "==": [A, { var: ["payload.b"] }] }],
    [{ in: [A, ["{{payload.b}}", B, 1, true]] }],
    [ago({ amount: 9_007_199_254_740_991, unit: "years", note: "further keys are not read" })],
  ])("%j", (rule) => {
    expect(placesInRules(rule)).toEqual([]);
  });

  test("a source of the caller's own, the longest that fits", () => {
    const sources = ["account", "account.eu"];
    const { tree } = parseRules({ var: "account.eu.plan" }, { sources });
    expect(tree).toMatchObject({ field: { source: "account.eu", path: "plan", steps: ["plan"] } });
    expect(parseRules({ var: "account.us.plan" }, { sources }).tree).toMatchObject({
      field: { source: "account", path: "us.plan" },
    });
    expect(codesInRules({ var: "account.eu" }, { sources })).toEqual(["missing-field"]);
  });
});
