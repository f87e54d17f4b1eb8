import { describe, expect, test } from "@jest/globals";
import { parseRules } from "integration-router";
import { deepFreeze } from "../support/build.js";
import { A, codesInRules, placesInRules, ruleHolds } from "../support/rules.js";

const boom = (): never => {
  throw new Error("a trap in rules");
};

const throwing = (target: object): object =>
  new Proxy(target, { get: boom, has: boom, ownKeys: boom, getOwnPropertyDescriptor: boom });

const withGetter = (key: string, rest: object = {}): object =>
  Object.defineProperty({ ...rest }, key, { get: boom, enumerable: true });

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

describe("what throws when it is read", () => {
  test.each<[name: string, rules: unknown, ...path: (string | number)[]]>([
    ["keys", throwing({})],
    ["a revoked object", revoked({})],
    ["a node", withGetter("and")],
    ["a node inside", { and: [true, withGetter("==")] }, "and", 1],
    ["a list of nodes", { and: throwing([]) }, "and"],
    ["a list of arguments", { "==": throwing([]) }],
    ["a var", { "==": [withGetter("var"), 1] }, "==", 0],
    ["a value", { "==": [A, throwing({})] }, "==", 1],
    ["a list", { in: [A, throwing([])] }, "in", 1],
    ["an item", { in: [A, ["x", withGetter("var")]] }, "in", 1, 1],
    ["an amount", { withinLast: [A, withGetter("amount")] }, "withinLast", 1],
    ["a unit", { withinLast: [A, withGetter("unit", { amount: 1 })] }, "withinLast", 1],
    ["under a sign", { "!": { "!!": withGetter("!") } }, "!", "!!"],
  ])("%s", (_, rules, ...path) => {
    const [issue, ...others] = parseRules(rules).issues;
    expect(others).toEqual([]);
    expect(issue?.code).toBe("unreadable");
    expect(issue?.path.slice(1, path.length + 1)).toEqual(path);
  });
});

describe("only own enumerable properties count", () => {
  test("inherited keys are none", () => {
    expect(codesInRules({ and: [Object.create({ "==": [A, 1] })] })).toEqual(["not-a-rule"]);
    expect(codesInRules(Object.assign(Object.create({ or: [] }), { "==": [A, 1] }))).toEqual([]);
    expect(codesInRules({ withinLast: [A, Object.create({ amount: 1, unit: "days" })] })).toEqual([
      "invalid-duration",
      "invalid-duration",
    ]);
  });

  test("hidden and symbol keys are none", () => {
    const rule = Object.defineProperty({ "==": [A, 1], [Symbol("x")]: 1 }, "or", { value: [] });
    expect(codesInRules(rule)).toEqual([]);
    expect(codesInRules({ and: [Object.defineProperty({}, "==", { value: [A, 1] })] })).toEqual([
      "not-a-rule",
    ]);
  });

  test("a hole in a list is no rule, whatever lists inherit", () => {
    expect(codesInRules({ and: new Array(1) })).toEqual(["not-a-rule"]);
    expect(codesInRules({ in: [A, new Array(1)] })).toEqual(["invalid-item"]);
  });

  test("a key that JSON can write and code cannot", () => {
    expect(codesInRules(JSON.parse('{"__proto__": [true]}'))).toEqual(["unknown-rule-operator"]);
    const read = JSON.parse('{"==": [{"var": "payload.__proto__"}, 1]}');
    expect(codesInRules(read)).toEqual([]);
    expect(ruleHolds({ "==": [{ var: "payload.constructor" }, 1] }, 1)).toBe(false);
  });
});

test("every property is read once", () => {
  const reads = new Map<string, number>();
  const counted = (value: unknown, path: string): unknown => {
    if (typeof value !== "object" || value === null) return value;
    return new Proxy(value, {
      get(target, key, receiver): unknown {
        const place = `${path}.${String(key)}`;
        if (key !== "length") reads.set(place, (reads.get(place) ?? 0) + 1);
        return counted(Reflect.get(target, key, receiver), place);
      },
    });
  };
  const rules = {
    and: [
      { "!": [{ "!!": { "==": [null, A] } }] },
      { "<": [1, A, { var: ["payload.b"] }] },
      { "<=": [1, A, 3] },
      { in: ["x", A] },
      { in: [A, ["x", A]] },
      { "==": [A, A] },
      { between: [A, A] },
      { withinLast: [A, { amount: 1, unit: "days" }] },
      A,
    ],
  };
  expect(parseRules(counted(rules, "rules")).issues).toEqual([]);
  expect([...reads].filter(([, count]) => count > 1)).toEqual([]);
  expect(reads.size).toBeGreaterThan(40);
});

describe("lists that lie about their length", () => {
  const claiming = (length: unknown): object =>
    new Proxy([], { get: (target, key) => (key === "length" ? length : Reflect.get(target, key)) });

  test.each([Number.NaN, -1, 0.5, "2", null, Number.POSITIVE_INFINITY, 2 ** 40])("%p", (length) => {
    for (const operator of ["and", "or", "!", "==", "isEmpty", "var"]) {
      const { tree, issues } = parseRules({ [operator]: claiming(length) });
      expect(tree).toBeUndefined();
      expect(issues.length).toBeGreaterThan(0);
    }
  });
});

test("the input may be frozen, and is never changed", () => {
  const rules = { and: [{ "==": [A, "x"] }, { "!": { in: [A, ["y"]] } }] };
  const before = JSON.stringify(rules);
  expect(placesInRules(deepFreeze(rules))).toEqual([]);
  expect(JSON.stringify(rules)).toBe(before);
});

test("what a sentence shows is bounded", () => {
  const long = "x".repeat(90_000);
  for (const rules of [
    { [long]: 1 },
    { var: long },
    { var: `payload.${long}..` },
    { in: [A, long] },
    long,
  ]) {
    const [issue] = parseRules(rules).issues;
    expect(issue?.message.length).toBeLessThan(2_000);
  }
});
