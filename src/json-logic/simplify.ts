import type { ConditionNode, ConstantNode, Tree } from "../tree/tree.js";
import { visit } from "../tree/visit.js";
import { complementOf } from "./complement-of.js";

/** The opposite of what has no other name for it. */
export interface Negation {
  readonly kind: "not";
  readonly child: ConditionNode | Group;
}

/** Two members or more, none of them a group of the same kind. */
export interface Group {
  readonly kind: "and" | "or";
  readonly children: readonly Part[];
}

/** What a rule consists of. */
export type Part = ConditionNode | Negation | Group;

/** A tree that has constants nowhere but at its root, if it is one. */
export type SimpleTree = ConstantNode | Part;

/**
 * Makes the small tree that decides the same: groups of one member become the member, groups in
 * groups of the same kind are taken into them (by De Morgan's laws also where they are negated), and
 * constants and double negations are worked out.
 */
export function simplify(tree: Tree): SimpleTree {
  return visit<SimpleTree>(tree, {
    constant: (constant) => constant,
    condition: (condition) => condition,
    not: ({ child }) => negate(simplify(child)),
    group: ({ kind, children }) => combine(kind, children.map(simplify)),
  });
}

function negate(tree: SimpleTree): SimpleTree {
  return tree.kind === "constant" ? { kind: "constant", value: !tree.value } : negatePart(tree);
}

function negatePart(part: Part): Part {
  if (part.kind === "not") return part.child;
  const complement = part.kind === "condition" ? complementOf(part) : undefined;
  return complement ?? { kind: "not", child: part };
}

function combine(kind: Group["kind"], trees: readonly SimpleTree[]): SimpleTree {
  /** What one member has to be to settle the whole group. */
  const decisive = kind === "or";
  const settled = trees.find((tree) => tree.kind === "constant" && tree.value === decisive);
  if (settled !== undefined) return settled;
  const members = trees.flatMap((tree) => (tree.kind === "constant" ? [] : membersOf(tree, kind)));
  const [first, ...others] = members;
  if (first === undefined) return { kind: "constant", value: !decisive };
  return others.length === 0 ? first : { kind, children: members };
}

/** What a part brings into a group that it is in. */
function membersOf(part: Part, kind: Group["kind"]): readonly Part[] {
  if (part.kind === kind) return part.children;
  if (part.kind !== "not") return [part];
  const { child } = part;
  return child.kind === "condition" || child.kind === kind
    ? [part]
    : child.children.map(negatePart);
}
