import type { SelectionContext } from "../../context.js";
import { compileTree } from "../../evaluate/predicate.js";
import { isReference, termsOf } from "../../operators/operand.js";
import type { Tree } from "../../tree/tree.js";
import { visit } from "../../tree/visit.js";
import { type Field, fieldReader } from "../../values/field.js";
import { isAbsent } from "../../values/kinds.js";

/**
 * Whether what is fixed of a context already keeps a tree from passing, as far as that can be told
 * from one condition at a time.
 */
export function isRuledOut(tree: Tree, fixed: SelectionContext): boolean {
  return visit(tree, {
    constant: () => false,
    condition(condition) {
      const references = termsOf(condition.operand).filter(isReference);
      const fields = [condition.field, ...references.map(({ field }) => field)];
      return fields.every((field) => isFixed(field, fixed)) && !compileTree(condition)(fixed);
    },
    not: () => false,
    group: ({ kind, children }) =>
      kind === "and"
        ? children.some((child) => isRuledOut(child, fixed))
        : children.every((child) => isRuledOut(child, fixed)),
  });
}

/** Whether a field holds something whatever else a context is given. */
export function isFixed(field: Field, fixed: SelectionContext): boolean {
  return !isAbsent(fieldReader(field)(fixed));
}
