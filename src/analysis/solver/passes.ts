import type { ConditionContext } from "../../context.js";
import { compileTree, type Predicate } from "../../evaluate/predicate.js";
import type { Tree } from "../../tree/tree.js";
import { visit } from "../../tree/visit.js";

const predicates = new WeakMap<Tree, Predicate>();

/** What `compileTree` decides of a tree, without compiling anew what trees have in common. */
export function passes(tree: Tree, context: ConditionContext): boolean {
  return visit(tree, {
    constant: ({ value }) => value,
    condition(condition) {
      const predicate = predicates.get(condition) ?? compileTree(condition);
      predicates.set(condition, predicate);
      return predicate(context);
    },
    not: ({ child }) => !passes(child, context),
    group: ({ kind, children }) =>
      kind === "and"
        ? children.every((child) => passes(child, context))
        : children.some((child) => passes(child, context)),
  });
}
