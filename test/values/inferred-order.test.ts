import { describe, expect, test } from "@jest/globals";
import { EPOCH } from "../support/kinds.js";
import { holds } from "../support/passes.js";

// Without a type of its own the operand decides how a field is ordered.

const DAY = 86_400_000;

type Row = [a: unknown, operator: string, b: unknown, passes: boolean];

const ROWS: Row[] = [
  // an operand that is a number: as numbers
  ["9", "SMALLER", "10", true],
  ["9", "SMALLER", 10, true],
  [9, "SMALLER", "10", true],
  [" 9 ", "SMALLER", "1e1", true],
  ["1a", "LARGER", 10, false],
  ["1a", "LARGER", "10", false],
  ["1a", "SMALLER_EQUAL", "10", false],
  ["zebra", "LARGER", "10", false],
  [new Date(EPOCH), "LARGER", 10, false],
  [new Date(EPOCH), "SMALLER_EQUAL", EPOCH, false],
  ["2024-01-01", "LARGER", 10, false],
  ["2024-01-01", "LARGER", "2023", false],
  [true, "LARGER", 0, false],
  // an operand of the form of a date: as dates
  ["2024-01-02", "LARGER", "2024-01-01", true],
  ["2024-01-01T00:00+01:00", "SMALLER", "2024-01-01", true],
  ["2024-01-01 00:00", "LARGER_EQUAL", "2024-01-01T00:00:00Z", true],
  [EPOCH, "LARGER_EQUAL", "2024-01-01", true],
  [EPOCH, "SMALLER_EQUAL", "2024-01-01", true],
  [EPOCH + 1, "LARGER", "2024-01-01", true],
  [EPOCH - 1, "SMALLER", "2024-01-01", true],
  [new Date(EPOCH + DAY), "LARGER", "2024-01-01", true],
  [String(EPOCH + 1), "LARGER", "2024-01-01", false],
  ["zebra", "LARGER", "2024-01-01", false],
  ["2024-1-2", "LARGER", "2024-01-01", false],
  ["2024-02-30", "LARGER", "2024-01-01", false],
  [true, "LARGER", "2024-01-01", false],
  // any other operand: as text, and only a string has a place
  ["b", "LARGER", "a", true],
  ["B", "LARGER", "a", false],
  ["a", "LARGER_EQUAL", "a", true],
  ["10", "SMALLER", "9a", true],
  ["2024-01-02", "LARGER", "2024-01-01x", true],
  ["2024-01-02", "LARGER", " 2024-01-01", true],
  ["2024-01-02", "LARGER", "2024-01", true],
  ["x", "LARGER", "", true],
  ["", "SMALLER_EQUAL", "", true],
  [5, "LARGER", "", false],
  [5, "SMALLER", "abc", false],
  [5n, "SMALLER", "abc", false],
  [true, "LARGER", "abc", false],
  [new Date(EPOCH), "SMALLER", "abc", false],
  [new Date(EPOCH), "LARGER", "", false],
  ["zebra", "LARGER", true, true],
  ["abc", "SMALLER", false, true],
  [5, "SMALLER", true, false],
];

describe("a literal decides", () => {
  test.each(ROWS)("%p %s %p: %p", (a, operator, b, passes) => {
    expect(holds(a, operator, b)).toBe(passes);
  });
});

describe("so does what a reference reads, each time anew", () => {
  test.each<Row>([
    ...ROWS,
    [11, "LARGER", 10n, true],
    ["11", "LARGER", 10n, true],
    ["x", "LARGER", 10n, false],
    [5, "SMALLER", Number.POSITIVE_INFINITY, true],
    ["5", "LARGER", Number.NEGATIVE_INFINITY, true],
    [5, "LARGER", Number.NaN, false],
    ["a", "SMALLER", Number.NaN, false],
    [EPOCH + 1, "LARGER", new Date(EPOCH), true],
    ["2024-01-02", "LARGER", new Date(EPOCH), true],
    [new Date(EPOCH + 1), "LARGER", new Date(EPOCH), true],
    [String(EPOCH + 1), "LARGER", new Date(EPOCH), false],
    ["zebra", "LARGER", new Date(EPOCH), false],
    ["zebra", "LARGER", new Date(Number.NaN), false],
    // the form decides, and what is no date is no date: text has no say
    ["2024-06-01", "LARGER", "2024-02-30", false],
    ["2024-06-01", "SMALLER", "2024-12-32", false],
    ["2024-06-01", "LARGER", "2024-01-01T24:00", false],
    ["zebra", "LARGER", "2024-02-30", false],
    [EPOCH, "LARGER", "2023-02-29", false],
    ["zebra", "LARGER", {}, false],
    ["zebra", "LARGER", [], false],
    ["zebra", "LARGER", null, false],
    ["zebra", "LARGER", undefined, false],
  ])("%p %s %p: %p", (a, operator, b, passes) => {
    expect(holds(a, operator, "{{payload.b}}", "GROUP", b)).toBe(passes);
  });
});

describe("both bounds of a range decide together", () => {
  const SAME_AS_LITERALS: [a: unknown, low: unknown, high: unknown, between: boolean][] = [
    // both numbers
    ["9", 8, "10", true],
    ["1a", "1", "2", false],
    [new Date(5), 1, 9, false],
    // both dates, where a number is one too
    ["2024-01-02", "2024-01-01", "2024-01-03", true],
    ["1970-06-01", 0, "2024-01-01", true],
    [EPOCH, 0, "2024-01-01", true],
    [new Date(EPOCH), "2024-01-01", EPOCH + 1, true],
    ["zebra", 0, "2024-01-01", false],
    // a number and a string that spells one are numbers, beside a date only the first is a date
    ["1970-06-01", "0", "2024-01-01", true],
    [EPOCH - 1, "0", "2024-01-01", false],
    [new Date(EPOCH - 1), "0", "2024-01-01", false],
    // else text
    ["b", "a", "c", true],
    ["b", "a", "c1", true],
    ["5", "1", "abc", true],
    [5, "1", "abc", false],
    ["50", 5, "9x", true],
    ["2024-06-01", "2024-01-01", "zebra", true],
    [EPOCH, "2024-01-01", "zebra", false],
    [new Date(EPOCH), "2023-01-01", "zebra", false],
    ["truely", true, "z", true],
  ];

  test.each(SAME_AS_LITERALS)("%p between %p and %p: %p", (a, low, high, between) => {
    expect(holds(a, "BETWEEN", [low, high])).toBe(between);
    expect(holds(a, "NOT_BETWEEN", [low, high])).toBe(!between);
    expect(holds(a, "BETWEEN", "{{payload.b}}", "GROUP", [low, high])).toBe(between);
    expect(holds(a, "BETWEEN", [low as string, "{{payload.b}}"], "GROUP", high)).toBe(between);
    expect(holds(a, "NOT_BETWEEN", ["{{payload.b}}", high as string], "GROUP", low)).toBe(!between);
  });

  test.each<[a: unknown, low: unknown, high: unknown, between: boolean]>([
    [5, 1n, 9n, true],
    [5, Number.NEGATIVE_INFINITY, 9, true],
    ["5", 1n, Number.POSITIVE_INFINITY, true],
    [EPOCH, new Date(0), new Date(EPOCH), true],
    ["2024-01-01", new Date(0), "2024-01-01", true],
    [EPOCH, 0, new Date(EPOCH), true],
    // Infinity is no date, so these are text, where Infinity has none
    [EPOCH, new Date(0), Number.POSITIVE_INFINITY, false],
    ["2024-01-01", new Date(0), Number.POSITIVE_INFINITY, false],
    // a bigint is no date either, so these are text
    ["1", 1n, "2024-01-01", true],
    [EPOCH, 1n, "2024-01-01", false],
    // impossible dates are dates that nothing is between
    ["2024-02-15", "2024-02-01", "2024-02-30", false],
    ["2024-02-15", "2023-02-29", "2024-02-20", false],
    // next to text they are text
    ["2024-06-01", "2024-02-30", "zebra", true],
    ["b", "a", null, false],
    ["b", undefined, "c", false],
    ["b", "a", ["c"], false],
    ["b", "a", {}, false],
    ["b", "c", "a", false],
    [5, 9, 1, false],
  ])("of references, %p between %p and %p: %p", (a, low, high, between) => {
    expect(holds(a, "BETWEEN", "{{payload.b}}", "GROUP", [low, high])).toBe(between);
    expect(holds(a, "NOT_BETWEEN", "{{payload.b}}", "GROUP", [low, high])).toBe(!between);
    const items = ["{{payload.b.low}}", "{{payload.b.high}}"];
    expect(holds(a, "BETWEEN", items, "GROUP", { low, high })).toBe(between);
    expect(holds(a, "NOT_BETWEEN", items, "GROUP", { low, high })).toBe(!between);
  });
});
