import { describe, expect, test } from "@jest/globals";
import {
  compileConditions,
  compileRules,
  createRouter,
  explainSelection,
  parseConditions,
  parseRules,
} from "integration-router";
import { novu } from "integration-router/novu";

const semantics = novu;

function nested(depth: number): unknown {
  let rule: unknown = true;
  for (let level = 0; level < depth; level++) rule = { "!!": [rule] };
  return rule;
}

function codesOf(rules: unknown, limits = {}): readonly string[] {
  return parseRules(rules, { semantics, limits }).issues.map(({ code }) => code);
}

describe("rules past a limit are an issue", () => {
  test("of depth", () => {
    expect(codesOf(nested(32))).toEqual([]);
    expect(codesOf(nested(33))).toEqual(["too-deep"]);
    expect(codesOf(nested(100_000))).toEqual(["too-deep"]);
    expect(codesOf(nested(500), { depth: 500 })).toEqual([]);
    expect(compileRules(nested(500), { semantics, limits: { depth: 500 } })({})).toBe(true);
  });

  test("of lists inside lists", () => {
    let list: unknown = [];
    for (let level = 0; level < 50_000; level++) list = [list];
    expect(codesOf({ in: [1, list] })).toEqual(["too-deep"]);
  });

  test("of nodes, each counted when it is met", () => {
    let shared: unknown = { "==": [1, 1] };
    for (let level = 0; level < 25; level++) shared = { or: [shared, shared] };
    expect(codesOf(shared)).toEqual(["too-many-nodes"]);
    expect(codesOf({ or: [{ "!": [1] }, { "!": [1] }] }, { nodes: 2 })).toEqual(["too-many-nodes"]);
    expect(codesOf({ or: [{ "!": [1] }, { "!": [1] }] }, { nodes: 3 })).toEqual([]);
  });

  test("of items", () => {
    expect(codesOf({ in: [1, [1, 2, 3]] }, { items: 3 })).toEqual([]);
    expect(codesOf({ in: [1, [1, 2, 3, 4]] }, { items: 3 })).toEqual(["too-many-items"]);
  });

  test("of a rule that holds itself", () => {
    const rules: Record<string, unknown> = {};
    rules["and"] = [true, rules];
    expect(codesOf(rules)).toEqual(["too-deep"]);
    const [issue] = parseRules(rules, { semantics, limits: { depth: 2 } }).issues;
    expect(issue?.path).toEqual(["rules", "and", 1, "and", 1]);
    expect(issue?.message).toBe(
      "rules.and[1].and[1]: found operators and lists nested deeper than 2; expected at most 2",
    );
  });
});

test("what cannot be read is an issue", () => {
  const rules = {
    get and(): never {
      throw new Error("hostile");
    },
  };
  expect(codesOf(rules)).toEqual(["unreadable"]);
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  expect(
    parseConditions(
      [
        {
          get children() {
            throw new Error("hostile");
          },
        },
      ],
      { semantics },
    ).issues.map(({ code }) => code),
  ).toEqual(["unreadable"]);
  expect(compileConditions(proxy, { semantics })({})).toBe(false);
});

test("a record past a limit is set aside, still a default, and may block", () => {
  const list = [{ identifier: "deep", channel: "chat", active: true, rules: nested(100) }];
  const router = createRouter(list, { semantics });
  expect(router.issues.map(({ code }) => code)).toEqual(["too-deep"]);
  expect(router.resolve({ channel: "chat" }).reason).toBe("default");
  expect(router.explain({ channel: "chat" }).candidates[0]?.issues).toHaveLength(1);
  expect(router.resolve({ channel: "chat" }, { onInvalid: "block" }).reason).toBe("blocked");
  const { candidates } = explainSelection(
    list,
    { channel: "chat" },
    { semantics, onInvalid: "block" },
  );
  expect(candidates[0]?.outcome).toBe("invalid");
});

describe("conditions", () => {
  test("past the limit of nodes are an issue", () => {
    const conditions = [{ children: Array.from({ length: 20 }, () => ({})) }];
    const { issues } = parseConditions(conditions, { semantics, limits: { nodes: 10 } });
    expect(issues.map(({ code }) => code)).toEqual(["too-many-nodes"]);
    const groups = Array.from({ length: 20 }, () => ({}));
    expect(parseConditions(groups, { semantics, limits: { nodes: 10 } }).issues).toHaveLength(1);
  });

  test("a group that holds itself is false, and no condition", () => {
    const group: Record<string, unknown> = { value: "AND" };
    group["children"] = [group];
    expect(compileConditions([{ children: [group] }], { semantics })({})).toBe(false);
  });
});

describe("rules that come out of a message", () => {
  const passes = compileRules({ "!": [{ missing: [{ var: "payload.keys" }] }] }, { semantics });

  test("are evaluated by missing, as json-logic-js does", () => {
    const keys = { if: [true, "payload.here"] };
    expect(passes({ payload: { keys, here: 1 } })).toBe(true);
    expect(passes({ payload: { keys } })).toBe(false);
  });

  test("come to an end, whatever they hold", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["!"] = [cyclic];
    expect(passes({ payload: { keys: cyclic } })).toBe(false);
    expect(passes({ payload: { keys: { missing: [{ var: "payload.keys" }] } } })).toBe(false);

    const payload: Record<string, unknown> = {};
    for (let level = 0; level < 30; level++) {
      const next = { var: `payload.k${level + 1}` };
      payload[`k${level}`] = { missing: [next, next] };
    }
    expect(passes({ payload: { ...payload, keys: payload["k0"] } })).toBe(false);
  });
});
