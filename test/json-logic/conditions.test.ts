import { describe, expect, test } from "@jest/globals";
import { parseRules } from "integration-router";
import { toJsonLogic } from "integration-router/json-logic";
import { condition, group } from "../support/build.js";
import { A, B } from "../support/rules.js";
import { EXPORTED_NAMES, treeOf, treeOfConditions } from "./written.js";

// How every operator is written with every kind of operand, and that it is read back as it was.

const FIELD = { source: "payload", path: "a" };
const OTHER = { source: "payload", path: "b" };
const WHOLE = "{{payload.b}}";

type Row = readonly [operator: string, value: unknown, written: readonly unknown[]];

const SCALARS: readonly Row[] = ["EQUAL", "NOT_EQUAL"].flatMap((operator): Row[] => [
  [operator, "x", ["x"]],
  [operator, "", [""]],
  [operator, 7, [7]],
  [operator, -0, [0]],
  [operator, false, [false]],
  [operator, WHOLE, [OTHER]],
]);

const ORDERED: readonly Row[] = ["LARGER", "LARGER_EQUAL", "SMALLER", "SMALLER_EQUAL"].flatMap(
  (operator): Row[] => [
    [operator, "2024-02-29", ["2024-02-29"]],
    [operator, 1.5, [1.5]],
    [operator, WHOLE, [OTHER]],
  ],
);

const LISTS: readonly Row[] = ["IN", "NOT_IN", "ANY_IN", "ALL_IN"].flatMap((operator): Row[] => [
  [operator, "x, y", [["x", "y"]]],
  [operator, '["x", 7, true]', [["x", 7, true]]],
  [operator, [-0], [[0]]],
  [operator, 7, [[7]]],
  [operator, WHOLE, [OTHER]],
  [operator, [WHOLE], [[OTHER]]],
  [operator, `x, ${WHOLE}`, [["x", OTHER]]],
]);

const RANGES: readonly Row[] = ["BETWEEN", "NOT_BETWEEN"].flatMap((operator): Row[] => [
  [operator, "1, 5", [["1", "5"]]],
  [operator, [-0, 5], [[0, 5]]],
  [operator, [1, WHOLE], [[1, OTHER]]],
  [operator, [WHOLE, WHOLE], [[OTHER, OTHER]]],
  [operator, WHOLE, [OTHER]],
]);

const PATTERNS: readonly Row[] = ["LIKE", "NOT_LIKE", "ILIKE", "NOT_ILIKE"].flatMap(
  (operator): Row[] => [
    [operator, "a%\\_", ["a%\\_"]],
    [operator, 7, [7]],
    [operator, WHOLE, [OTHER]],
  ],
);

const OF_CONDITIONS: readonly Row[] = [
  ...[...SCALARS, ...ORDERED, ...LISTS, ...RANGES, ...PATTERNS],
  ["IS_DEFINED", undefined, []],
];

describe("a condition of `conditions`", () => {
  test.each(OF_CONDITIONS)("%s %j", (operator, value, written) => {
    const tree = treeOfConditions([group([condition(operator, value)])]);
    const rule = toJsonLogic(tree);
    expect(rule).toStrictEqual({ [`ir:${operator}`]: [FIELD, ...written] });
    expect(JSON.parse(JSON.stringify(rule))).toStrictEqual(rule);
    expect(toJsonLogic(treeOf(rule))).toStrictEqual(rule);
    // The list of conditions, its group, and the same condition as before; JSON has no negative zero.
    const read = { kind: "or", children: [{ kind: "and", children: [treeOf(rule)] }] };
    expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(tree)));
  });
});

const AGO = { amount: 3, unit: "months" };

const OF_RULES: readonly (readonly [
  operator: string,
  rule: unknown,
  written: readonly unknown[],
])[] = [
  ["CONTAINS", { contains: [A, "x"] }, ["x"]],
  ["CONTAINS", { contains: [A, B] }, [OTHER]],
  ["NOT_CONTAINS", { doesNotContain: [A, "x"] }, ["x"]],
  ["STARTS_WITH", { startsWith: [A, "x"] }, ["x"]],
  ["NOT_STARTS_WITH", { doesNotBeginWith: [A, B] }, [OTHER]],
  ["ENDS_WITH", { endsWith: [A, ""] }, [""]],
  ["NOT_ENDS_WITH", { doesNotEndWith: [A, 7] }, [7]],
  ["IS_EMPTY", { isEmpty: A }, []],
  ["IS_NOT_EMPTY", { isNonEmpty: A }, []],
  ["IS_TRUTHY", A, []],
  ["MORE_THAN_X_AGO", { moreThanXAgo: [A, AGO] }, [AGO]],
  ["LESS_THAN_X_AGO", { lessThanXAgo: [A, AGO] }, [AGO]],
  ["WITHIN_LAST", { withinLast: [A, { ...AGO, note: "further keys go" }] }, [AGO]],
  ["NOT_WITHIN_LAST", { notWithinLast: [A, AGO] }, [AGO]],
  ["EXACTLY_X_AGO", { exactlyXAgo: [A, AGO] }, [AGO]],
  ["EQUAL", { "==": ["x", A] }, ["x"]],
  ["IN", { in: [A, ["x", B, "{{payload.b}}"]] }, [["x", OTHER, OTHER]]],
  ["ANY_IN", { containsAny: [A, B] }, [OTHER]],
  ["BETWEEN", { "<=": [1, A, B] }, [[1, OTHER]]],
  ["NOT_BETWEEN", { notBetween: [A, B] }, [OTHER]],
];

describe("a condition of `rules`", () => {
  test.each(OF_RULES)("%s %j", (operator, rules, written) => {
    const tree = treeOf(rules);
    const rule = toJsonLogic(tree);
    expect(rule).toStrictEqual({ [`ir:${operator}`]: [FIELD, ...written] });
    expect(JSON.parse(JSON.stringify(rule))).toStrictEqual(rule);
    expect(treeOf(rule)).toEqual(tree);
  });
});

test("these rows leave no operator out", () => {
  const shown = new Set([...OF_CONDITIONS, ...OF_RULES].map(([operator]) => `ir:${operator}`));
  expect([...shown].sort()).toEqual([...EXPORTED_NAMES].sort());
});

describe("the type comes last, unless it is inferred", () => {
  test.each([
    ["NUMBER", "EQUAL", "7", ["7", "NUMBER"]],
    ["NUMBER", "BETWEEN", "1, 5", [["1", "5"], "NUMBER"]],
    ["DATE", "LARGER", 0, [0, "DATE"]],
    ["DATE", "IN", ["2024-02-29"], [["2024-02-29"], "DATE"]],
    ["BOOLEAN", "NOT_EQUAL", "true", ["true", "BOOLEAN"]],
    ["TEXT", "SMALLER", WHOLE, [OTHER, "TEXT"]],
    ["TEXT", "LIKE", "x", ["x", "TEXT"]],
    ["TEXT", "IS_DEFINED", undefined, ["TEXT"]],
    ["GROUP", "EQUAL", "7", ["7"]],
    ["STATEMENT", "EQUAL", "7", ["7"]],
    ["LIST", "IN", "x", [["x"]]],
    ["MULTI_LIST", "IS_DEFINED", undefined, []],
    [null, "EQUAL", "7", ["7"]],
  ])("%s %s %j", (type, operator, value, written) => {
    const tree = treeOfConditions([group([condition(operator, value)], { type })]);
    const rule = toJsonLogic(tree);
    expect(rule).toStrictEqual({ [`ir:${operator}`]: [FIELD, ...written] });
    expect({ kind: "or", children: [{ kind: "and", children: [treeOf(rule)] }] }).toEqual(tree);
  });
});

describe("fields of any name", () => {
  const sources = ["__proto__", "constructor", "a.b", "a"];

  test.each([
    ["payload", "__proto__"],
    ["payload", "constructor.prototype"],
    ["payload", '["a b"].c'],
    ["payload", 'data["}}"][0].sku'],
    ["payload", "[0]"],
    ["payload", '[""]'],
    ["__proto__", "toString"],
    ["constructor", "name"],
    ["a.b", "c"],
    ["a", "b.c"],
  ])("%s %s", (source, path) => {
    const field = { source, path };
    const rule = { "ir:EQUAL": [field, field] };
    const read = treeOf(rule, { sources });
    expect(read).toMatchObject({ field, operand: { term: { field } } });
    expect(toJsonLogic(read)).toStrictEqual(rule);
    expect(parseRules(JSON.parse(JSON.stringify(rule)), { sources }).tree).toEqual(read);
  });

  test("a reference that rules made is named as conditions would", () => {
    const brackets = { "==": [A, { var: 'payload.["b"]' }] };
    expect(treeOf(brackets)).toMatchObject({ operand: { term: { text: '{{payload["b"]}}' } } });
  });
});

describe("values of any text", () => {
  test.each(["__proto__", "constructor", "[1]", "x, y", "\ud83d", "ir:EQUAL", "NUMBER", "\u0000"])(
    "%j",
    (text) => {
      const rule = { "ir:IN": [FIELD, [text]] };
      expect(toJsonLogic(treeOf({ in: [A, [text]] }))).toStrictEqual(rule);
      expect(treeOf(JSON.parse(JSON.stringify(rule)))).toEqual(treeOf({ in: [A, [text]] }));
    },
  );
});

test("what is written shares nothing with the tree, and nothing within itself", () => {
  const part = { withinLast: [A, AGO] };
  const tree = treeOf({ and: [part, part, { in: [A, [B, B]] }] });
  const before = JSON.stringify(tree);
  const rule = toJsonLogic(tree);
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    expect(seen.has(value)).toBe(false);
    seen.add(value);
    expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(value)) {
      const inside: unknown = Reflect.get(value, key);
      if (Array.isArray(value) && key === "length") continue;
      visit(inside);
      // Nothing is frozen: the rule is the caller's to change.
      expect(Reflect.set(value, key, "changed")).toBe(true);
    }
  };
  visit(rule);
  expect(JSON.stringify(tree)).toBe(before);
});
