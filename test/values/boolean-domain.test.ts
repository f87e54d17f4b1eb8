import { describe, expect, test } from "@jest/globals";
import { codesInCondition } from "../support/issues.js";
import { holds } from "../support/passes.js";

describe("under BOOLEAN", () => {
  test.each<[a: unknown, operand: unknown, equal: boolean]>([
    [true, true, true],
    [true, "true", true],
    ["true", true, true],
    ["true", "true", true],
    [false, false, true],
    [false, "false", true],
    ["false", false, true],
    [true, false, false],
    ["true", "false", false],
    ["false", "true", false],
  ])("%p EQUAL %p is %p", (a, operand, equal) => {
    expect(holds(a, "EQUAL", operand, "BOOLEAN")).toBe(equal);
    expect(holds(a, "NOT_EQUAL", operand, "BOOLEAN")).toBe(!equal);
    expect(holds(a, "IN", [operand], "BOOLEAN")).toBe(equal);
    expect(holds(a, "NOT_IN", [operand], "BOOLEAN")).toBe(!equal);
    expect(holds(a, "ALL_IN", [operand], "BOOLEAN")).toBe(equal);
    expect(holds(a, "EQUAL", "{{payload.b}}", "BOOLEAN", operand)).toBe(equal);
  });

  test.each<[a: unknown]>([
    [1],
    [0],
    [1n],
    ["TRUE"],
    ["True"],
    [" true"],
    ["true "],
    ["1"],
    ["yes"],
    [""],
    [Object(true)],
    [new Date(1)],
    [{}],
  ])("%p is no boolean", (a) => {
    expect(holds(a, "EQUAL", true, "BOOLEAN")).toBe(false);
    expect(holds(a, "EQUAL", false, "BOOLEAN")).toBe(false);
    expect(holds(a, "NOT_EQUAL", true, "BOOLEAN")).toBe(true);
    expect(holds(true, "EQUAL", "{{payload.b}}", "BOOLEAN", a)).toBe(false);
    expect(holds(false, "EQUAL", "{{payload.b}}", "BOOLEAN", a)).toBe(false);
  });

  test.each([[1], [0], ["TRUE"], [" true "], ["yes"], [""], ["1"]])(
    "the literal %p is an issue",
    (literal) => {
      expect(codesInCondition("EQUAL", literal, "BOOLEAN")).toEqual(["inconvertible-value"]);
      expect(codesInCondition("IN", [true, literal], "BOOLEAN")).toEqual(["inconvertible-value"]);
    },
  );

  test("a list may hold both", () => {
    expect(holds("false", "IN", "true, false", "BOOLEAN")).toBe(true);
    expect(holds(null, "IN", "true, false", "BOOLEAN")).toBe(false);
  });
});

describe("booleans have no order", () => {
  test.each(["LARGER", "LARGER_EQUAL", "SMALLER", "SMALLER_EQUAL"])("%s", (operator) => {
    expect(holds(true, operator, false)).toBe(false);
    expect(holds(false, operator, true)).toBe(false);
    expect(holds(true, operator, true)).toBe(false);
    expect(holds(true, operator, "{{payload.b}}", "GROUP", false)).toBe(false);
    expect(holds(true, operator, 0)).toBe(false);
    expect(holds(true, operator, 1)).toBe(false);
  });

  test("BETWEEN", () => {
    expect(holds(true, "BETWEEN", [false, true])).toBe(false);
    expect(holds(true, "NOT_BETWEEN", [false, true])).toBe(true);
  });
});
