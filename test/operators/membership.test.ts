import { describe, expect, test } from "@jest/globals";
import { placesInCondition } from "../support/issues.js";
import { holds } from "../support/passes.js";

const OPERATORS = ["IN", "NOT_IN", "ANY_IN", "ALL_IN"];

/** Which of the candidates a list operand has among its items, as text. */
function itemsOf(operand: unknown, candidates: readonly string[]): string[] {
  return candidates.filter((a) => holds(a, "IN", operand, "TEXT"));
}

describe("the items of a list operand", () => {
  test.each<[operand: unknown, has: string[], hasNot: string[]]>([
    // a string is split at its commas
    ["a", ["a"], ["", "b"]],
    ["a,b", ["a", "b"], ["a,b", ""]],
    [" a , b c ,d", ["a", "b c", "d"], [" a ", "c"]],
    ["a,,b,", ["a", "b"], ["", " "]],
    [", a", ["a"], [""]],
    ["\ta\n,\u00a0b", ["a", "b"], ["\ta"]],
    ['"a", b', ['"a"', "b"], ["a"]],
    ["a, [b]", ["a", "[b]"], ["b"]],
    ["a]", ["a]"], ["a"]],
    ["5, true", ["5", "true"], []],
    ["{a}, b", ["{a}", "b"], ["a"]],
    // or read as JSON where it starts with a bracket
    ['["a", "b"]', ["a", "b"], ['"a"', '["a"']],
    [' [ "a" ] ', ["a"], []],
    ['["a,b", " c "]', ["a,b", " c "], ["a", "b", "c"]],
    ['["", "a"]', ["", "a"], []],
    ["[1, 2.50, true]", ["1", "2.5", "true"], ["2.50", "false"]],
    ['["\\u0061\\"", "[]"]', ['a"', "[]"], ["a"]],
    // a list's items are as they stand
    [["a", "b"], ["a", "b"], ["a,b"]],
    [
      ["a,b", " c ", ""],
      ["a,b", " c ", ""],
      ["a", "c"],
    ],
    [
      ["[1]", '["a"]'],
      ["[1]", '["a"]'],
      ["1", "a"],
    ],
    [[1, true, 2.5], ["1", "true", "2.5"], ["false"]],
    // a lone number or boolean is a list of one
    [5, ["5"], ["5.0"]],
    [false, ["false"], ["true", ""]],
  ])("%j", (operand, has, hasNot) => {
    expect(itemsOf(operand, [...has, ...hasNot])).toEqual(has);
    for (const a of has) {
      expect(holds(a, "ANY_IN", operand, "TEXT")).toBe(true);
      expect(holds(a, "ALL_IN", operand, "TEXT")).toBe(true);
      expect(holds(a, "NOT_IN", operand, "TEXT")).toBe(false);
    }
    for (const a of hasNot) {
      expect(holds(a, "ANY_IN", operand, "TEXT")).toBe(false);
      expect(holds(a, "ALL_IN", operand, "TEXT")).toBe(false);
      expect(holds(a, "NOT_IN", operand, "TEXT")).toBe(true);
    }
  });
});

describe.each(OPERATORS)("%s", (operator) => {
  test.each<[value: unknown]>([[""], [" "], [","], [" , ,"], [[]], ["[]"], [" [ ] "]])(
    "%j is an empty list, an issue",
    (value) => {
      expect(placesInCondition(operator, value)).toEqual([["empty-list", "value"]]);
    },
  );

  test.each<[value: string]>([
    ["["],
    ["[a, b]"],
    ["['a']"],
    ["[1, 2"],
    ["[1, 2,]"],
    ["[1] 2"],
    ["[1], [2]"],
    ["[1]]"],
    ["[NaN]"],
    ["[0x5]"],
    ["[undefined]"],
    ["  [x"],
    ["[{{payload.b}}]"],
  ])("%j is no JSON list, an issue", (value) => {
    expect(placesInCondition(operator, value)).toEqual([["invalid-json-list", "value"]]);
  });

  test.each<[value: string, indices: number[]]>([
    ["[null]", [0]],
    ['["a", null, "b", {}]', [1, 3]],
    ["[[]]", [0]],
    ['[["a"], "b"]', [0]],
    ["[1e999, 5]", [0]],
    ["[5, -1e999]", [1]],
  ])("%j has items that are none, issues", (value, indices) => {
    const places = indices.map((index) => ["invalid-item", "value", index]);
    expect(placesInCondition(operator, value)).toEqual(places);
  });

  test.each<[name: string, value: unknown, indices: number[]]>([
    ["null and undefined", ["a", null, undefined], [1, 2]],
    ["lists", [["a"], "b", []], [0, 2]],
    ["an object", [{}], [0]],
    ["NaN", [1, Number.NaN], [1]],
    ["Infinity", [Number.POSITIVE_INFINITY, 1, Number.NEGATIVE_INFINITY], [0, 2]],
    ["a bigint", [5n], [0]],
    ["a Date", [new Date(0)], [0]],
    ["a boxed string", [Object("a")], [0]],
    ["a function", [() => "a"], [0]],
    ["a symbol", [Symbol("a")], [0]],
  ])("a list with %s has issues", (_, value, indices) => {
    const places = indices.map((index) => ["invalid-item", "value", index]);
    expect(placesInCondition(operator, value)).toEqual(places);
  });

  test("a hole in a list is an issue", () => {
    const sparse = ["a", "b", "c"];
    delete sparse[1];
    expect(placesInCondition(operator, sparse)).toEqual([["invalid-item", "value", 1]]);
  });
});

describe("under a type", () => {
  test.each<[type: string, operand: unknown, has: unknown[], hasNot: unknown[]]>([
    ["NUMBER", "5, 6.0, 1e2", [5, "5.0", 6, "100", 100n], [7, "x", true, null, [], {}]],
    [
      "DATE",
      "2024-01-01, 2024-02-01T00:00+01:00",
      ["2024-01-01T00:00Z", new Date("2024-01-31T23:00Z"), Date.UTC(2024, 0, 1)],
      ["2024-02-01", "2024-01-01x", null, 5n],
    ],
    ["BOOLEAN", "true", [true, "true"], [false, "false", 1, null]],
    ["TEXT", [5, true, "x"], [5, "5", 5n, true, "true", "x"], ["5.0", false, null]],
    ["LIST", [5, true, "x"], [5, 5n, "5", true, "true", "x"], ["5.0", " x", false, null]],
  ])("%s %j", (type, operand, has, hasNot) => {
    const passing = [...has, ...hasNot].filter((a) => holds(a, "IN", operand, type));
    expect(passing).toEqual(has);
    expect([...has, ...hasNot].filter((a) => holds(a, "NOT_IN", operand, type))).toEqual(hasNot);
    expect(holds(has, "ALL_IN", operand, type)).toBe(true);
    expect(holds([...has, ...hasNot], "ALL_IN", operand, type)).toBe(false);
    expect(holds([...hasNot, ...has], "ANY_IN", operand, type)).toBe(true);
    expect(holds(hasNot, "ANY_IN", operand, type)).toBe(false);
  });
});

describe("a list by reference", () => {
  test.each<[a: unknown, b: unknown, passes: boolean]>([
    ["a", ["a", "b"], true],
    ["c", ["a", "b"], false],
    ["a", "a", true],
    [5, 5, true],
    [5, ["5.0"], true],
    [true, true, true],
    // what is read is data: no splitting, no JSON, no references
    ["a", "a,b", false],
    ["a,b", "a,b", true],
    ["a", '["a"]', false],
    ['["a"]', '["a"]', true],
    ["a", "{{payload.a}}", false],
    ["{{payload.a}}", "{{payload.a}}", true],
    ["a", ["{{payload.a}}"], false],
    ["", [""], true],
    // empty and absent things match nothing
    ["a", [], false],
    ["a", null, false],
    ["a", undefined, false],
    [null, [null], false],
    [undefined, [undefined], false],
    ["a", [null, "a"], true],
    // nor do lists and objects in it
    ["a", [["a"]], false],
    [["a"], [["a"]], false],
    ["a", [{}, "a"], true],
    ["a", {}, false],
    ["a", { 0: "a", length: 1 }, false],
    [Number.NaN, [Number.NaN], false],
  ])("as a whole, %p in %p: %p", (a, b, passes) => {
    for (const whole of ["{{payload.b}}", "  {{ payload.b }}  "]) {
      expect(holds(a, "IN", whole, "GROUP", b)).toBe(passes);
      expect(holds(a, "ANY_IN", whole, "GROUP", b)).toBe(passes);
      expect(holds(a, "ALL_IN", whole, "GROUP", b)).toBe(passes);
      expect(holds(a, "NOT_IN", whole, "GROUP", b)).toBe(!passes);
    }
  });

  test.each<[value: unknown]>([
    ["{{payload.b}},"],
    [",{{payload.b}}"],
    ["{{payload.b}}, c"],
    ["c, {{payload.b}}"],
    [["{{payload.b}}"]],
    ['["{{payload.b}}"]'],
    [["c", " {{ payload.b }} "]],
  ])("as an item of %j a list matches nothing, one value itself", (value) => {
    expect(holds("a", "IN", value, "GROUP", ["a"])).toBe(false);
    expect(holds("a", "NOT_IN", value, "GROUP", ["a"])).toBe(true);
    expect(holds(["a"], "ALL_IN", value, "GROUP", ["a"])).toBe(false);
    expect(holds("a", "IN", value, "GROUP", "a")).toBe(true);
    expect(holds(["a"], "ALL_IN", value, "GROUP", "a")).toBe(true);
    expect(holds("a", "IN", value, "GROUP", undefined)).toBe(false);
    expect(holds("a", "IN", value, "GROUP", {})).toBe(false);
    expect(holds("a", "IN", value, "GROUP", "a,b")).toBe(false);
  });

  test("an absent item takes nothing from the items beside it", () => {
    expect(holds("c", "IN", "{{payload.b}}, c", "GROUP", undefined)).toBe(true);
    expect(holds(["c", "c"], "ALL_IN", "{{payload.b}}, c", "GROUP", null)).toBe(true);
    expect(holds("c", "IN", "{{payload.b}}, c", "GROUP", ["x"])).toBe(true);
  });

  test("a type holds for what a reference reads", () => {
    expect(holds("5", "IN", "{{payload.b}}", "NUMBER", ["x", "5.0"])).toBe(true);
    expect(holds("x", "IN", "{{payload.b}}", "NUMBER", ["x", "5.0"])).toBe(false);
    expect(
      holds("2024-01-01", "IN", "{{payload.b}}", "DATE", [new Date(0), 1_704_067_200_000]),
    ).toBe(true);
  });
});
