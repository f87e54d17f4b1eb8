import { describe, expect, test } from "@jest/globals";
import {
  explainSelection,
  type Limits,
  rankIntegrations,
  resolveIntegration,
  type SelectOptions,
  selectIntegration,
} from "integration-router";
import { condition, group, type Raw } from "../support/build.js";
import { counted } from "./support/counted.js";
import { FAILING, INVALID, MATCHING, message, type Row, row } from "./support/rows.js";

// What was made of a conditions array is remembered by the array's identity and the options that
// shaped it, across calls and across the functions.

function isSelected(conditions: unknown, options?: SelectOptions<Row>, fields: Raw = {}): boolean {
  return selectIntegration([row("only", { conditions })], message(fields), options) !== undefined;
}

describe("by identity", () => {
  test("an array is parsed once for all the functions", () => {
    const { conditions, reads } = counted(MATCHING);
    const list = [row("only", { conditions })];
    expect(selectIntegration(list, message())).toBe(list[0]);
    const once = reads();
    expect(once).toBeGreaterThan(0);
    selectIntegration(list, message());
    resolveIntegration(list, message({ payload: {} }));
    rankIntegrations(list, message(), { onInvalid: "block", fallback: "any" });
    explainSelection(list, message(), { scope: "open", limit: 1 });
    // Another record, fresh from the database, that came by the same array.
    selectIntegration([row("other", { conditions })], message());
    expect(reads()).toBe(once);
  });

  test("an array that is changed in place keeps its first meaning", () => {
    const conditions: Raw[] = [...MATCHING];
    expect(isSelected(conditions)).toBe(true);
    conditions.splice(0, 1, ...FAILING);
    expect(isSelected(conditions)).toBe(true);
    conditions.length = 0;
    conditions.push(...INVALID);
    expect(isSelected(conditions)).toBe(true);
    expect(resolveIntegration([row("only", { conditions })], message()).reason).toBe(
      "targeting-match",
    );
  });

  test("and so does a group or a list of values inside it", () => {
    const value = ["x"];
    const one = { on: "payload", field: "a", operator: "IN", value };
    const conditions = [group([one])];
    expect(isSelected(conditions)).toBe(true);
    value[0] = "y";
    one.operator = "NOT_IN";
    expect(isSelected(conditions)).toBe(true);
    expect(isSelected(conditions, {}, { payload: { a: "y" } })).toBe(false);
  });

  test("an invalid array that is mended in place stays invalid", () => {
    const conditions: Raw[] = [...INVALID];
    expect(isSelected(conditions)).toBe(false);
    conditions.splice(0, 1, ...MATCHING);
    expect(isSelected(conditions)).toBe(false);
    expect(isSelected([...conditions])).toBe(true);
  });

  test("an array that is replaced has its own meaning, in the same record too", () => {
    const record = { ...row("only"), conditions: [...MATCHING] };
    expect(selectIntegration([record], message())).toBe(record);
    record.conditions = [...FAILING];
    expect(selectIntegration([record], message())).toBeUndefined();
    record.conditions = [...MATCHING];
    expect(selectIntegration([record], message())).toBe(record);
  });

  test("what is no array is never mistaken for another", () => {
    for (const conditions of [undefined, "x", null, 1, undefined, false, null]) {
      const isUnconditional = conditions === undefined || conditions === null;
      expect(isSelected(conditions)).toBe(isUnconditional);
    }
  });
});

describe("by the options that shaped it", () => {
  test("other sources parse anew", () => {
    const conditions = [
      group([{ on: "account", field: "tier", operator: "EQUAL", value: "gold" }]),
    ];
    const fields = { account: { tier: "gold" } };
    expect(isSelected(conditions, {}, fields)).toBe(false);
    expect(isSelected(conditions, { sources: ["account"] }, fields)).toBe(true);
    expect(isSelected(conditions, { sources: ["other"] }, fields)).toBe(false);
    expect(isSelected(conditions, { sources: ["other", "account"] }, fields)).toBe(true);
    expect(isSelected(conditions, { sources: [] }, fields)).toBe(false);
    expect(isSelected(conditions, undefined, fields)).toBe(false);
  });

  test.each<[limits: Partial<Limits>, isWithin: boolean]>([
    [{}, true],
    [{ depth: 1 }, false],
    [{ depth: 2 }, true],
    [{ nodes: 2 }, false],
    [{ nodes: 3 }, true],
    [{ items: 1 }, false],
    [{ items: 2 }, true],
    [{ textLength: 1 }, false],
    [{ textLength: 4 }, true],
    [{ pathSteps: 1 }, false],
    [{ pathSteps: 2 }, true],
  ])("other limits parse anew: %p", (limits, isWithin) => {
    const one = condition("IN", "x, y", "b.c");
    const conditions = [group([group([one])])];
    const fields = { payload: { b: { c: "x" } } };
    expect(isSelected(conditions, {}, fields)).toBe(true);
    expect(isSelected(conditions, { limits }, fields)).toBe(isWithin);
    expect(isSelected(conditions, {}, fields)).toBe(true);
  });

  test("equal options are one, however they are given", () => {
    const { conditions, reads } = counted(MATCHING);
    expect(isSelected(conditions, { sources: ["a", "b"], limits: { depth: 9 } })).toBe(true);
    const once = reads();
    for (const options of [
      { sources: ["a", "b"], limits: { depth: 9 } },
      { sources: ["b", "a", "a", "payload"], limits: { depth: 9, nodes: 10_000 } },
      { sources: ["a", "b"], limits: { depth: 9 }, fallback: "none" as const, onIssue: () => {} },
    ]) {
      expect(isSelected(conditions, options)).toBe(true);
      expect(reads()).toBe(once);
    }
    expect(isSelected(conditions, { sources: ["a", "b"], limits: { depth: 8 } })).toBe(true);
    expect(reads()).toBe(2 * once);
  });

  test("names of sources cannot be taken for one another", () => {
    const on = 'a","b';
    const conditions = [group([{ on, field: "tier", operator: "EQUAL", value: "gold" }])];
    const fields = { [on]: { tier: "gold" } };
    expect(isSelected(conditions, { sources: ["a", "b"] }, fields)).toBe(false);
    expect(isSelected(conditions, { sources: [on] }, fields)).toBe(true);
  });
});
