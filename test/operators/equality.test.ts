import { describe, expect, test } from "@jest/globals";
import { holds } from "../support/passes.js";

describe("EQUAL", () => {
  test.each<[type: string, a: unknown, operand: unknown, equal: boolean]>([
    ["NUMBER", "5.0", 5, true],
    ["NUMBER", " 5", "5e0", true],
    ["NUMBER", true, 1, false],
    ["NUMBER", "x", 5, false],
    ["DATE", "2024-01-01", "2024-01-01T00:00Z", true],
    ["DATE", new Date(0), 0, true],
    ["DATE", "0", 0, false],
    ["BOOLEAN", "true", true, true],
    ["BOOLEAN", 1, true, false],
    ["TEXT", 5, "5", true],
    ["TEXT", "5.0", 5, false],
    ["TEXT", "true", true, true],
    ["GROUP", "gold", "gold", true],
    ["GROUP", 5, "5.0", true],
    ["GROUP", "5", "5.0", false],
  ])("under %s, %p and %p: %p", (type, a, operand, equal) => {
    expect(holds(a, "EQUAL", operand, type)).toBe(equal);
    expect(holds(a, "NOT_EQUAL", operand, type)).toBe(!equal);
    expect(holds([null, a], "EQUAL", operand, type)).toBe(equal);
    expect(holds([null, a], "NOT_EQUAL", operand, type)).toBe(!equal);
  });

  test.each<[name: string, operand: string]>([
    ["commas", "a,b"],
    ["white space around it", " a "],
    ["brackets", "[a]"],
    ["a JSON list", '["a"]'],
    ["single braces", "{a}"],
    ["braces apart", "{ {payload.b} }"],
    ["a percent sign", "%"],
    ["a backslash", "\\"],
    ["nothing in it", ""],
    ["only white space", "  "],
    ["a line break", "a\nb"],
    ["a lone surrogate", "\ud83d"],
    ["the name of an inherited property", "__proto__"],
  ])("takes text with %s as it stands", (_, operand) => {
    expect(holds(operand, "EQUAL", operand)).toBe(true);
    expect(holds(operand, "IN", [operand])).toBe(true);
    expect(holds(`${operand}x`, "EQUAL", operand)).toBe(false);
    expect(holds("a", "EQUAL", operand)).toBe(false);
  });
});
