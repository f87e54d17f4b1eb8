import { describe, expect, test } from "@jest/globals";
import { isUnconditional, mistakeIn, passes } from "./conditions.js";
import { parsePath, readField } from "./field.js";
import { matchesPattern } from "./like.js";
import { isTrue } from "./operators.js";
import { referenceRank, referenceSelect } from "./selection.js";
import { toBoolean, toDate, toNumber, toText } from "./values.js";

/** One condition on `subscriber.a`, alone in a group. */
function on(operator: string, value: unknown, type = "GROUP"): unknown[] {
  return [{ type, value: "AND", children: [{ on: "subscriber", field: "a", operator, value }] }];
}

function holds(a: unknown, operator: string, value: unknown, type?: string): boolean {
  const payload = { list: ["x", "y"], range: [1, 5], one: "x", lone: "a\\" };
  const conditions = on(operator, value, type);
  expect(mistakeIn(conditions)).toBeUndefined();
  return passes(conditions, { subscriber: { a }, payload });
}

describe("the four domains", () => {
  test("numbers are decimal literals and numbers", () => {
    expect([" 10 ", "10.", ".5", "+1e1", 10n].map(toNumber)).toEqual([10, 10, 0.5, 10, 10]);
    expect(["", "0x10", "Infinity", "1a", Number.NaN, true].map(toNumber)).toEqual(
      Array(6).fill(undefined),
    );
  });

  test("dates are instants, UTC where no zone is named", () => {
    const texts = [
      "2024-02-29",
      "2024-02-29 00:00",
      "2024-02-29T01:30+0130",
      "2024-02-28T22:00:00-02",
      "2024-02-29T00:00:00.0009Z",
    ];
    expect(texts.map(toDate)).toEqual(Array(5).fill(Date.UTC(2024, 1, 29)));
    expect(toDate("0000-02-29")).toBe(Date.parse("0000-02-29T00:00:00Z"));
    const impossible = ["2023-02-29", "2024-02-29T24:00", "2024-02-29Z", " 2024-02-29"];
    expect([...impossible, new Date(Number.NaN), 10n].map(toDate)).toEqual(
      Array(6).fill(undefined),
    );
  });

  test("booleans are booleans and their two exact names", () => {
    expect([true, "false", "TRUE", 1].map(toBoolean)).toEqual([true, false, undefined, undefined]);
  });

  test("text is what JavaScript prints", () => {
    expect(["a", 1.5, 10n, true, new Date(0)].map(toText)).toEqual([
      "a",
      "1.5",
      "10",
      "true",
      "1970-01-01T00:00:00.000Z",
    ]);
    expect([Number.NaN, {}, [], null].map(toText)).toEqual(Array(4).fill(undefined));
  });
});

describe("fields", () => {
  test("a path is names and brackets", () => {
    expect(parsePath('a["b.c"][0].1', 64)).toEqual(["a", "b.c", "0", "1"]);
    expect(parsePath('["a b"].c', 64)).toEqual(["a b", "c"]);
    for (const broken of ["", "a..b", "a.", "a.[0]", "a[0]b", "[-1]", "[01]", '["a]']) {
      expect(() => parsePath(broken, 64)).toThrow();
    }
    expect(() => parsePath("a.b.c", 2)).toThrow();
  });

  test("only own properties and elements are read", () => {
    const context = { payload: { list: ["x"], inherits: Object.create({ a: 1 }), text: "ab" } };
    expect(readField(context, "payload", ["list", "0"])).toBe("x");
    expect(readField(context, "payload", ["list", "length"])).toBe(1);
    expect(readField(context, "payload", ["list", "00"])).toBeUndefined();
    expect(readField(context, "payload", ["inherits", "a"])).toBeUndefined();
    expect(readField(context, "payload", ["text", "length"])).toBeUndefined();
    expect(readField(context, "payload", ["constructor"])).toBeUndefined();
  });
});

describe("operators", () => {
  test("an inferred equality follows the field", () => {
    expect(holds(10, "EQUAL", "10.0")).toBe(true);
    expect(holds("10", "EQUAL", "10.0")).toBe(false);
    expect(holds("10", "EQUAL", "10.0", "NUMBER")).toBe(true);
    expect(holds(new Date(0), "EQUAL", "1970-01-01")).toBe(true);
    expect(holds(true, "EQUAL", "true")).toBe(true);
  });

  test("an inferred order follows the operand", () => {
    expect(holds("1a", "LARGER", 10)).toBe(false);
    expect(holds("9", "SMALLER", "10")).toBe(true);
    expect(holds("9", "SMALLER", "10", "TEXT")).toBe(false);
    expect(holds(0, "SMALLER", "1970-01-02")).toBe(true);
    expect(holds(5, "LARGER", "a")).toBe(false);
    expect(holds("b", "LARGER", "a")).toBe(true);
  });

  test("both bounds of a range count, in one domain", () => {
    expect([0, 1, 3, 5, 6].map((a) => holds(a, "BETWEEN", "1,5"))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(holds(3, "BETWEEN", "{{payload.range}}")).toBe(true);
    expect(holds(3, "BETWEEN", "{{payload.list}}")).toBe(false);
    expect(holds(3, "BETWEEN", "{{payload.one}}")).toBe(false);
    expect(holds(3, "NOT_BETWEEN", "{{payload.one}}")).toBe(true);
  });

  test("a list-valued field needs one element, all of them for ALL_IN", () => {
    expect(holds(["a", "b"], "ALL_IN", "a,b,c")).toBe(true);
    expect(holds(["a", "b"], "ALL_IN", "a")).toBe(false);
    expect(holds(["a", null], "ALL_IN", "a")).toBe(false);
    expect(holds([], "ALL_IN", "a")).toBe(false);
    expect(holds(["a", "b"], "IN", "b")).toBe(true);
    expect(holds([["b"]], "IN", "b")).toBe(false);
    expect(holds({}, "NOT_IN", "b")).toBe(true);
  });

  test("a whole reference stands for its items, one beside others for itself", () => {
    expect(holds("x", "IN", " {{ payload.list }} ")).toBe(true);
    expect(holds("x", "IN", "{{payload.one}}")).toBe(true);
    expect(holds("x", "IN", "z, {{payload.list}}")).toBe(false);
    expect(holds("x", "IN", ["{{payload.list}}"])).toBe(false);
    expect(holds("x", "IN", '["{{payload.one}}"]')).toBe(true);
    expect(holds("x", "EQUAL", "{{payload.list}}")).toBe(false);
    expect(holds("x", "NOT_EQUAL", "{{payload.missing}}")).toBe(true);
  });

  test("LIKE matches the whole text by code points", () => {
    expect(matchesPattern("a😀b", "a_b")).toBe(true);
    expect(matchesPattern("a😀b", "a__b")).toBe(false);
    expect(matchesPattern("100%", "%\\%")).toBe(true);
    expect(matchesPattern("100", "%\\%")).toBe(false);
    expect(matchesPattern("abc", "%")).toBe(true);
    expect(matchesPattern("", "_")).toBe(false);
    expect(matchesPattern("a\\", "a\\")).toBe(false);
    expect(holds("a\\", "LIKE", "{{payload.lone}}")).toBe(false);
    expect(holds("ABC", "ILIKE", "a%")).toBe(true);
    expect(holds(105, "LIKE", "10_", "NUMBER")).toBe(true);
  });

  test("absence decides every operator", () => {
    expect(holds(undefined, "IS_DEFINED", undefined)).toBe(false);
    expect(holds([], "IS_DEFINED", undefined)).toBe(true);
    expect(holds(null, "EQUAL", "a")).toBe(false);
    expect(holds(null, "NOT_EQUAL", "a")).toBe(true);
  });

  test("booleans have no order", () => {
    expect(isTrue("LARGER", "BOOLEAN", true, [false])).toBe(false);
  });
});

describe("trees", () => {
  const [yes, no] = [on("IS_DEFINED", null)[0], on("EQUAL", "z")[0]];
  const context = { subscriber: { a: "a" } };

  test("any group of the list, all of an AND, one of an OR, and the other way round", () => {
    expect(passes([], context)).toBe(true);
    expect(passes([no, yes], context)).toBe(true);
    expect(passes([{ value: "AND", children: [yes, no] }], context)).toBe(false);
    expect(passes([{ value: "OR", children: [yes, no] }], context)).toBe(true);
    expect(passes([{ isNegated: true, value: "OR", children: [no] }], context)).toBe(true);
    expect(passes([{ value: "OR", children: [] }], context)).toBe(true);
  });

  test("no condition anywhere is unconditional", () => {
    expect(isUnconditional(null)).toBe(true);
    expect(isUnconditional([{ value: "AND", children: [{ value: "OR", children: [] }] }])).toBe(
      true,
    );
    expect(isUnconditional([yes])).toBe(false);
  });

  test.each([
    ["conditions that are no list", {}],
    ["a condition in the list", [{ on: "subscriber", field: "a", operator: "IS_DEFINED" }]],
    ["a negated group without children", [{ isNegated: true, value: "AND", children: [] }]],
    ["a group value in lower case", [{ value: "and", children: [] }]],
    ["an unknown type", [{ value: "AND", type: "STRING", children: [] }]],
    ["a list for a scalar", on("EQUAL", ["a"])],
    ["an empty list", on("IN", " , ")],
    ["a JSON list of a list", on("IN", "[[1]]")],
    ["three bounds", on("BETWEEN", "1,2,3")],
    ["a low bound above the high one", on("BETWEEN", "10,9")],
    ["text below text in a text range", on("BETWEEN", "b,a", "TEXT")],
    ["no number under NUMBER", on("IN", "1,a", "NUMBER")],
    ["an impossible date in an order", on("LARGER", "2023-02-29")],
    ["an order of booleans", on("NOT_BETWEEN", "true,false", "BOOLEAN")],
    ["a lone escape", on("LIKE", "a\\")],
    ["a reference to a stranger", on("EQUAL", "{{stranger.a}}")],
    ["a reference inside text", on("EQUAL", "a {{payload.a}}")],
    ["a missing value", on("EQUAL", null)],
  ])("%s: a mistake", (_name, conditions) => {
    expect(mistakeIn(conditions)).toEqual(expect.any(String));
  });

  test.each([
    ["no order among inferred texts", on("BETWEEN", "b,a")],
    ["an impossible date in an equality", on("EQUAL", "2023-02-29")],
    ["a LIKE under NUMBER", on("LIKE", "1%", "NUMBER")],
    ["anything under IS_DEFINED", on("IS_DEFINED", "{{")],
    ["a lone number for a list", on("IN", 5)],
  ])("%s: no mistake", (_name, conditions) => {
    expect(mistakeIn(conditions)).toBeUndefined();
  });

  test("a cycle and shared groups end in a mistake", () => {
    const cycle: unknown[] = [];
    cycle.push({ value: "AND", children: cycle });
    expect(mistakeIn(cycle)).toBe("too deep");
    let shared: unknown = { value: "AND", children: [] };
    for (let level = 0; level < 20; level += 1) {
      shared = { value: "AND", children: [shared, shared] };
    }
    expect(mistakeIn([shared])).toBe("too many groups and conditions");
  });
});

describe("selection", () => {
  const email = { identifier: "e", channel: "email", active: true };
  const context = { channel: "email", subscriber: { a: "a" } };
  const matching = { ...email, conditions: on("EQUAL", "a") };
  const other = { ...email, conditions: on("EQUAL", "z") };
  const invalid = { ...email, conditions: on("EQUALS", "a") };
  const primary = { ...email, primary: true };

  test("a match goes before a default, a default needs to be primary", () => {
    expect(referenceSelect([primary, matching], context)).toEqual({
      index: 1,
      reason: "targeting-match",
    });
    expect(referenceSelect([email, other, primary], context)).toEqual({
      index: 2,
      reason: "default",
    });
    expect(referenceSelect([email], context)).toEqual({ index: undefined, reason: "none" });
    expect(referenceSelect([email], context, { fallback: "any" }).index).toBe(0);
    expect(referenceSelect([primary], context, { fallback: "none" }).index).toBeUndefined();
  });

  test("priority, primary, date and place make the order", () => {
    const list = [
      { ...matching, createdAt: "2024-01-01" },
      { ...matching, createdAt: "2024-01-02" },
      { ...matching, createdAt: "2024-01-02" },
      { ...matching, primary: true },
      { ...matching, priority: 1 },
      { ...matching, priority: "5" },
    ];
    expect(referenceRank(list, context)).toEqual([4, 3, 1, 2, 0, 5]);
  });

  test("an identifier decides alone", () => {
    const named = { ...context, identifier: "e" };
    expect(referenceSelect([invalid], named)).toEqual({ index: 0, reason: "identifier" });
    expect(referenceSelect([primary], { ...context, identifier: "f" }).reason).toBe("none");
  });

  test("an invalid integration blocks what comes after it, when asked to", () => {
    expect(referenceSelect([invalid, matching], context).index).toBe(1);
    const options = { onInvalid: "block" };
    expect(referenceSelect([invalid, matching], context, options).reason).toBe("blocked");
    expect(referenceSelect([matching, invalid], context, options).index).toBe(0);
    expect(referenceSelect([primary, invalid], context, options).reason).toBe("blocked");
  });

  test("a forgotten channel or tenant key is a TypeError", () => {
    expect(() => referenceSelect([], {})).toThrow(TypeError);
    const tenants = [
      { ...primary, _organizationId: "a" },
      { ...primary, active: false },
    ];
    expect(() => referenceSelect(tenants, context)).toThrow(TypeError);
    expect(referenceSelect(tenants, context, { scope: "open" }).index).toBe(0);
    expect(referenceSelect(tenants, { ...context, organizationId: "a" }).index).toBe(0);
    expect(() => referenceSelect([], context, { fallback: "all" })).toThrow(TypeError);
  });
});
