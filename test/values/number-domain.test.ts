import { describe, expect, test } from "@jest/globals";
import { codesInCondition } from "../support/issues.js";
import { holds } from "../support/passes.js";

// What converts to a number, seen from both sides: as a field's value and as an operand of the
// type NUMBER.

const LITERALS: [text: string, number: number][] = [
  ["0", 0],
  ["7", 7],
  ["007", 7],
  ["+5", 5],
  ["-5", -5],
  ["-0", 0],
  ["5.", 5],
  ["-5.", -5],
  [".5", 0.5],
  ["+.5", 0.5],
  ["-.5e1", -5],
  ["1.50", 1.5],
  ["1e5", 100_000],
  ["1E5", 100_000],
  ["1e+5", 100_000],
  ["1e-5", 0.000_01],
  ["5.e1", 50],
  ["1.e-1", 0.1],
  ["00e0", 0],
  [" 7 ", 7],
  ["\t7\n", 7],
  ["\u00a07\u2003", 7],
  ["0.1", 0.1],
  ["9007199254740993", 9_007_199_254_740_992],
  ["1e400", Number.POSITIVE_INFINITY],
  ["-1e400", Number.NEGATIVE_INFINITY],
  ["1e-400", 0],
  ["179769313486231570000000000000000000000e270", 1.797_693_134_862_315_7e308],
];

const NEAR_MISSES = [
  "",
  " ",
  "0x10",
  "0X10",
  "0b1",
  "0o7",
  "1_0",
  "1,000",
  "1 000",
  "1e",
  "1e+",
  "e5",
  "1e5.5",
  "1e 5",
  ".",
  "+",
  "-",
  "+.",
  ".e1",
  "--5",
  "+-5",
  "+ 5",
  "1.2.3",
  "1..2",
  "5n",
  "5px",
  "$5",
  "5%",
  "(5)",
  "Infinity",
  "-Infinity",
  "+Infinity",
  "infinity",
  "NaN",
  "null",
  "true",
  "[5]",
  "٥",
  "５",
  "½",
  "−5",
  "5\u0000",
  "2024-01-01",
];

describe("decimal literals are numbers", () => {
  test.each(LITERALS)("%j is %p", (text, number) => {
    expect(holds(text, "EQUAL", "{{payload.b}}", "NUMBER", number)).toBe(true);
    expect(holds(number, "EQUAL", text, "NUMBER")).toBe(true);
    expect(holds(number, "IN", [text], "NUMBER")).toBe(true);
    expect(holds(number, "EQUAL", text)).toBe(true);
    expect(holds(text, "LARGER_EQUAL", "{{payload.b}}", "GROUP", number)).toBe(true);
    expect(holds(text, "SMALLER_EQUAL", "{{payload.b}}", "GROUP", number)).toBe(true);
  });
});

describe("near misses are no numbers", () => {
  test.each(NEAR_MISSES)("%j", (text) => {
    expect(holds(text, "LARGER", -1e300, "NUMBER")).toBe(false);
    expect(holds(text, "SMALLER", 1e300, "NUMBER")).toBe(false);
    expect(holds(text, "EQUAL", "{{payload.b}}", "NUMBER", text)).toBe(false);
    expect(holds(text, "NOT_EQUAL", "{{payload.b}}", "NUMBER", text)).toBe(true);
    expect(codesInCondition("EQUAL", text, "NUMBER")).toEqual(["inconvertible-value"]);
  });
});

describe("values that are no strings", () => {
  test.each<[name: string, a: unknown, number: number]>([
    ["a number", 1.5, 1.5],
    ["the smallest number above 0", Number.MIN_VALUE, 5e-324],
    ["Infinity", Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ["a bigint", 12n, 12],
    ["a negative bigint", -12n, -12],
    ["a bigint between two numbers, to the nearest", 9_007_199_254_740_993n, 9_007_199_254_740_992],
    ["a bigint past halfway, to the nearest", 9_007_199_254_740_995n, 9_007_199_254_740_996],
  ])("%s converts", (_, a, number) => {
    expect(holds(a, "EQUAL", "{{payload.b}}", "NUMBER", number)).toBe(true);
    expect(holds(number, "EQUAL", "{{payload.b}}", "NUMBER", a)).toBe(true);
    expect(holds(a, "EQUAL", "{{payload.b}}", "GROUP", number)).toBe(true);
  });

  test.each<[name: string, a: unknown]>([
    ["NaN", Number.NaN],
    ["true", true],
    ["false", false],
    ["a Date", new Date(0)],
    ["an invalid Date", new Date(Number.NaN)],
    ["an object with valueOf", { valueOf: () => 5 }],
    ["a boxed number", Object(5)],
    ["a boxed string", Object("5")],
    ["a function", () => 5],
    ["a symbol", Symbol("5")],
  ])("%s does not", (_, a) => {
    expect(holds(a, "LARGER_EQUAL", -1e300, "NUMBER")).toBe(false);
    expect(holds(a, "SMALLER_EQUAL", 1e300, "NUMBER")).toBe(false);
    expect(holds(a, "EQUAL", "{{payload.b}}", "NUMBER", a)).toBe(false);
    expect(holds(5, "EQUAL", "{{payload.b}}", "NUMBER", a)).toBe(false);
    expect(holds(5, "NOT_EQUAL", "{{payload.b}}", "NUMBER", a)).toBe(true);
  });
});

describe("order and equality", () => {
  test.each<[a: unknown, operator: string, operand: unknown, passes: boolean]>([
    [-0, "EQUAL", 0, true],
    [0, "EQUAL", "-0", true],
    [0, "IN", ["-0"], true],
    [-0, "LARGER_EQUAL", 0, true],
    [-0, "SMALLER", 0, false],
    [9, "SMALLER", "10", true],
    ["9", "SMALLER", "10", true],
    ["10", "SMALLER", "9", false],
    ["1e2", "EQUAL", "100", true],
    [0.3, "EQUAL", "0.30000000000000004", false],
    [-2, "SMALLER", -1, true],
    [Number.POSITIVE_INFINITY, "LARGER", 1.797e308, true],
    [Number.NEGATIVE_INFINITY, "SMALLER", -1.797e308, true],
    [10n, "LARGER", 9.5, true],
    [10n ** 30n, "LARGER", "1e29", true],
  ])("%p %s %p is %p", (a, operator, operand, passes) => {
    expect(holds(a, operator, operand, "NUMBER")).toBe(passes);
  });
});
