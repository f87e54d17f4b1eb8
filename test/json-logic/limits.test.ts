import { describe, expect, test } from "@jest/globals";
import { type ParseOptions, parseRules } from "integration-router";
import { toJsonLogic } from "integration-router/json-logic";
import { condition, group, nested } from "../support/build.js";
import { A } from "../support/rules.js";
import { rewritten, treeOf, treeOfConditions } from "./written.js";

// What was parsed under the default limits is read back under them, but for a few trees at their edge.

const X = condition("EQUAL", "x");

/** The codes of the issues that there are when written conditions are read back. */
function codesOf(conditions: unknown, options?: ParseOptions): readonly string[] {
  const rule = toJsonLogic(treeOfConditions(conditions));
  return parseRules(rule, options).issues.map(({ code }) => code);
}

/** Groups that take turns at `AND` and `OR`, each with a condition beside the next. */
function alternating(depth: number): object {
  let inner: object = X;
  for (let level = depth; level > 0; level--) {
    inner = group([X, inner], { value: level % 2 === 1 ? "AND" : "OR" });
  }
  return inner;
}

describe("depth", () => {
  test.each<[name: string, conditions: unknown]>([
    ["groups of one", [nested(32), nested(32)]],
    ["one group in the list", [alternating(32)]],
    ["a level less", [alternating(31), X].map((each) => group([each]))],
    ["groups of one kind", [nestedAnds(32), group([X])]],
    ["negated groups of one kind", [negated(32), group([X])]],
  ])("is kept by %s", (_, conditions) => {
    expect(codesOf(conditions)).toEqual([]);
  });

  test("is one more where and and or take turns at every level, the list's or included", () => {
    const conditions = [alternating(32), group([X])];
    expect(codesOf(conditions)).toEqual(["too-deep"]);
    expect(codesOf(conditions, { limits: { depth: 33 } })).toEqual([]);
  });

  test("is one more where the innermost rule is a < with three arguments", () => {
    let rules: unknown = { "<": [1, A, 5] };
    for (let level = 0; level < 32; level++) {
      rules = { [level % 2 === 0 ? "or" : "and"]: [{ "==": [A, "x"] }, rules] };
    }
    const rule = rewritten(rules);
    expect(parseRules(rule).issues.map(({ code }) => code)).toEqual(["too-deep"]);
    expect(toJsonLogic(treeOf(rule, { limits: { depth: 33 } }))).toStrictEqual(rule);
  });

  function nestedAnds(depth: number): object {
    let inner: object = X;
    for (let level = 0; level < depth; level++) inner = group([X, inner]);
    return inner;
  }

  /** Not all of these, of which one is that not any of those, and so on: one kind by De Morgan. */
  function negated(depth: number): object {
    let inner: object = X;
    for (let level = 0; level < depth; level++) {
      inner = group([X, inner], { isNegated: true, value: level % 2 === 0 ? "AND" : "OR" });
    }
    return inner;
  }
});

describe("the number of nodes", () => {
  test("is kept by groups of one, however many", () => {
    expect(codesOf(Array.from({ length: 5_000 }, () => group([X])))).toEqual([]);
  });

  test("is kept by one group", () => {
    expect(codesOf([group(Array.from({ length: 9_999 }, () => X))])).toEqual([]);
  });

  test("is one more where the list's or is one more", () => {
    const conditions = [group(Array.from({ length: 9_996 }, () => X)), group([X, X])];
    expect(codesOf(conditions)).toEqual(["too-many-nodes"]);
    expect(codesOf(conditions, { limits: { nodes: 10_001 } })).toEqual([]);
  });

  test("is up to three for a < with three arguments", () => {
    const rule = rewritten({ or: Array.from({ length: 5_000 }, () => ({ "<": [1, A, 5] })) });
    expect(parseRules(rule).issues.map(({ code }) => code)).toEqual(["too-many-nodes"]);
    expect(parseRules(rule, { limits: { nodes: 15_001 } }).issues).toEqual([]);
  });
});

test("lists, texts, patterns and paths are as long as they were", () => {
  const path = `a${"[0]".repeat(63)}`;
  const rules = {
    or: [
      { in: [A, Array.from({ length: 10_000 }, (_, index) => index)] },
      { "==": [{ var: `payload.${path}` }, "x".repeat(100_000)] },
      { "==": [A, { var: `payload.${path}` }] },
    ],
  };
  expect(parseRules(rewritten(rules)).issues).toEqual([]);
  const patterns = ["LIKE", "ILIKE"].map((name) => condition(name, "%".repeat(1_000)));
  expect(codesOf([group(patterns)])).toEqual([]);
});
