import { describe, expect, test } from "@jest/globals";
import { ConditionsError, compileConditions, parseConditions } from "integration-router";
import { condition, deepFreeze, group, nested } from "../support/build.js";
import { codesInCondition, codesOf, issuesOf } from "../support/issues.js";
import { matches } from "../support/passes.js";

// Conditions that were made to crash or to hang whoever reads them. All end in issues.

const one = condition("EQUAL", "x");

function boom(): never {
  throw new Error("a trap in conditions");
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const throwing = (target: object): object =>
  new Proxy(target, {
    get: boom,
    has: boom,
    ownKeys: boom,
    getPrototypeOf: boom,
    getOwnPropertyDescriptor: boom,
  });

/** A list that claims a length. */
const claiming = (length: unknown, entry: unknown = undefined): object =>
  new Proxy([] as unknown[], {
    get: (_, key) => (key === "length" ? length : entry),
    has: () => true,
    getOwnPropertyDescriptor: (target, key) =>
      key === "length"
        ? Reflect.getOwnPropertyDescriptor(target, key)
        : { value: entry, configurable: true, enumerable: true, writable: true },
  });

describe("depth", () => {
  test("200,000 nested groups", () => {
    expect(codesOf([nested(200_000)])).toEqual(["too-deep"]);
    expect(() => compileConditions([nested(200_000)])).toThrow(ConditionsError);
  });

  test("200,000 nested lists", () => {
    let deep: unknown = [];
    for (let level = 0; level < 200_000; level++) deep = [deep];
    expect(codesOf(deep)).toHaveLength(1);
    expect(codesOf([group(deep)])).toHaveLength(1);
    expect(codesInCondition("IN", deep)).toEqual(["invalid-item"]);
    expect(codesInCondition("EQUAL", deep)).toEqual(["list-as-scalar"]);
    expect(codesOf([group([{ ...one, field: deep, on: deep, operator: deep }])])).toHaveLength(3);
    expect(codesOf([group([one], { type: deep, value: deep, isNegated: deep })])).toHaveLength(3);
  });

  test("200,000 nested objects, where a value should be", () => {
    let deep: object = {};
    for (let level = 0; level < 200_000; level++) deep = { a: deep };
    expect(codesInCondition("EQUAL", deep)).toEqual(["invalid-value"]);
    expect(codesInCondition("IN", [deep])).toEqual(["invalid-item"]);
    expect(codesOf(deep)).toEqual(["conditions-not-a-list"]);
  });

  test("JSON that nests", () => {
    const brackets = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
    expect(codesInCondition("IN", brackets(50_000))).toEqual(["invalid-item"]);
    expect(codesInCondition("IN", "[".repeat(100_000))).toEqual(["invalid-json-list"]);
    expect(codesInCondition("IN", `[${'{"a":'.repeat(9_999)}1${"}".repeat(9_999)}]`)).toEqual([
      "invalid-item",
    ]);
  });

  test("the deepest limit there is", () => {
    const limits = { depth: 500 };
    expect(codesOf([nested(500)], { limits })).toEqual([]);
    expect(matches([nested(500)], { payload: { a: "x" } }, { limits })).toBe(true);
    expect(matches([nested(500)], { payload: { a: "y" } }, { limits })).toBe(false);
    expect(codesOf([nested(200_000)], { limits })).toEqual(["too-deep"]);
    expect(codesOf([nested(200_000)], { limits: { ...limits, nodes: 500 } })).toEqual([
      "too-many-nodes",
    ]);
    // past it a stack could overflow, so it cannot be asked for
    expect(() => codesOf([nested(1)], { limits: { depth: 501 } })).toThrow(TypeError);
    expect(() => codesOf([nested(1)], { limits: { depth: Number.POSITIVE_INFINITY } })).toThrow(
      TypeError,
    );
  });
});

describe("cycles", () => {
  test("a group in itself", () => {
    const self: { value: string; children: unknown[] } = { value: "AND", children: [] };
    self.children.push(self);
    expect(codesOf([self])).toEqual(["too-deep"]);
    expect(codesOf([self], { limits: { depth: 500, nodes: 499 } })).toEqual(["too-many-nodes"]);
  });

  test("a group in itself, twice", () => {
    const self: { value: string; children: unknown[] } = { value: "OR", children: [one] };
    self.children.push(self, self);
    const codes = new Set(codesOf([self]));
    codes.delete("too-deep");
    codes.delete("too-many-nodes");
    expect([...codes]).toEqual([]);
    expect(codesOf([self]).length).toBeGreaterThan(0);
  });

  test("the list of conditions in itself", () => {
    const list: unknown[] = [];
    list.push(list, { value: "AND", children: list });
    expect(codesOf(list).length).toBeGreaterThan(0);
  });

  test("a list of children in itself", () => {
    const children: unknown[] = [one];
    children.push({ value: "AND", children });
    expect(codesOf([group(children)])).toEqual(["too-deep"]);
  });

  test("a value in itself", () => {
    const list: unknown[] = [];
    list.push(list);
    expect(codesInCondition("IN", list)).toEqual(["invalid-item"]);
    const object: { self?: unknown } = {};
    object.self = object;
    expect(codesInCondition("EQUAL", object)).toEqual(["invalid-value"]);
  });
});

describe("sharing", () => {
  const shared = (levels: number, leaf: unknown): unknown => {
    let level = leaf;
    for (let count = 0; count < levels; count++) level = group([level, level]);
    return level;
  };

  test("[g, g] at every level", () => {
    expect(codesOf([shared(32, one)])).toEqual(["too-many-nodes"]);
    expect(codesOf([shared(31, group([]))])).toContain("too-many-nodes");
    expect(codesOf([shared(200, one)]).length).toBeGreaterThan(0);
    expect(codesOf([shared(32, condition("NOPE", 5))]).length).toBeLessThanOrEqual(100);
    expect(codesOf([shared(500, one)], { limits: { depth: 500 } })).toEqual(["too-many-nodes"]);
  });

  test("what is shared is counted each time it is met", () => {
    // 12 levels of groups with 2^12 conditions below them: 2^13 - 1 in all
    expect(codesOf([shared(12, one)])).toEqual([]);
    expect(codesOf([shared(13, one)])).toEqual(["too-many-nodes"]);
    expect(codesOf([shared(12, one)], { limits: { nodes: 8_191 } })).toEqual([]);
    expect(codesOf([shared(12, one)], { limits: { nodes: 8_190 } })).toEqual(["too-many-nodes"]);
  });

  test("sharing itself is no issue", () => {
    const both = group([one, one]);
    expect(matches([both, both], { payload: { a: "x" } })).toBe(true);
    expect(matches([group([both, both, one])], { payload: { a: "y" } })).toBe(false);
  });
});

describe("size", () => {
  test("a million conditions", () => {
    expect(codesOf([group(new Array(1_000_000).fill(one))])).toEqual(["too-many-nodes"]);
    expect(codesOf(new Array(1_000_000).fill(group([one])))).toEqual(["too-many-nodes"]);
    expect(codesOf([group(new Array(1_000_000).fill(group([])))])).toEqual(["too-many-nodes"]);
  });

  test("a million places that hold nothing", () => {
    expect(issuesOf(new Array(1_000_000).fill(null)).length).toBeLessThanOrEqual(100);
    expect(issuesOf([group(new Array(1_000_000).fill(null))]).length).toBeLessThanOrEqual(100);
  });

  test("a million wrong conditions", () => {
    const codes = codesOf([group(new Array(1_000_000).fill({}))]);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.length).toBeLessThanOrEqual(100);
  });

  test("lists with nothing but a length", () => {
    const longest = 2 ** 32 - 1;
    expect(issuesOf(new Array(longest)).length).toBeGreaterThan(0);
    expect(issuesOf([group(new Array(longest))]).length).toBeGreaterThan(0);
    expect(codesInCondition("IN", new Array(longest))).toEqual(["too-many-items"]);
    expect(codesInCondition("BETWEEN", new Array(longest)).length).toBeGreaterThan(0);
    expect(codesInCondition("EQUAL", new Array(longest))).toEqual(["list-as-scalar"]);
  });

  test("a million items", () => {
    expect(codesInCondition("IN", new Array(1_000_000).fill("a"))).toEqual(["too-many-items"]);
    expect(codesInCondition("IN", new Array(1_000_000).fill(null))).toEqual(["too-many-items"]);
    expect(codesInCondition("BETWEEN", new Array(1_000_000).fill(1))).toHaveLength(1);
  });

  test("text of ten million units, in every place", () => {
    const long = "x".repeat(10_000_000);
    expect(codesInCondition("EQUAL", long)).toEqual(["value-too-long"]);
    expect(codesInCondition("IN", `${long},${long}`)).toEqual(["value-too-long"]);
    expect(codesInCondition("IN", `[${long}`)).toEqual(["value-too-long"]);
    expect(codesInCondition("LIKE", long)).not.toEqual([]);
    expect(codesOf([group([{ ...one, on: long }])])).toEqual(["unknown-source"]);
    expect(codesOf([group([{ ...one, operator: long }])])).toEqual(["unknown-operator"]);
    expect(codesOf([group([{ ...one, field: `${long}[` }])])).toEqual(["invalid-path"]);
    expect(codesOf([group([{ ...one, field: "a.".repeat(5_000_000) }])])).toHaveLength(1);
    expect(codesOf([group([{ ...one, field: "[".repeat(5_000_000) }])])).toHaveLength(1);
    expect(codesOf([group([one], { type: long })])).toEqual(["unknown-group-type"]);
    expect(codesOf([group([one], { value: long })])).toEqual(["unknown-group-value"]);
    expect(codesOf(long)).toEqual(["conditions-not-a-list"]);
  });

  test("text that makes careless searching slow", () => {
    expect(codesInCondition("IN", "{{".repeat(50_000))).toContain("invalid-reference");
    expect(codesInCondition("IN", "{{,".repeat(33_000))).toContain("invalid-reference");
    expect(codesInCondition("EQUAL", "{{payload".padEnd(99_990))).toEqual(["invalid-reference"]);
    expect(codesInCondition("EQUAL", `{{payload.${"a ".repeat(49_000)}`)).toEqual([
      "invalid-reference",
    ]);
    expect(codesInCondition("IN", `${" ".repeat(50_000)}a${" ".repeat(49_000)}`)).toEqual([]);
    expect(codesInCondition("EQUAL", `${" ".repeat(99_000)}x`, "NUMBER")).toEqual([
      "inconvertible-value",
    ]);
    expect(codesInCondition("EQUAL", `${"1".repeat(99_000)}x`, "NUMBER")).toEqual([
      "inconvertible-value",
    ]);
    expect(codesOf([group([{ ...one, field: `["${"\\".repeat(99_999)}"]` }])])).toEqual([
      "invalid-path",
    ]);
  });
});

describe("traps", () => {
  const getter = (name: string, rest: object = {}): object =>
    Object.defineProperty({ ...rest }, name, { get: boom, enumerable: true });
  const broken = (list: unknown[]): unknown[] => Object.defineProperty(list, 0, { get: boom });

  test.each<[name: string, conditions: unknown]>([
    ["conditions: a proxy that throws", throwing([])],
    ["conditions: a revoked proxy", revoked([])],
    ["conditions: a revoked proxy of an object", revoked({})],
    ["conditions: an element that throws", broken([group([one])])],
    ["a group: a proxy that throws", [throwing(group([one]))]],
    ["a group: a revoked proxy", [revoked(group([one]))]],
    ["a group whose value throws", [getter("value", { children: [one] })]],
    ["a group whose type throws", [getter("type", { value: "AND", children: [one] })]],
    ["a group whose isNegated throws", [getter("isNegated", { value: "AND", children: [one] })]],
    ["a group whose children throw", [getter("children", { value: "AND" })]],
    ["children: a proxy that throws", [group(throwing([one]))]],
    ["children: a revoked proxy", [group(revoked([one]))]],
    ["children: an element that throws", [group(broken([one]))]],
    ["a condition: a proxy that throws", [group([throwing(one)])]],
    ["a condition: a revoked proxy", [group([revoked(one)])]],
    ["a condition whose on throws", [group([getter("on", { ...one, on: null })])]],
    ["a condition whose field throws", [group([getter("field", { ...one, field: null })])]],
    [
      "a condition whose operator throws",
      [group([getter("operator", { ...one, operator: null })])],
    ],
    ["a condition whose value throws", [group([getter("value", { ...one, value: null })])]],
    ["a value: a proxy that throws", [group([condition("EQUAL", throwing({}))])]],
    ["a value: a revoked proxy", [group([condition("EQUAL", revoked({}))])]],
    ["a list: a proxy that throws", [group([condition("IN", throwing(["a"]))])]],
    ["a list: a revoked proxy", [group([condition("IN", revoked(["a"]))])]],
    ["a list: an element that throws", [group([condition("IN", broken(["a"]))])]],
    ["a list: an item that is a revoked proxy", [group([condition("IN", ["a", revoked({})])])]],
    ["an object whose toString throws", [group([condition("EQUAL", { toString: boom })])]],
    ["an object whose toJSON throws", [group([condition("EQUAL", { toJSON: boom })])]],
    ["an operator whose toString throws", [group([condition({ toString: boom }, "x")])]],
    ["a type whose toString throws", [group([one], { type: { toString: boom } })]],
    ["an object without a prototype", [group([condition("EQUAL", Object.create(null))])]],
    [
      "symbols everywhere",
      [group([{ on: Symbol("a"), field: Symbol("b"), operator: Symbol("c") }])],
    ],
    ["a symbol without a description", [group([condition("EQUAL", Symbol())])]],
  ])("%s", (_, conditions) => {
    const issues = issuesOf(conditions);
    expect(issues.length).toBeGreaterThan(0);
    for (const { path, message } of issues) {
      expect(path[0]).toBe("conditions");
      expect(message).not.toBe("");
    }
    expect(() => compileConditions(conditions)).toThrow(ConditionsError);
  });

  test("what throws keeps nothing else from being reported", () => {
    const codes = codesOf([
      group([condition("NOPE", 5)]),
      throwing({}),
      group([getter("operator", { on: "payload", field: "a", value: 5 }), condition("NEITHER", 5)]),
      group([one], { type: "NO" }),
    ]);
    expect(codes).toContain("unreadable");
    expect(codes.filter((code) => code === "unknown-operator").length).toBeGreaterThanOrEqual(1);
  });

  test.each<[length: unknown]>([
    [1e15],
    [2 ** 53],
    [Number.POSITIVE_INFINITY],
    [-1],
    [Number.NaN],
    ["3"],
    [1.5],
    [null],
    [5n],
    [{}],
  ])("lists that claim a length of %p end", (length) => {
    for (const entry of [undefined, group([one]), "x", {}]) {
      const list = claiming(length, entry);
      for (const conditions of [list, [group(list)], [group([condition("IN", list)])]]) {
        expect(parseConditions(conditions).issues.length).toBeLessThanOrEqual(100);
      }
    }
  });

  test("a proxy that hides nothing is as good as what it stands for", () => {
    const through = <T extends object>(target: T): T =>
      new Proxy(target, {
        get: (inner, key, receiver) => {
          const value: unknown = Reflect.get(inner, key, receiver);
          return typeof value === "object" && value !== null ? through(value) : value;
        },
      });
    const conditions = through([group([condition("IN", ["x", "y"]), group([one])])]);
    expect(codesOf(conditions)).toEqual([]);
    expect(matches(conditions, { payload: { a: "x" } })).toBe(true);
    expect(matches(conditions, { payload: { a: "y" } })).toBe(false);
  });
});

describe("input is left as it was", () => {
  const make = () => [
    group(
      [
        condition("IN", ["x", "y"]),
        group([condition("BETWEEN", "1, 5", "n")], { isNegated: true }),
      ],
      { value: "OR" },
    ),
  ];

  test("frozen input is read", () => {
    const frozen = deepFreeze(make());
    expect(codesOf(frozen)).toEqual([]);
    expect(matches(frozen, { payload: { a: "x", n: 3 } })).toBe(true);
    expect(matches(frozen, { payload: { a: "z", n: 3 } })).toBe(false);
    expect(codesOf(deepFreeze([group([condition("NOPE", ["x"])])]))).toEqual(["unknown-operator"]);
  });

  test("open input is not changed", () => {
    const conditions = make();
    matches(conditions, { payload: { a: "x", n: 3 } });
    expect(conditions).toEqual(make());
  });
});
