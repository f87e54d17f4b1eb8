import { describe, expect, test } from "@jest/globals";
import { holds } from "../support/passes.js";

describe("the text of a value", () => {
  test.each<[a: unknown, text: string]>([
    ["gold", "gold"],
    ["", ""],
    [" gold ", " gold "],
    [5, "5"],
    [-0, "0"],
    [1.5, "1.5"],
    [1e21, "1e+21"],
    [1e-7, "1e-7"],
    [0.1, "0.1"],
    [123_456_789_012_345_680_000, "123456789012345680000"],
    [5n, "5"],
    [-12_345_678_901_234_567_890n, "-12345678901234567890"],
    [true, "true"],
    [false, "false"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [new Date("2024-05-06T07:08:09.123+02:00"), "2024-05-06T05:08:09.123Z"],
    [new Date(8.64e15), "+275760-09-13T00:00:00.000Z"],
    [new Date(-1e14), "-001199-02-15T14:13:20.000Z"],
  ])("of %p is %j", (a, text) => {
    expect(holds(a, "EQUAL", text, "TEXT")).toBe(true);
    expect(holds(text, "EQUAL", "{{payload.b}}", "TEXT", a)).toBe(true);
    expect(holds(text, "EQUAL", "{{payload.b}}", "GROUP", a)).toBe(true);
    expect(holds(a, "LIKE", text)).toBe(true);
    expect(holds(text, "LIKE", "{{payload.b}}", "GROUP", a)).toBe(true);
  });

  test.each<[name: string, a: unknown, text: string]>([
    ["NaN", Number.NaN, "NaN"],
    ["Infinity", Number.POSITIVE_INFINITY, "Infinity"],
    ["-Infinity", Number.NEGATIVE_INFINITY, "-Infinity"],
    ["an invalid Date", new Date(Number.NaN), "Invalid Date"],
    ["a boxed string", Object("gold"), "gold"],
    ["an object with toString", { toString: () => "gold" }, "gold"],
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
    ["a function", Math.max, String(Math.max)],
    ["a symbol", Symbol.for("gold"), "Symbol(gold)"],
  ])("%s has none", (_, a, text) => {
    expect(holds(a, "EQUAL", text, "TEXT")).toBe(false);
    expect(holds(text, "EQUAL", "{{payload.b}}", "TEXT", a)).toBe(false);
    expect(holds(text, "EQUAL", "{{payload.b}}", "GROUP", a)).toBe(false);
    expect(holds(a, "LIKE", "%")).toBe(false);
    expect(holds(a, "NOT_LIKE", "%")).toBe(true);
    expect(holds(text, "LIKE", "{{payload.b}}", "GROUP", a)).toBe(false);
    expect(holds(a, "LARGER_EQUAL", "", "TEXT")).toBe(false);
  });
});

describe("equality is exact", () => {
  test.each<[a: string, operand: string]>([
    ["gold", "Gold"],
    ["gold", " gold"],
    ["gold", "gold "],
    ["é", "e\u0301"],
    ["ß", "ss"],
    ["5", "5.0"],
    ["05", "5"],
    ["a", "a\u0000"],
    ["[a]", "a"],
    ["true", "TRUE"],
  ])("%j is not %j", (a, operand) => {
    for (const type of ["TEXT", "GROUP"]) {
      expect(holds(a, "EQUAL", operand, type)).toBe(false);
      expect(holds(a, "EQUAL", a, type)).toBe(true);
    }
  });
});

describe("order is by UTF-16 code unit", () => {
  test.each<[low: string, high: string]>([
    ["", "a"],
    ["a", "aa"],
    ["a", "b"],
    ["Z", "a"],
    ["10", "9"],
    ["z", "ä"],
    ["e\u0301", "é"],
    [" ", "0"],
    ["😀", "\uff5e"],
    ["\ud83d", "😀"],
    ["2024-1-1", "2024-11-01"],
  ])("%j before %j", (low, high) => {
    expect(holds(low, "SMALLER", high, "TEXT")).toBe(true);
    expect(holds(low, "SMALLER_EQUAL", high, "TEXT")).toBe(true);
    expect(holds(low, "LARGER", high, "TEXT")).toBe(false);
    expect(holds(high, "LARGER", low, "TEXT")).toBe(true);
    expect(holds(high, "LARGER_EQUAL", low, "TEXT")).toBe(true);
    expect(holds(high, "SMALLER", low, "TEXT")).toBe(false);
    expect(holds(low, "LARGER_EQUAL", low, "TEXT")).toBe(true);
    expect(holds(low, "SMALLER", low, "TEXT")).toBe(false);
  });

  test.each<[a: unknown, operator: string, operand: unknown, passes: boolean]>([
    [5, "LARGER", "10", true],
    [10, "SMALLER", 9, true],
    [true, "LARGER", false, true],
    [10n, "SMALLER", "9", true],
    [new Date(0), "SMALLER", "1970-01-02", true],
    [new Date(0), "LARGER", "1970-01-01", true],
  ])("as text, %p %s %p is %p", (a, operator, operand, passes) => {
    expect(holds(a, operator, operand, "TEXT")).toBe(passes);
  });
});
