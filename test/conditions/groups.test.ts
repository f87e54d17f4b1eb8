import { describe, expect, test } from "@jest/globals";
import { condition, group } from "../support/build.js";
import { type Place, placesOf } from "../support/issues.js";

const one = condition("EQUAL", "x");

describe("conditions are a list of groups, or absent", () => {
  test.each<[name: string, conditions: unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["an empty list", []],
    ["groups without children", [group([]), group([group([])])]],
    ["a group with only what it needs", [{ value: "OR", children: [one] }]],
    [
      "null for type and negation",
      [{ isNegated: null, type: null, value: "AND", children: [one] }],
    ],
    ["properties that nobody knows", [{ ...group([{ ...one, note: 1 }]), id: 5, note: {} }]],
    ["a group with a condition's properties", [group([{ ...one, ...group([one]) }, one])]],
    ["objects without a prototype", [Object.assign(Object.create(null), group([one]))]],
  ])("%s: no issue", (_, conditions) => {
    expect(placesOf(conditions)).toEqual([]);
  });

  test.each<[name: string, conditions: unknown]>([
    ["an object", {}],
    ["a group that stands alone", group([one])],
    ["text", "[]"],
    ["empty text", ""],
    ["a number", 0],
    ["false", false],
    ["a function", () => []],
    ["a symbol", Symbol("x")],
    ["a set", new Set([group([one])])],
    ["something like a list", { 0: group([one]), length: 1 }],
  ])("%s: an issue", (_, conditions) => {
    expect(placesOf(conditions)).toEqual([["conditions-not-a-list"]]);
  });
});

describe("a place for a group or a condition", () => {
  test.each<[name: string, thing: unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["text", "x"],
    ["a number", 5],
    ["a boolean", true],
    ["a bigint", 5n],
    ["a symbol", Symbol("x")],
  ])("cannot hold %s", (_, thing) => {
    expect(placesOf([group([one]), thing])).toEqual([["not-a-group", 1]]);
    expect(placesOf([group([one, thing, one])])).toEqual([["not-a-group", 0, "children", 1]]);
    expect(placesOf([group([group([thing])])])).toEqual([
      ["not-a-group", 0, "children", 0, "children", 0],
    ]);
  });

  test.each<[name: string, thing: unknown]>([
    ["a list", [one]],
    ["a function", () => one],
  ])("cannot hold %s", (_, thing) => {
    const [place, ...others] = placesOf([group([one]), thing]);
    expect(others).toEqual([]);
    expect(["not-a-group", "children-not-a-list"]).toContain(place?.[0]);
    expect(place?.[1]).toBe(1);
    expect(placesOf([group([thing])])).not.toEqual([]);
  });

  test("a hole in a list is nothing", () => {
    const children = [one, one, one];
    delete children[1];
    expect(placesOf([group(children)])).toEqual([["not-a-group", 0, "children", 1]]);
    expect(placesOf(new Array(2))).toEqual([
      ["not-a-group", 0],
      ["not-a-group", 1],
    ]);
  });
});

describe("children", () => {
  test.each<[name: string, children: unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["an object", {}],
    ["a condition", one],
    ["text", "[]"],
    ["a number", 0],
    ["false", false],
    ["something like a list", { length: 0 }],
  ])("%s: an issue", (_, children) => {
    expect(placesOf([group(children)])).toEqual([["children-not-a-list", 0, "children"]]);
    expect(placesOf([group([one, group(children)])])).toEqual([
      ["children-not-a-list", 0, "children", 1, "children"],
    ]);
  });

  test("a group in the list needs them", () => {
    expect(placesOf([{ value: "AND" }])).toEqual([["children-not-a-list", 0, "children"]]);
    expect(placesOf([one]).map(([code]) => code)).toContain("children-not-a-list");
  });

  test("a child without children of its own is a condition, and held to be one", () => {
    const inherited: unknown = Object.assign(Object.create({ children: [] }), { value: "AND" });
    const places: Place[] = [
      ["unknown-source", 0, "children", 0, "on"],
      ["missing-field", 0, "children", 0, "field"],
      ["unknown-operator", 0, "children", 0, "operator"],
    ];
    for (const child of [{}, { value: "AND" }, inherited]) {
      const found = placesOf([group([child])]);
      expect(found).toEqual(expect.arrayContaining(places));
      expect(found.every(([, ...path]) => path[2] === 0)).toBe(true);
    }
  });
});

describe("a group's value", () => {
  test.each([
    ["and"],
    ["Or"],
    ["XOR"],
    [" AND"],
    [""],
    [null],
    [undefined],
    [true],
    [0],
    [["AND"]],
    [{}],
  ])("%p: an issue", (value) => {
    expect(placesOf([group([one], { value })])).toEqual([["unknown-group-value", 0, "value"]]);
    expect(placesOf([group([one, group([], { value })])])).toEqual([
      ["unknown-group-value", 0, "children", 1, "value"],
    ]);
  });

  test("missing: an issue", () => {
    expect(placesOf([{ children: [one] }])).toEqual([["unknown-group-value", 0, "value"]]);
  });
});

describe("a group's type", () => {
  test.each(["NUMBER", "DATE", "BOOLEAN", "TEXT", "GROUP", "STATEMENT", "LIST", "MULTI_LIST"])(
    "%s: no issue",
    (type) => {
      expect(placesOf([group([condition("IS_DEFINED")], { type })])).toEqual([]);
    },
  );

  test.each([
    ["number"],
    ["Text"],
    [" TEXT"],
    ["STRING"],
    [""],
    ["constructor"],
    ["__proto__"],
    ["toString"],
    [0],
    [false],
    [["TEXT"]],
    [{}],
  ])("%p: an issue", (type) => {
    expect(placesOf([group([one], { type })])).toEqual([["unknown-group-type", 0, "type"]]);
    expect(placesOf([group([group([one], { type })])])).toEqual([
      ["unknown-group-type", 0, "children", 0, "type"],
    ]);
  });
});

describe("isNegated", () => {
  test.each([["true"], ["false"], [""], [0], [1], [[]], [{}], [Object(true)]])(
    "%p: an issue",
    (isNegated) => {
      expect(placesOf([group([one], { isNegated })])).toEqual([
        ["invalid-negation", 0, "isNegated"],
      ]);
    },
  );

  test.each([[true], [false], [null], [undefined]])("%p: none", (isNegated) => {
    expect(placesOf([group([one], { isNegated })])).toEqual([]);
  });

  test("true on a group without children: an issue", () => {
    expect(placesOf([group([], { isNegated: true })])).toEqual([
      ["empty-negation", 0, "isNegated"],
    ]);
    expect(placesOf([group([group([], { isNegated: true, value: "OR" })])])).toEqual([
      ["empty-negation", 0, "children", 0, "isNegated"],
    ]);
    expect(placesOf([group([], { isNegated: false })])).toEqual([]);
    // there is a child here, though it has none
    expect(placesOf([group([group([])], { isNegated: true })])).toEqual([]);
  });
});

describe("a condition's names are compared exactly", () => {
  test.each([
    ["EQUALS"],
    ["equal"],
    [" EQUAL"],
    ["="],
    [""],
    [null],
    [undefined],
    [5],
    [["EQUAL"]],
    [{}],
    ["NOT_ANY_IN"],
    ["NOT_ALL_IN"],
    ["NOT_IS_DEFINED"],
    ["NOT_LARGER"],
    ["constructor"],
    ["__proto__"],
    ["toString"],
    ["hasOwnProperty"],
  ])("the operator %p is an issue", (operator) => {
    expect(placesOf([group([condition(operator, "x")])])).toEqual([
      ["unknown-operator", 0, "children", 0, "operator"],
    ]);
  });

  test.each([
    ["Payload"],
    [" payload"],
    ["payload.a"],
    ["webhook"],
    [""],
    [null],
    [undefined],
    [5],
    [["payload"]],
    ["now"],
    ["channel"],
    ["identifier"],
    ["constructor"],
    ["__proto__"],
    ["toString"],
  ])("the source %p is an issue", (on) => {
    expect(placesOf([group([{ ...one, on }])])).toEqual([
      ["unknown-source", 0, "children", 0, "on"],
    ]);
  });

  test.each(["subscriber", "payload", "tenant", "context", "workflow", "actor"])(
    "the source %s is known",
    (on) => {
      expect(placesOf([group([{ ...one, on }])])).toEqual([]);
    },
  );

  test("a source that the caller adds is known to this call", () => {
    const conditions = [group([{ ...one, on: "account" }])];
    expect(placesOf(conditions, { sources: ["account"] })).toEqual([]);
    expect(placesOf(conditions, { sources: ["Account"] })).toEqual([
      ["unknown-source", 0, "children", 0, "on"],
    ]);
    expect(placesOf(conditions)).toEqual([["unknown-source", 0, "children", 0, "on"]]);
    expect(placesOf([group([one])], { sources: ["account"] })).toEqual([]);
  });
});
