import { describe, expect, test } from "@jest/globals";
import { A, codesInRules, placesInRules, rulesPassIn } from "../support/rules.js";

const isX = { "==": [A, "x"] };
const X = { payload: { a: "x" } };

/** `and` and `or` in turn, one in another, around one condition. */
function nested(depth: number, inner: unknown = isX): unknown {
  let rule = inner;
  for (let level = 0; level < depth; level++) rule = { [level % 2 === 0 ? "and" : "or"]: [rule] };
  return rule;
}

/** Signs in front of a rule. */
function signed(count: number, sign = "!", inner: unknown = isX): unknown {
  let rule = inner;
  for (let level = 0; level < count; level++) rule = { [sign]: level % 2 === 0 ? rule : [rule] };
  return rule;
}

describe("depth", () => {
  test("the outermost group is at depth 1", () => {
    expect(codesInRules(nested(32))).toEqual([]);
    expect(codesInRules(nested(33))).toEqual(["too-deep"]);
    expect(placesInRules(nested(2), { limits: { depth: 1 } })).toEqual([["too-deep", "or", 0]]);
    expect(codesInRules(isX, { limits: { depth: 1 } })).toEqual([]);
  });

  test("signs add none", () => {
    expect(codesInRules({ "!": nested(1, { "!!": isX }) }, { limits: { depth: 1 } })).toEqual([]);
    expect(codesInRules(signed(9_000), { limits: { depth: 1 } })).toEqual([]);
  });

  test("200,000 of each", () => {
    expect(codesInRules(nested(200_000))).toEqual(["too-deep"]);
    expect(codesInRules(signed(200_000))).toEqual(["too-many-nodes"]);
    expect(codesInRules(nested(500), { limits: { depth: 500 } })).toEqual([]);
    expect(rulesPassIn(nested(500), X, { limits: { depth: 500 } })).toBe(true);
  });
});

describe("nodes", () => {
  const nodes = (limit: number) => ({ limits: { nodes: limit } });

  test.each<[name: string, rule: unknown, count: number]>([
    ["a condition", isX, 1],
    ["a literal", true, 1],
    ["a field", A, 1],
    ["a group counts, and so does each of its members", { and: [isX, A, true] }, 4],
    ["a sign counts with what it stands on", { "!": isX }, 1],
    ["of two signs one counts with it", { "!": [{ "!!": isX }] }, 2],
    ["a chain of five", signed(5), 5],
    ["a chain before a group", signed(3, "!!", { or: [isX, { "!": isX }] }), 5],
    ["arguments do not count", { in: [A, ["x", A, A]] }, 1],
    ["three arguments neither", { "<": [1, A, 3] }, 1],
  ])("%s", (_, rule, count) => {
    expect(codesInRules(rule, nodes(count))).toEqual([]);
    if (count > 1) expect(codesInRules(rule, nodes(count - 1))).toEqual(["too-many-nodes"]);
  });

  test("an issue says where the first one too many is", () => {
    expect(placesInRules({ and: [isX, isX, isX] }, nodes(2))).toEqual([
      ["too-many-nodes", "and", 1],
    ]);
    expect(placesInRules(signed(3), nodes(1))).toEqual([["too-many-nodes", "!"]]);
  });

  test("nothing deeper is read past the limit", () => {
    const trap = {
      get and(): never {
        throw new Error("read");
      },
    };
    expect(codesInRules({ and: [isX, trap] }, nodes(2))).toEqual(["too-many-nodes"]);
    expect(codesInRules({ or: [trap] }, { limits: { depth: 1 } })).toEqual(["too-deep"]);
    const sign = {
      get "!"(): never {
        throw new Error("read");
      },
    };
    expect(codesInRules({ "!": [sign] }, nodes(1))).toEqual(["too-many-nodes"]);
  });

  test("shared parts count each time", () => {
    let shared: unknown = isX;
    for (let level = 0; level < 30; level++) shared = { and: [shared, shared] };
    expect(codesInRules(shared)).toEqual(["too-many-nodes"]);
  });

  test("cycles end", () => {
    const group: { and: unknown[] } = { and: [] };
    group.and.push(group);
    expect(codesInRules(group)).toEqual(["too-deep"]);
    const sign: { "!": unknown } = { "!": undefined };
    sign["!"] = sign;
    expect(codesInRules(sign)).toEqual(["too-many-nodes"]);
    const variable: { var: unknown } = { var: undefined };
    variable.var = [variable];
    expect(codesInRules(variable)).toEqual(["missing-field"]);
    const list: unknown[] = [];
    list.push(list);
    expect(codesInRules({ in: [A, list] })).toEqual(["invalid-item"]);
    expect(codesInRules(list)).toEqual(["not-a-rule"]);
  });
});

test("signs change nothing but the sign, however many", () => {
  for (const count of [1, 2, 3, 9_999, 10_000]) {
    expect(rulesPassIn(signed(count), X)).toBe(count % 2 === 0);
    expect(rulesPassIn(signed(count, "!!"), X)).toBe(true);
  }
});

describe("the other limits", () => {
  test.each<[name: string, rule: unknown, limits: object, code: string]>([
    ["items", { in: [A, ["a", "b", "c"]] }, { items: 2 }, "too-many-items"],
    ["a text", { "==": [A, "four"] }, { textLength: 3 }, "value-too-long"],
    ["an item", { in: [A, ["four"]] }, { textLength: 3 }, "value-too-long"],
    ["a bound", { "<=": ["four", A, "five"] }, { textLength: 3 }, "value-too-long"],
    ["a path", { var: "payload.a.b.c" }, { pathSteps: 2 }, "path-too-long"],
    ["a reference", { "==": [A, { var: "payload.a.b.c" }] }, { pathSteps: 2 }, "path-too-long"],
    ["braces", { "==": [A, "{{payload.a.b.c}}"] }, { pathSteps: 2 }, "path-too-long"],
  ])("%s", (_, rule, limits, code) => {
    expect(codesInRules(rule, { limits })[0]).toBe(code);
    expect(codesInRules(rule)).toEqual([]);
  });

  test("a part of a text is no pattern", () => {
    expect(codesInRules({ contains: [A, "four"] }, { limits: { patternLength: 3 } })).toEqual([]);
    expect(codesInRules({ contains: [A, "\\"] })).toEqual([]);
  });
});
