import { operators } from "../operators/registry.js";
import type { ConditionNode, Tree } from "./tree.js";
import { type TreeVisitor, visit } from "./visit.js";

/** The nodes directly inside a node, in order. */
export function childrenOf(tree: Tree): readonly Tree[] {
  return visit(tree, children);
}

const NO_CHILDREN: readonly Tree[] = [];

const children: TreeVisitor<readonly Tree[]> = {
  constant: () => NO_CHILDREN,
  condition: () => NO_CHILDREN,
  not: ({ child }) => [child],
  group: ({ children: members }) => members,
};

/** Whether some condition of a tree is as a test says. */
function someCondition(tree: Tree, test: (condition: ConditionNode) => boolean): boolean {
  return tree.kind === "condition"
    ? test(tree)
    : childrenOf(tree).some((child) => someCondition(child, test));
}

/** Whether a condition stands anywhere in a tree; without one an integration is unconditional. */
export function hasCondition(tree: Tree): boolean {
  return someCondition(tree, () => true);
}

/** Whether anything in a tree looks at the clock. */
export function usesClock(tree: Tree): boolean {
  return someCondition(tree, ({ operator }) => operators[operator].usesClock === true);
}

/** Every condition of a tree, in order. */
export function conditionsOf(tree: Tree): readonly ConditionNode[] {
  return tree.kind === "condition" ? [tree] : childrenOf(tree).flatMap(conditionsOf);
}
