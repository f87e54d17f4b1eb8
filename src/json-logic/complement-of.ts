import { operators, TREE_OPERATOR_NAMES, type TreeOperatorName } from "../operators/registry.js";
import type { ConditionNode } from "../tree/tree.js";

/** Each operator that has a complement, with its name: the two share their matcher. */
const COMPLEMENTS: ReadonlyMap<TreeOperatorName, TreeOperatorName> = new Map(
  TREE_OPERATOR_NAMES.flatMap((name) =>
    TREE_OPERATOR_NAMES.filter((other) => areComplements(name, other)).map(
      (other) => [name, other] as const,
    ),
  ),
);

function areComplements(name: TreeOperatorName, other: TreeOperatorName): boolean {
  const { compile, negated } = operators[name];
  return operators[other].compile === compile && operators[other].negated !== negated;
}

/** The condition that is true exactly where another is false, if an operator says so. */
export function complementOf(condition: ConditionNode): ConditionNode | undefined {
  const operator = COMPLEMENTS.get(condition.operator);
  // Complements take operands of the same shape, which the type of nodes cannot tell.
  return operator && ({ ...condition, operator } as ConditionNode);
}
