import { describe, expect, test } from "@jest/globals";
import { resolveIntegration } from "integration-router";
import { group } from "../support/build.js";
import { resolved } from "./support/choose.js";
import { FAILING, MATCHING, message, row } from "./support/rows.js";

const empty = group([]);

function reasonFor(conditions: unknown): string {
  return resolved([row("only", { conditions })], message()).reason;
}

describe("unconditional: no condition stands anywhere in it", () => {
  test.each<[what: string, conditions: unknown]>([
    ["missing", undefined],
    ["null", null],
    ["an empty list", []],
    ["a group without children", [empty]],
    ["groups without children", [empty, group([], { value: "OR" })]],
    ["groups of groups without children", [group([empty, group([group([])])])]],
    ["a negated group that holds no condition", [group([empty], { isNegated: true })]],
    ["negations of negations", [group([group([empty], { isNegated: true })], { isNegated: true })]],
    ["a group without any but the needed properties", [{ value: "AND", children: [] }]],
  ])("%s", (_, conditions) => {
    expect(reasonFor(conditions)).toBe("default");
  });

  test("the property may be missing altogether", () => {
    const { conditions: _, ...rest } = row("only", { conditions: null });
    expect(resolveIntegration([rest], message()).reason).toBe("default");
  });
});

describe("conditional: one condition is enough", () => {
  test.each<[what: string, conditions: unknown, reason: string]>([
    ["one that passes", MATCHING, "targeting-match"],
    ["one that fails", FAILING, "none"],
    ["one that fails beside a group that passes always", [...FAILING, empty], "targeting-match"],
    ["one that fails with an empty group in an AND", [group([empty, ...FAILING])], "none"],
    [
      "one that fails with an empty group in an OR",
      [group([empty, ...FAILING], { value: "OR" })],
      "targeting-match",
    ],
    [
      "one that passes in a negation beside an empty group",
      [group([empty, ...MATCHING], { isNegated: true })],
      "none",
    ],
  ])("%s", (_, conditions, reason) => {
    expect(reasonFor(conditions)).toBe(reason);
  });
});

describe("invalid: neither", () => {
  test.each<[what: string, conditions: unknown]>([
    ["text", "[]"],
    ["empty text", ""],
    ["false", false],
    ["zero", 0],
    ["an object", {}],
    ["an object like a list", { length: 0 }],
    ["one group, not in a list", empty],
    ["a list of null", [null]],
    ["a hole", new Array(1)],
    ["a group without a list of children", [{ value: "AND" }]],
    ["a negated group without children", [group([], { isNegated: true })]],
    ["an unknown group value beside nothing", [group([], { value: "NOR" })]],
    ["one invalid group beside one that passes", [...MATCHING, group([], { value: "NOR" })]],
  ])("%s", (_, conditions) => {
    expect(reasonFor(conditions)).toBe("none");
    const blocked = resolved([row("only", { conditions })], message(), { onInvalid: "block" });
    expect(blocked.reason).toBe("blocked");
  });
});
