import { operators, TREE_OPERATOR_NAMES, type TreeOperatorName } from "../../operators/registry.js";
import type { RuleOperator } from "./rule-operators.js";

/**
 * What the names of this package's own operators begin with in a rule, so that they are nobody
 * else's. There is no dot in it: json-logic-js would look for an operator inside another.
 */
const PREFIX = "ir:";

/** The name that an operator of the tree has in a rule. */
export type ExportedName = `${typeof PREFIX}${TreeOperatorName}`;

/** The name that an operator has in a rule. */
export function exportedName(operator: TreeOperatorName): ExportedName {
  return `${PREFIX}${operator}`;
}

/** Whether a rule's operator means to be one of this package's own. */
export function hasExportPrefix(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** The field, the operand where the operator takes one, and the type unless it is inferred. */
function exported(operator: TreeOperatorName): RuleOperator {
  const fewest = operators[operator].shape === "none" ? 1 : 2;
  return {
    counts: [fewest, fewest + 1],
    read: (reader) => reader.exportedCondition(operator),
  };
}

/** Every operator of the tree under the name that it is exported by. */
export const EXPORTED_OPERATORS: ReadonlyMap<string, RuleOperator> = new Map(
  TREE_OPERATOR_NAMES.map((operator) => [exportedName(operator), exported(operator)]),
);
