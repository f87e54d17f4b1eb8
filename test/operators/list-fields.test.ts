import { describe, expect, test } from "@jest/globals";
import { holds } from "../support/passes.js";

// A list-valued field: one element is enough, for ALL_IN it takes every one, and at least one.

const nothing = [
  ["an empty list", []],
  ["absent elements", [null, undefined]],
  ["a hole", new Array(3)],
  ["nested lists", [["a"], ["b"]]],
  ["objects", [{ a: "a" }, Object("a")]],
  ["functions and symbols", [() => "a", Symbol("a")]],
  ["NaN and invalid dates", [Number.NaN, new Date(Number.NaN)]],
] as const;

const POSITIVE: [operator: string, operand: unknown][] = [
  ["EQUAL", "a"],
  ["LARGER", "A"],
  ["LARGER_EQUAL", ""],
  ["SMALLER", "z"],
  ["SMALLER_EQUAL", "z"],
  ["BETWEEN", ",a,z"],
  ["IN", "a, b"],
  ["ANY_IN", "a, b"],
  ["ALL_IN", "a, b"],
  ["LIKE", "%"],
  ["ILIKE", "%"],
];

describe.each(POSITIVE)("%s %p", (operator, operand) => {
  test.each(nothing)("passes on nothing in a list of %s", (_, a) => {
    for (const type of ["GROUP", "TEXT", "MULTI_LIST"]) {
      expect(holds(a, operator, operand, type)).toBe(false);
    }
  });

  test.each(nothing)("is not kept by %s from passing on an element beside them", (_, a) => {
    const passes = operator !== "ALL_IN" || a.length === 0;
    expect(holds([...a, "a"], operator, operand)).toBe(passes);
    expect(holds(["a", ...a], operator, operand)).toBe(passes);
  });
});

describe("one element is enough", () => {
  test.each<[a: unknown[], operator: string, operand: unknown, passes: boolean]>([
    [["a", "b"], "EQUAL", "b", true],
    [["a", "b"], "EQUAL", "c", false],
    [["a", "b"], "NOT_EQUAL", "b", false],
    [["a", "b"], "NOT_EQUAL", "c", true],
    [["b", "b"], "NOT_EQUAL", "a", true],
    [[1, 20], "LARGER", 10, true],
    [[1, 2], "LARGER", 10, false],
    [[1, 20], "SMALLER", 10, true],
    [[1, 20], "BETWEEN", [5, 10], false],
    [[1, 20], "NOT_BETWEEN", [5, 10], true],
    [[1, 7, 20], "BETWEEN", [5, 10], true],
    [[1, 7, 20], "NOT_BETWEEN", [5, 10], false],
    [["x", "b"], "IN", "a, b", true],
    [["x", "y"], "IN", "a, b", false],
    [["x", "b"], "NOT_IN", "a, b", false],
    [["x", "y"], "NOT_IN", "a, b", true],
    [["x", "b"], "ANY_IN", "a, b", true],
    [["x", "y"], "ANY_IN", "a, b", false],
    [["web", "email"], "LIKE", "em%", true],
    [["web", "email"], "NOT_LIKE", "em%", false],
    [["web", "email"], "ILIKE", "EM%", true],
    [["web", "email"], "NOT_ILIKE", "x%", true],
    // an element is compared as itself, so numbers and strings may stand side by side
    [[5, "six"], "EQUAL", "5.0", true],
    [["5", "six"], "EQUAL", "5.0", false],
  ])("%p %s %p: %p", (a, operator, operand, passes) => {
    expect(holds(a, operator, operand)).toBe(passes);
  });
});

describe("ALL_IN takes every element", () => {
  test.each<[a: unknown, operand: unknown, passes: boolean]>([
    [["a", "b"], "a, b, c", true],
    [["a", "b"], "a, b", true],
    [["a", "b"], "a", false],
    [["a", "a"], "a", true],
    [["a"], "a, b", true],
    ["a", "a, b", true],
    ["c", "a, b", false],
    [[], "a, b", false],
    [null, "a, b", false],
    [["a", null], "a, b", false],
    [["a", undefined], "a, b", false],
    [["a", ["b"]], "a, b", false],
    [["a", {}], "a, b", false],
    [{}, "a, b", false],
    [[1, 2], [1, 2, 3], true],
    [[1, "2"], [1, 2, 3], true],
    [[1, 4], [1, 2, 3], false],
    [[true, false], [true, "false"], true],
  ])("%p ALL_IN %p: %p", (a, operand, passes) => {
    expect(holds(a, "ALL_IN", operand)).toBe(passes);
  });

  test("a hole is an absent element", () => {
    const sparse = new Array<string>(2);
    sparse[0] = "a";
    expect(holds(sparse, "ALL_IN", "a")).toBe(false);
    expect(holds(sparse, "ANY_IN", "a")).toBe(true);
  });

  test("a hole does not see what a list inherits", () => {
    const sparse = Object.setPrototypeOf(new Array(1), Object.assign([], ["a"])) as unknown[];
    expect(sparse[0]).toBe("a");
    expect(holds(sparse, "EQUAL", "a")).toBe(false);
    expect(holds(sparse, "ALL_IN", "a")).toBe(false);
  });
});
