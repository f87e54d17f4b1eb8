import { describe, expect, test } from "@jest/globals";
import { condition, group } from "../support/build.js";
import { issuesOf } from "../support/issues.js";
import { KINDS } from "../support/kinds.js";
import { holds, matches, passes } from "../support/passes.js";

const TYPES = ["NUMBER", "DATE", "BOOLEAN", "TEXT", "GROUP", "STATEMENT", "LIST", "MULTI_LIST"];

describe("IS_DEFINED", () => {
  test.each(Object.entries(KINDS))("on %s, under every type", (_, a) => {
    for (const type of TYPES) {
      expect(holds(a, "IS_DEFINED", "", type)).toBe(a !== undefined && a !== null);
    }
  });

  test.each<[name: string, ctx: object]>([
    ["no source", {}],
    ["an absent source", { payload: null }],
    ["no property", { payload: {} }],
    ["an inherited property", { payload: Object.create({ a: 1 }) }],
    ["a source that is text", { payload: "a" }],
    ["a source that is a list", { payload: ["a"] }],
  ])("is false with %s", (_, ctx) => {
    expect(passes(condition("IS_DEFINED"), ctx)).toBe(false);
  });

  test.each<[name: string, value: unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["text", "true"],
    ["false", false],
    ["an empty list", []],
    ["an object", { not: "a value" }],
    ["NaN", Number.NaN],
    ["a bigint", 5n],
    ["a symbol", Symbol("value")],
    ["a function", () => 5],
    ["a list of lists", [[]]],
    ["half a reference", "{{"],
    ["JSON that is none", "[1,"],
    ["a lone escape", "\\"],
    ["a date that is none", "2024-02-30"],
    ["text past the limit", "x".repeat(100_001)],
    ["a list past the limit", new Array(10_001).fill("x")],
  ])("ignores a value: %s", (_, value) => {
    const one = { ...condition("IS_DEFINED"), value };
    for (const type of TYPES) {
      expect(issuesOf([group([one], { type })])).toEqual([]);
      expect(passes(one, { payload: { a: 0 } }, type)).toBe(true);
      expect(passes(one, { payload: {} }, type)).toBe(false);
    }
  });

  test("a negated group asks for absence", () => {
    const conditions = [group([condition("IS_DEFINED")], { isNegated: true })];
    expect(matches(conditions, { payload: {} })).toBe(true);
    expect(matches(conditions, { payload: { a: "" } })).toBe(false);
  });
});
