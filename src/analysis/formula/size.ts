import type { Tree } from "../../tree/tree.js";
import { childrenOf } from "../../tree/walk.js";
import { OutOfBudget } from "../budget.js";
import type { Formula } from "./formula.js";

/** What stands in a tree or formula, each part as often as it is met, and how deep it nests. */
interface Size {
  readonly nodes: number;
  readonly depth: number;
}

/** Twice what parsers let through, and more: past this, recursion could end the stack. */
const DEEPEST = 1200;

const sizes = new WeakMap<object, Size>();

/**
 * How many nodes a tree has.
 *
 * @throws OutOfBudget where it is too deep to be walked through
 */
export function sizeOfTree(tree: Tree): number {
  return sizeOf(tree, childrenOf, 0).nodes;
}

/** How many nodes a formula has. */
export function sizeOfFormula(formula: Formula): number {
  return sizeOf(formula, partsOfFormula, 0).nodes;
}

function sizeOf<Node extends object>(
  node: Node,
  partsOf: (node: Node) => readonly Node[],
  level: number,
): Size {
  const known = sizes.get(node);
  let nodes = 1;
  let depth = 1;
  if (known === undefined && level < DEEPEST) {
    for (const part of partsOf(node)) {
      const size = sizeOf(part, partsOf, level + 1);
      nodes += size.nodes;
      depth = Math.max(depth, size.depth + 1);
    }
  }
  const size = known ?? { nodes, depth };
  if (level + size.depth > DEEPEST)
    throw new OutOfBudget(`the conditions nest deeper than ${DEEPEST}`);
  if (known === undefined) sizes.set(node, size);
  return size;
}

function partsOfFormula(formula: Formula): readonly Formula[] {
  return formula.kind === "and" || formula.kind === "or" ? formula.parts : [];
}
