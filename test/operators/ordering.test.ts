import { describe, expect, test } from "@jest/globals";
import { holds } from "../support/passes.js";

describe("the four bounds", () => {
  test.each<[operator: string, below: boolean, at: boolean, above: boolean]>([
    ["LARGER", false, false, true],
    ["LARGER_EQUAL", false, true, true],
    ["SMALLER", true, false, false],
    ["SMALLER_EQUAL", true, true, false],
  ])("%s: below %p, at %p, above %p", (operator, below, at, above) => {
    const sides: [type: string, operand: unknown, values: [unknown, unknown, unknown]][] = [
      ["NUMBER", "10", [9.999, 10, 10.001]],
      ["NUMBER", 10, ["9", "1e1", "11"]],
      ["NUMBER", -0, [-1, 0, Number.MIN_VALUE]],
      ["DATE", "2024-03-01", ["2024-02-29T23:59:59.999", "2024-03-01T00:00Z", "2024-03-01T00:01"]],
      ["DATE", 1000, [new Date(999), new Date(1000), new Date(1001)]],
      ["TEXT", "m", ["l", "m", "ma"]],
      ["GROUP", "10", ["9", "10.0", 11]],
      ["GROUP", "2024-03-01", ["2024-02-29", "2024-03-01 00:00", new Date("2024-03-02")]],
      ["GROUP", "m", ["M", "m", "n"]],
    ];
    for (const [type, operand, values] of sides) {
      const passed = values.map((a) => holds(a, operator, operand, type));
      expect([type, operand, ...passed]).toEqual([type, operand, below, at, above]);
    }
  });

  test.each(["LARGER", "LARGER_EQUAL", "SMALLER", "SMALLER_EQUAL"])(
    "%s matches nothing where the reference is absent or a list",
    (operator) => {
      for (const type of ["NUMBER", "DATE", "TEXT", "GROUP"]) {
        for (const b of [undefined, null, [], [1], ["m"], {}, () => 1]) {
          for (const a of [1, "m", "2024-01-01", new Date(0), null]) {
            expect(holds(a, operator, "{{payload.b}}", type, b)).toBe(false);
          }
        }
      }
    },
  );
});
