import { describe, expect, test } from "@jest/globals";
import { condition } from "../support/build.js";
import { placesInCondition } from "../support/issues.js";
import { holds, passes } from "../support/passes.js";

describe("BETWEEN includes both bounds", () => {
  test.each<[type: string, operand: unknown, inside: unknown[], outside: unknown[]]>([
    ["NUMBER", "1, 10", [1, "1", 5.5, 10, "1e1", 10n], [0.999, 10.001, "x", null, [], {}, true]],
    ["NUMBER", [1, 1], [1, "1.0"], [0, 2]],
    ["NUMBER", [-0, 0], [0, -0], [1e-300, -1e-300]],
    ["NUMBER", '["1", 10]', [1, 10], [11]],
    [
      "DATE",
      "2024-01-01, 2024-01-31",
      ["2024-01-01", "2024-01-31T00:00Z", new Date("2024-01-15"), Date.UTC(2024, 0, 31)],
      ["2023-12-31T23:59:59.999", "2024-01-31T00:00:00.001", "2024-01-32", "x", 5n],
    ],
    ["DATE", ["2024-01-01T10:00+02:00", "2024-01-01T08:00Z"], ["2024-01-01T08:00"], ["2024-01-01"]],
    ["TEXT", "b, d", ["b", "c", "czzz", "d"], ["a", "B", "da", 5, true]],
    ["TEXT", "10, 9", ["10", 10, "5", 5n, 9], ["1", "90"]],
    ["GROUP", "9, 10", [9, "9.5", "10"], ["9a", "8", new Date(9)]],
    ["GROUP", "b, d", ["b", "c"], ["a", 5]],
  ])("%s %p", (type, operand, inside, outside) => {
    for (const a of inside) {
      expect([a, holds(a, "BETWEEN", operand, type)]).toEqual([a, true]);
      expect([a, holds(a, "NOT_BETWEEN", operand, type)]).toEqual([a, false]);
    }
    for (const a of outside) {
      expect([a, holds(a, "BETWEEN", operand, type)]).toEqual([a, false]);
      expect([a, holds(a, "NOT_BETWEEN", operand, type)]).toEqual([a, true]);
    }
  });
});

describe.each(["BETWEEN", "NOT_BETWEEN"])("%s takes exactly two bounds", (operator) => {
  test.each<[value: unknown]>([
    ["1"],
    [1],
    [true],
    [[1]],
    ["[1]"],
    ["1, 2, 3"],
    [[1, 2, 3]],
    ["[1, 2, 3]"],
    ["1,"],
    [",1,,"],
    ["{{payload.low}},"],
    [["{{payload.range}}"]],
    ['["{{payload.range}}"]'],
    ["{{payload.low}}, {{payload.high}}, 3"],
  ])("%j is an issue", (value) => {
    expect(placesInCondition(operator, value)).toEqual([["range-size", "value"]]);
  });

  test.each<[value: unknown]>([[""], [" , "], [[]], ["[]"]])("%j is an issue", (value) => {
    const places = placesInCondition(operator, value);
    expect(places).toHaveLength(1);
    expect(["empty-list", "range-size"]).toContain(places[0]?.[0]);
    expect(places[0]?.slice(1)).toEqual(["value"]);
  });

  test.each<[value: unknown]>([
    ["1,2"],
    [" 1 , 2 "],
    [",1,,2,"],
    ["[1,2]"],
    [" [1, 2] "],
    [[1, 2]],
  ])("%j is none", (value) => {
    expect(placesInCondition(operator, value)).toEqual([]);
  });
});

describe.each(["BETWEEN", "NOT_BETWEEN"])("%s: low above high", (operator) => {
  test.each<[type: string, value: unknown]>([
    ["NUMBER", "10, 9"],
    ["NUMBER", ["1e1", " 9 "]],
    ["NUMBER", [0, -1]],
    ["DATE", "2024-02-01, 2024-01-01"],
    ["DATE", [1, 0]],
    ["DATE", ["2024-01-01T00:00Z", "2024-01-01T00:00+01:00"]],
    ["DATE", ["2024-01-01", 0]],
    ["TEXT", "9, 10"],
    ["TEXT", "b, a"],
    ["TEXT", [2, 10]],
    ["GROUP", "10, 9"],
    ["GROUP", "2024-02-01, 2024-01-01"],
    ["GROUP", ["2024-01-01", 5]],
    ["MULTI_LIST", [2, "1"]],
  ])("is an issue under %s: %j", (type, value) => {
    expect(placesInCondition(operator, value, type)).toEqual([["range-order", "value"]]);
  });

  test.each<[type: string, value: unknown]>([
    ["NUMBER", "9, 10"],
    ["NUMBER", [0, -0]],
    ["DATE", "2024-01-01, 2024-01-01"],
    ["DATE", ["2024-01-01T05:00+09:00", "2024-01-01T00:00"]],
    ["TEXT", "10, 9"],
    ["TEXT", "a, a"],
    // under an inferred type only numbers and dates are held against one another
    ["GROUP", "b, a"],
    ["GROUP", ["9a", 10]],
    ["GROUP", ["z", "2024-01-01"]],
    ["GROUP", [true, false]],
    // and a reference cannot be
    ["NUMBER", "{{payload.low}}, -1000"],
    ["NUMBER", "1000, {{payload.high}}"],
  ])("or not, under %s: %j", (type, value) => {
    expect(placesInCondition(operator, value, type)).toEqual([]);
  });

  test("and by reference it matches nothing", () => {
    for (const type of ["NUMBER", "DATE", "TEXT", "GROUP"]) {
      expect(holds(5, "BETWEEN", "{{payload.b}}", type, [9, 1])).toBe(false);
      expect(holds(5, "NOT_BETWEEN", "{{payload.b}}", type, [9, 1])).toBe(true);
    }
  });
});

describe("a range by reference", () => {
  test.each<[b: unknown, between: boolean]>([
    [[1, 10], true],
    [["1", "10"], true],
    [[5, 5], true],
    [[6, 10], false],
    [[1], false],
    [[1, 10, 20], false],
    [[], false],
    [5, false],
    ["1,10", false],
    ["[1,10]", false],
    [null, false],
    [undefined, false],
    [{ 0: 1, 1: 10, length: 2 }, false],
    [[1, null], false],
    [[null, 10], false],
    [[[1], 10], false],
    [[[1, 10]], false],
    [["{{payload.low}}", 10], false],
    [[Number.NaN, 10], false],
  ])("as a whole, %p: %p", (b, between) => {
    for (const whole of ["{{payload.b}}", " {{ payload.b }} "]) {
      for (const type of ["NUMBER", "GROUP"]) {
        expect(holds(5, "BETWEEN", whole, type, b)).toBe(between);
        expect(holds(5, "NOT_BETWEEN", whole, type, b)).toBe(!between);
      }
    }
  });

  test.each<[payload: Record<string, unknown>, between: boolean]>([
    [{ low: 1, high: 10 }, true],
    [{ low: "1", high: "10" }, true],
    [{ low: 6, high: 10 }, false],
    [{ low: 10, high: 1 }, false],
    [{ low: 1 }, false],
    [{ high: 10 }, false],
    [{}, false],
    [{ low: [1], high: 10 }, false],
    [{ low: {}, high: 10 }, false],
    [{ low: [1, 10], high: 10 }, false],
  ])("bound by bound, %p: %p", (payload, between) => {
    const ctx = { payload: { ...payload, a: 5 } };
    for (const value of [
      "{{payload.low}}, {{payload.high}}",
      ["{{payload.low}}", "{{payload.high}}"],
    ]) {
      expect(passes(condition("BETWEEN", value), ctx)).toBe(between);
      expect(passes(condition("NOT_BETWEEN", value), ctx)).toBe(!between);
    }
  });

  test("one bound may be a literal", () => {
    expect(holds(5, "BETWEEN", "1, {{payload.b}}", "NUMBER", 10)).toBe(true);
    expect(holds(5, "BETWEEN", "{{payload.b}}, 10", "NUMBER", 6)).toBe(false);
    expect(
      holds("2024-01-15", "BETWEEN", "2024-01-01, {{payload.b}}", "DATE", new Date("2024-02-01")),
    ).toBe(true);
  });
});
