import { describe, expect, test } from "@jest/globals";
import { compileTree, parseRules, type Tree } from "integration-router";
import {
  alwaysTrue,
  disjoint,
  equivalent,
  implies,
  satisfiable,
} from "integration-router/analysis";

const OPAQUE = "a condition is decided by another system's rules";
const novu = { semantics: "novu" } as const;

function parsed(rules: object): Tree {
  const { tree } = parseRules(rules, novu);
  if (tree === undefined) throw new Error("the rules have issues");
  return tree;
}

const missing = parsed({ "<": [{ var: "payload.n" }, 18] });
const never = parsed({ and: [{ "==": [1, 2] }, { "==": [{ var: "payload.n" }, "no one knows"] }] });
const not = (child: Tree): Tree => ({ kind: "not", child });

describe("conditions that another system decides", () => {
  test("are such a tree", () => {
    expect(JSON.stringify(missing)).toContain('"foreign"');
  });

  test("a context is found by trying, and confirmed", () => {
    const answer = satisfiable(missing);
    if (answer.verdict !== "proved") throw new Error(answer.verdict);
    expect(compileTree(missing)(answer.context)).toBe(true);
  });

  test("that none is found proves nothing", () => {
    expect(satisfiable(never)).toEqual({ verdict: "unknown", because: OPAQUE });
    expect(alwaysTrue(not(never))).toEqual({ verdict: "unknown", because: OPAQUE });
    expect(disjoint(never, missing)).toEqual({ verdict: "unknown", because: OPAQUE });
  });

  test("what needs nothing of them is decided", () => {
    expect(implies(never, never).verdict).toBe("proved");
    expect(alwaysTrue({ kind: "or", children: [missing, not(missing)] }).verdict).toBe("proved");
    const { tree = missing } = parseRules({ "==": [{ var: "payload.n" }, 5] });
    const neither: Tree = { kind: "and", children: [tree, not(tree), missing] };
    expect(satisfiable(neither).verdict).toBe("refuted");
  });

  test("raw rules are parsed by the semantics that is asked for", () => {
    const rules = { "<": [{ var: "payload.n" }, 18] };
    const isAbsent = { "==": [{ var: "payload.n" }, null] };
    expect(disjoint(rules, isAbsent).verdict).toBe("proved");
    expect(disjoint(rules, isAbsent, novu).verdict).toBe("refuted");
    expect(equivalent(rules, missing).verdict).not.toBe("proved");
  });
});
