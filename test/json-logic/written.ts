import { type ParseOptions, parseConditions, parseRules, type Tree } from "integration-router";
import { toJsonLogic } from "integration-router/json-logic";

/** The tree of rules that have no issue. */
export function treeOf(rules: unknown, options?: ParseOptions): Tree {
  return right(parseRules(rules, options));
}

/** The tree of conditions that have no issue. */
export function treeOfConditions(conditions: unknown, options?: ParseOptions): Tree {
  return right(parseConditions(conditions, options));
}

function right({ tree, issues }: ReturnType<typeof parseRules>): Tree {
  if (tree === undefined) throw new Error(JSON.stringify(issues));
  return tree;
}

/** Rules, written anew. */
export function rewritten(rules: unknown, options?: ParseOptions): unknown {
  return toJsonLogic(treeOf(rules, options));
}
