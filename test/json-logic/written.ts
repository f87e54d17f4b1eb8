import {
  OPERATOR_NAMES,
  type OperatorName,
  type ParseOptions,
  type ParseResult,
  parseConditions,
  parseRules,
  type Tree,
  type TreeOperatorName,
} from "integration-router";
import { toJsonLogic } from "integration-router/json-logic";
import jsonLogic, { type AdditionalOperation, type RulesLogic } from "json-logic-js";

/** The tree of rules that have no issue. */
export function treeOf(rules: unknown, options?: ParseOptions): Tree {
  return right(parseRules(rules, options));
}

/** The tree of conditions that have no issue. */
export function treeOfConditions(conditions: unknown, options?: ParseOptions): Tree {
  return right(parseConditions(conditions, options));
}

function right({ tree, issues }: ParseResult): Tree {
  if (tree === undefined) throw new Error(JSON.stringify(issues));
  return tree;
}

/** Rules, written anew. */
export function rewritten(rules: unknown, options?: ParseOptions): unknown {
  return toJsonLogic(treeOf(rules, options));
}

/** What json-logic-js gives for a rule of any shape. */
export function apply(rule: unknown, data?: unknown): unknown {
  return jsonLogic.apply(rule as RulesLogic<AdditionalOperation>, data);
}

const FOR_RULES: Readonly<Record<Exclude<TreeOperatorName, OperatorName>, true>> = {
  CONTAINS: true,
  NOT_CONTAINS: true,
  STARTS_WITH: true,
  NOT_STARTS_WITH: true,
  ENDS_WITH: true,
  NOT_ENDS_WITH: true,
  IS_EMPTY: true,
  IS_NOT_EMPTY: true,
  IS_TRUTHY: true,
  MORE_THAN_X_AGO: true,
  LESS_THAN_X_AGO: true,
  WITHIN_LAST: true,
  NOT_WITHIN_LAST: true,
  EXACTLY_X_AGO: true,
};

/** The names that exported rules know. */
export const EXPORTED_NAMES: readonly string[] = [...OPERATOR_NAMES, ...Object.keys(FOR_RULES)].map(
  (name) => `ir:${name}`,
);
