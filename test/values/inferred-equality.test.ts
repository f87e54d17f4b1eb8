import { describe, expect, test } from "@jest/globals";
import { EPOCH } from "../support/kinds.js";
import { holds } from "../support/passes.js";

// Without a type of its own the field's value decides how it is compared for equality.

const ISO = "2024-01-01T00:00:00.000Z";
const INFERRED = ["GROUP", "STATEMENT", "LIST", "MULTI_LIST", null];

const ROWS: [a: unknown, b: unknown, equal: boolean][] = [
  // a number: as number
  [5, 5, true],
  [5, "5", true],
  [5, " 5 ", true],
  [5, "5.0", true],
  [5, "0.5e1", true],
  [5, "0x5", false],
  [5, "five", false],
  [5, "", false],
  [0, "", false],
  [0, false, false],
  [1, true, false],
  [1, "true", false],
  [-0, 0, true],
  [EPOCH, "2024-01-01", false],
  // a boolean: as boolean
  [true, true, true],
  [true, "true", true],
  [true, "TRUE", false],
  [true, " true", false],
  [true, 1, false],
  [true, "1", false],
  [false, "false", true],
  [false, 0, false],
  [false, "", false],
  // a Date: as date
  [new Date(EPOCH), "2024-01-01", true],
  [new Date(EPOCH), ISO, true],
  [new Date(EPOCH), "2024-01-01T01:00+01:00", true],
  [new Date(EPOCH), EPOCH, true],
  [new Date(EPOCH), EPOCH + 1, false],
  [new Date(EPOCH), String(EPOCH), false],
  [new Date(EPOCH), "2024-02-30", false],
  [new Date(Number.NaN), "Invalid Date", false],
  [new Date(1), true, false],
  // a string: as text
  ["5", 5, true],
  ["5", "5", true],
  ["5.0", 5, false],
  [" 5 ", 5, false],
  ["05", "5", false],
  ["true", true, true],
  ["TRUE", true, false],
  ["0", -0, true],
  ["-0", -0, false],
  ["1e+21", 1e21, true],
  ["2024-01-01", "2024-01-01", true],
  ["2024-01-01", ISO, false],
  ["2024-02-30", "2024-02-30", true],
  ["", "", true],
  ["", " ", false],
];

describe.each(INFERRED)("under the type %p", (type) => {
  test.each(ROWS)("%p and the literal %p: %p", (a, b, equal) => {
    expect(holds(a, "EQUAL", b, type)).toBe(equal);
    expect(holds(a, "NOT_EQUAL", b, type)).toBe(!equal);
  });
});

describe("IN, ANY_IN and ALL_IN compare in the same way", () => {
  test.each(ROWS)("%p and the item %p: %p", (a, b, equal) => {
    expect(holds(a, "IN", [b, "another"])).toBe(equal);
    expect(holds(a, "NOT_IN", ["another", b])).toBe(!equal);
    expect(holds(a, "ANY_IN", [b])).toBe(equal);
    expect(holds(a, "ALL_IN", ["another", b])).toBe(equal);
    expect(holds([a, a], "ALL_IN", [b])).toBe(equal);
  });
});

describe("a reference is compared as a literal would be", () => {
  test.each<[a: unknown, b: unknown, equal: boolean]>([
    ...ROWS,
    // and can be what no literal is
    [5n, 5n, true],
    [5, 5n, true],
    [5n, "5", true],
    [5n, 5.5, false],
    ["5", 5n, true],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, true],
    [Number.POSITIVE_INFINITY, "Infinity", false],
    ["Infinity", Number.POSITIVE_INFINITY, false],
    [Number.NaN, Number.NaN, false],
    ["NaN", Number.NaN, false],
    [new Date(EPOCH), new Date(EPOCH), true],
    [new Date(EPOCH), BigInt(EPOCH), false],
    [EPOCH, new Date(EPOCH), false],
    [ISO, new Date(EPOCH), true],
    ["2024-01-01", new Date(EPOCH), false],
    [new Date(Number.NaN), new Date(Number.NaN), false],
    [true, {}, false],
    ["[object Object]", {}, false],
    ["", [], false],
  ])("%p and %p: %p", (a, b, equal) => {
    expect(holds(a, "EQUAL", "{{payload.b}}", "GROUP", b)).toBe(equal);
    expect(holds(a, "NOT_EQUAL", "{{payload.b}}", "GROUP", b)).toBe(!equal);
    expect(holds(a, "IN", ["another", "{{payload.b}}"], "GROUP", b)).toBe(equal);
    expect(holds(a, "NOT_IN", "another, {{payload.b}}", "GROUP", b)).toBe(!equal);
    expect(holds(a, "ALL_IN", ["{{payload.b}}"], "GROUP", b)).toBe(equal);
    expect(holds(a, "ANY_IN", "{{payload.b}}", "GROUP", [b])).toBe(equal);
  });
});

test("the elements of one list each decide for themselves", () => {
  const items = ["5.0", "true", "2024-01-01"];
  expect(holds([5, true, new Date(EPOCH)], "ALL_IN", items)).toBe(true);
  expect(holds([5, true, new Date(EPOCH), "5"], "ALL_IN", items)).toBe(false);
  expect(holds(["5"], "IN", items)).toBe(false);
  expect(holds(["5", 5], "IN", items)).toBe(true);
});
