import { operators, type TreeOperatorName } from "../../operators/registry.js";
import type { ConditionNode, Tree } from "../tree.js";
import { visit } from "../visit.js";
import type { Dimensions, Requirement } from "./dimension.js";

/** What a context must have, all of it; nothing where it says nothing. */
export type Conjunction = readonly Requirement[];

/** Expanding stops here: further members say nothing rather than too much. */
const MOST_CONJUNCTIONS = 16;

const ANYTHING: readonly Conjunction[] = [[]];

/**
 * What a context must have for a tree to pass, in disjunctive normal form: the tree can only pass
 * where one of the conjunctions does. Negations are moved inwards by De Morgan's laws, so that a
 * negated complement requires what its positive does. Nothing is ever left out that could pass:
 * what an operator cannot tell, and what would expand too far, requires nothing.
 */
export function conjunctionsOf(
  tree: Tree,
  dimensions: Dimensions,
  negated = false,
): readonly Conjunction[] {
  return visit<readonly Conjunction[]>(tree, {
    constant: ({ value }) => (value !== negated ? ANYTHING : []),
    condition: (condition) => requirementOf(condition, dimensions, negated),
    not: ({ child }) => conjunctionsOf(child, dimensions, !negated),
    group({ kind, children }) {
      const members = children.map((child) => conjunctionsOf(child, dimensions, negated));
      return (kind === "and") !== negated ? conjoin(members) : disjoin(members);
    },
  });
}

function requirementOf<N extends TreeOperatorName>(
  condition: ConditionNode<N>,
  dimensions: Dimensions,
  negated: boolean,
): readonly Conjunction[] {
  const operator = operators[condition.operator];
  if (operator.negated !== negated) return ANYTHING;
  const access = operator.access(condition.operand, condition.type);
  return access === undefined ? ANYTHING : [[dimensions.require(condition.field, access)]];
}

function conjoin(members: readonly (readonly Conjunction[])[]): readonly Conjunction[] {
  let product = ANYTHING;
  for (const member of members) {
    if (member.length === 0) return [];
    if (member === ANYTHING || product.length * member.length > MOST_CONJUNCTIONS) continue;
    product =
      product === ANYTHING
        ? member
        : product.flatMap((left) => member.map((right) => [...left, ...right]));
  }
  return product;
}

function disjoin(members: readonly (readonly Conjunction[])[]): readonly Conjunction[] {
  const [only, ...others] = members;
  if (only !== undefined && others.length === 0) return only;
  const all = members.flat();
  const saysNothing = all.some(({ length }) => length === 0);
  return saysNothing || all.length > MOST_CONJUNCTIONS ? ANYTHING : all;
}
