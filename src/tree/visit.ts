import type { AndNode, ConditionNode, ConstantNode, NotNode, OrNode, Tree } from "./tree.js";

/** What is done with each kind of node. It decides itself whether the nodes inside are visited. */
export interface TreeVisitor<R> {
  constant(node: ConstantNode): R;
  condition(node: ConditionNode): R;
  not(node: NotNode): R;
  group(node: AndNode | OrNode): R;
}

/**
 * Does with a node what a visitor has for its kind. Whoever walks through a tree does it by this: a
 * kind of node that is added is missing in every visitor, and the compiler says where.
 *
 * @throws TypeError on what is no node of a tree
 */
export function visit<R>(tree: Tree, visitor: TreeVisitor<R>): R {
  switch (tree.kind) {
    case "constant":
      return visitor.constant(tree);
    case "condition":
      return visitor.condition(tree);
    case "not":
      return visitor.not(tree);
    case "and":
    case "or":
      return visitor.group(tree);
    default:
      throw unknownKind(tree);
  }
}

/** A caller's own tree may hold anything, and so may an opaque predicate stand where none can. */
function unknownKind({ kind }: { readonly kind: unknown }): TypeError {
  const found = JSON.stringify(kind);
  return new TypeError(
    `tree: found a node of the kind ${found}; expected constant, condition, not, and or or`,
  );
}
