import type { ConditionNode, Tree } from "../../conditions/tree.js";
import type { Access } from "../../operators/access.js";
import { type OperatorName, operators } from "../../operators/registry.js";
import type { Field } from "../../values/field.js";

/** One thing that a context must have for a conjunction to pass. */
export interface Requirement {
  /** Equal for requirements of one kind on one field, which one table can answer. */
  readonly dimension: string;
  readonly field: Field;
  readonly access: Access;
}

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
export function conjunctionsOf(tree: Tree, negated = false): readonly Conjunction[] {
  switch (tree.kind) {
    case "constant":
      return tree.value !== negated ? ANYTHING : [];
    case "not":
      return conjunctionsOf(tree.child, !negated);
    case "condition":
      return requirementOf(tree, negated);
    default: {
      const members = tree.children.map((child) => conjunctionsOf(child, negated));
      return (tree.kind === "and") !== negated ? conjoin(members) : disjoin(members);
    }
  }
}

function requirementOf<N extends OperatorName>(
  condition: ConditionNode<N>,
  negated: boolean,
): readonly Conjunction[] {
  const operator = operators[condition.operator];
  if (operator.negated !== negated) return ANYTHING;
  const access = operator.access(condition.operand, condition.type);
  return access === undefined ? ANYTHING : [[makeRequirement(condition.field, access)]];
}

function makeRequirement(field: Field, access: Access): Requirement {
  const dimension = JSON.stringify([access.kind, variantOf(access), field.source, ...field.steps]);
  return { dimension, field, access };
}

/** What tells apart requirements of one kind on one field that compare differently. */
function variantOf(access: Access): string {
  switch (access.kind) {
    case "values":
      return access.type;
    case "interval":
      return access.order.name;
    default:
      return "";
  }
}

function conjoin(members: readonly (readonly Conjunction[])[]): readonly Conjunction[] {
  let product = ANYTHING;
  for (const member of members) {
    if (member.length === 0) return [];
    if (product.length * member.length > MOST_CONJUNCTIONS) continue;
    product = product.flatMap((left) => member.map((right) => [...left, ...right]));
  }
  return product;
}

function disjoin(members: readonly (readonly Conjunction[])[]): readonly Conjunction[] {
  const all = members.flat();
  const saysNothing = all.some(({ length }) => length === 0);
  return saysNothing || all.length > MOST_CONJUNCTIONS ? ANYTHING : all;
}
