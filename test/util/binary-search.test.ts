import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { lowerBound, upperBound } from "../../src/util/binary-search.js";

describe("a binary search", () => {
  test.each<[readonly (number | string)[], number | string, lower: number, upper: number]>([
    [[], 1, 0, 0],
    [[1], 0, 0, 0],
    [[1], 1, 0, 1],
    [[1], 2, 1, 1],
    [[1, 3, 5], 3, 1, 2],
    [[1, 3, 3, 3, 5], 3, 1, 4],
    [["a", "c"], "b", 1, 1],
  ])("of %j for %j finds %d and %d", (sorted, value, lower, upper) => {
    expect(lowerBound(sorted, value)).toBe(lower);
    expect(upperBound(sorted, value)).toBe(upper);
  });

  test("counts what is below a value, and what is at or below it", () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(numbers, fc.integer({ min: -10, max: 10 }), (unsorted, value) => {
        const sorted = [...unsorted].sort((a, b) => a - b);
        expect(lowerBound(sorted, value)).toBe(sorted.filter((member) => member < value).length);
        expect(upperBound(sorted, value)).toBe(sorted.filter((member) => member <= value).length);
      }),
    );
  });
});
