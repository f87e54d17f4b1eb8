import type { ConditionContext } from "../../context.js";
import { compileTree, type Predicate } from "../../evaluate/predicate.js";
import type { Tree } from "../../tree/tree.js";

const predicates = new WeakMap<Tree, Predicate>();

/** What `compileTree` decides of a tree, without compiling anew what trees have in common. */
export function passes(tree: Tree, context: ConditionContext): boolean {
  switch (tree.kind) {
    case "constant":
      return tree.value;
    case "not":
      return !passes(tree.child, context);
    case "and":
      return tree.children.every((child) => passes(child, context));
    case "or":
      return tree.children.some((child) => passes(child, context));
    case "condition":
    case "foreign": {
      const predicate = predicates.get(tree) ?? compileTree(tree);
      predicates.set(tree, predicate);
      return predicate(context);
    }
  }
}
