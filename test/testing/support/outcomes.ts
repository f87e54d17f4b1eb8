import {
  type ConditionContext,
  type ConditionNode,
  compileTree,
  type IntegrationLike,
  parseConditions,
  parseRules,
  type Tree,
} from "integration-router";

/** Every condition in the conditions or the rules of a list. */
export function conditionsIn(integrations: readonly IntegrationLike[]): ConditionNode[] {
  return integrations.flatMap(({ conditions, rules }) => {
    const { tree } = rules === undefined ? parseConditions(conditions) : parseRules(rules);
    return tree === undefined ? [] : leavesOf(tree);
  });
}

function leavesOf(tree: Tree): ConditionNode[] {
  switch (tree.kind) {
    case "constant":
      return [];
    case "condition":
      return [tree];
    case "not":
      return leavesOf(tree.child);
    default:
      return tree.children.flatMap(leavesOf);
  }
}

/** The conditions that had only one outcome in all of the contexts, each as text. */
export function oneSided(
  conditions: readonly ConditionNode[],
  contexts: readonly ConditionContext[],
): string[] {
  return conditions
    .filter((condition) => {
      const passes = compileTree(condition);
      return new Set(contexts.map((context) => passes(context))).size < 2;
    })
    .map(({ field, operator, operand, type }) =>
      [field.source, field.path, type, operator, JSON.stringify(operand)].join(" "),
    );
}
