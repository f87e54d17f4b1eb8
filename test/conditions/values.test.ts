import { describe, expect, test } from "@jest/globals";
import { condition, group } from "../support/build.js";
import { issuesOf, placesInCondition } from "../support/issues.js";

// What a condition's value may be at all.

const SCALAR = [
  "EQUAL",
  "NOT_EQUAL",
  "LARGER",
  "LARGER_EQUAL",
  "SMALLER",
  "SMALLER_EQUAL",
  "LIKE",
  "NOT_LIKE",
  "ILIKE",
  "NOT_ILIKE",
];
const LIST = ["IN", "NOT_IN", "ANY_IN", "ALL_IN"];
const RANGE = ["BETWEEN", "NOT_BETWEEN"];
const EVERY = [...SCALAR, ...LIST, ...RANGE];

describe.each(EVERY)("%s", (operator) => {
  test("needs a value", () => {
    expect(placesInCondition(operator, undefined)).toEqual([["missing-value", "value"]]);
    const explicit = { ...condition(operator), value: undefined };
    expect(issuesOf([group([explicit])]).map(({ code }) => code)).toEqual(["missing-value"]);
  });

  test("has none in null", () => {
    const places = placesInCondition(operator, null);
    expect(places).toHaveLength(1);
    expect(["missing-value", "invalid-value"]).toContain(places[0]?.[0]);
    expect(places[0]?.slice(1)).toEqual(["value"]);
  });

  test("does not see an inherited value", () => {
    const one: unknown = Object.assign(Object.create({ value: 5 }), condition(operator));
    expect(issuesOf([group([one])])).toHaveLength(1);
  });

  test.each<[name: string, value: unknown]>([
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["a bigint", 5n],
    ["an object", { a: 1 }],
    ["a Date", new Date(0)],
    ["a boxed string", Object("a")],
    ["something like a list", { 0: "a", 1: "b", length: 2 }],
    ["a set", new Set(["a", "b"])],
    ["a typed array", new Uint8Array(2)],
    ["a function", () => "a"],
    ["a symbol", Symbol("a")],
    ["a regular expression", /a/],
  ])("takes no %s", (_, value) => {
    expect(placesInCondition(operator, value)).toEqual([["invalid-value", "value"]]);
  });
});

describe.each(SCALAR)("%s takes one value", (operator) => {
  test.each([[["a"]], [[]], [["a", "b"]], [[null]]])("not the list %p", (value) => {
    expect(placesInCondition(operator, value)).toEqual([["list-as-scalar", "value"]]);
  });

  test.each([["[a]"], ['["a", "b"]'], ["a,b"], [""], [" "], [0], [-0], [false], [1e308]])(
    "%p is one",
    (value) => {
      expect(placesInCondition(operator, value)).toEqual([]);
    },
  );
});

describe.each(LIST)("%s takes a list", (operator) => {
  test.each([["a"], ["a,b"], ['["a"]'], [5], [false], [["a", 5, false]], [[""]], [[" "]]])(
    "%p is one",
    (value) => {
      expect(placesInCondition(operator, value)).toEqual([]);
    },
  );
});
