import { PASSES, type Tree } from "./tree.js";

/** What never passes, as `PASSES` always does. */
export const FAILS: Tree = { kind: "constant", value: false };

/** Passes when all the trees do; no more than it must be where some are constants. */
export function allOf(trees: readonly Tree[]): Tree {
  return joined("and", trees, true);
}

/** Passes when one of the trees does. */
export function oneOf(trees: readonly Tree[]): Tree {
  return joined("or", trees, false);
}

/** Passes when the tree does not. */
export function not(tree: Tree): Tree {
  if (tree.kind === "constant") return tree.value ? FAILS : PASSES;
  return tree.kind === "not" ? tree.child : { kind: "not", child: tree };
}

function joined(kind: "and" | "or", trees: readonly Tree[], neutral: boolean): Tree {
  const children: Tree[] = [];
  for (const tree of trees) {
    if (tree.kind !== "constant") children.push(tree);
    else if (tree.value !== neutral) return tree;
  }
  const [only, ...others] = children;
  if (only === undefined) return neutral ? PASSES : FAILS;
  return others.length === 0 ? only : { kind, children };
}
