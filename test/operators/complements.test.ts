import { describe, expect, test } from "@jest/globals";
import { KINDS } from "../support/kinds.js";
import { holds, passes } from "../support/passes.js";

const PAIRS: [positive: string, negative: string, operands: unknown[]][] = [
  ["EQUAL", "NOT_EQUAL", ["5", 5, true, "", "2024-01-01", "{{payload.b}}"]],
  ["IN", "NOT_IN", ["5, abc", [true, ""], 5, "{{payload.b}}", "5, {{payload.b}}"]],
  ["BETWEEN", "NOT_BETWEEN", ["1, 9", "a, z", "{{payload.b}}", "{{payload.b}}, {{payload.b}}"]],
  ["LIKE", "NOT_LIKE", ["%", "", "5%", "%c", "{{payload.b}}"]],
  ["ILIKE", "NOT_ILIKE", ["%", "", "5%", "%C", "{{payload.b}}"]],
];

const REFERENCED: unknown[] = [...Object.values(KINDS), ["5", "9"], [1, 2, 3], "a\\"];

describe.each(PAIRS)("%s and %s are opposites", (positive, negative, operands) => {
  test.each(Object.entries(KINDS))("on %s", (_, a) => {
    // Thousands of cases: those that are not opposites are collected, and expected to be none.
    const same: unknown[] = [];
    for (const operand of operands) {
      for (const type of ["GROUP", "TEXT"]) {
        const refers = String(operand).includes("{{");
        for (const b of refers ? REFERENCED : [undefined]) {
          const passed = holds(a, positive, operand, type, b);
          if (holds(a, negative, operand, type, b) === passed) same.push({ operand, type, b });
        }
      }
    }
    expect(same).toEqual([]);
  });
});

describe("absence decides for the negative operator", () => {
  const NEGATIVES: [operator: string, operand: string][] = [
    ["NOT_EQUAL", "x"],
    ["NOT_IN", "x, y"],
    ["NOT_BETWEEN", "a, z"],
    ["NOT_LIKE", "%"],
    ["NOT_ILIKE", "%"],
  ];

  test.each(NEGATIVES)("%s %p passes on an absent field", (operator, operand) => {
    expect(holds(undefined, operator, operand)).toBe(true);
    expect(holds(null, operator, operand)).toBe(true);
    const one = { on: "subscriber", field: "data.plan", operator, value: operand };
    expect(passes(one, {})).toBe(true);
    expect(passes(one, { subscriber: null })).toBe(true);
    expect(passes(one, { subscriber: {} })).toBe(true);
    expect(passes(one, { subscriber: { data: "text" } })).toBe(true);
  });

  test.each(NEGATIVES)("%s passes on an absent reference", (operator) => {
    for (const absent of [undefined, null]) {
      expect(holds("x", operator, "{{payload.b}}", "GROUP", absent)).toBe(true);
      expect(holds(absent, operator, "{{payload.b}}", "GROUP", absent)).toBe(true);
    }
  });

  test.each(NEGATIVES)("%s %p passes on objects and empty lists", (operator, operand) => {
    expect(holds({}, operator, operand)).toBe(true);
    expect(holds([], operator, operand)).toBe(true);
    expect(holds([{}], operator, operand)).toBe(true);
    expect(holds([["x"]], operator, operand)).toBe(true);
  });
});
