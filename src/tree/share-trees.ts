import { getOrMake } from "../util/get-or-make.js";
import type { Tree } from "./tree.js";

/** Makes one object of all trees that are written alike, so that they are compared by identity. */
export function treeSharer(): (tree: Tree) => Tree {
  const known = new Map<string, Tree>();
  return (tree) => getOrMake(known, JSON.stringify(tree), () => tree);
}
