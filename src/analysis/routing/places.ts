import type { IssuePath } from "../../conditions/issue.js";
import type { ConditionNode, Tree } from "../../conditions/tree.js";

/** A node of a tree, and where in the record it comes from. */
export interface Place {
  readonly node: Tree;
  readonly path: IssuePath;
  /** The groups and conditions directly inside it. */
  readonly children: readonly Place[];
}

/**
 * Finds where in a record's `conditions` the nodes of its tree come from: the tree has a node for
 * every group and condition, and one more for every negation.
 */
export function placesIn(tree: Tree): Place {
  return placeOf(tree, ["conditions"], []);
}

/** @param steps - what leads from a group to its members: nothing from the list to its groups */
function placeOf(node: Tree, path: IssuePath, steps: IssuePath): Place {
  const group = node.kind === "not" ? node.child : node;
  const members = group.kind === "and" || group.kind === "or" ? group.children : [];
  return {
    node,
    path,
    children: members.map((child, at) => placeOf(child, [...path, ...steps, at], ["children"])),
  };
}

/** A condition, and where in the record it stands. */
export interface ConditionPlace {
  readonly condition: ConditionNode;
  readonly path: IssuePath;
}

/** Every condition of a tree, in the record's order. */
export function conditionsIn(tree: Tree): readonly ConditionPlace[] {
  return leavesAt(placesIn(tree));
}

function leavesAt({ node, path, children }: Place): readonly ConditionPlace[] {
  return node.kind === "condition" ? [{ condition: node, path }] : children.flatMap(leavesAt);
}
