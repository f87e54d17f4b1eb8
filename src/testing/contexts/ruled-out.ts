import type { SelectionContext } from "../../context.js";
import { compileTree } from "../../evaluate/predicate.js";
import { isReference, termsOf } from "../../operators/operand.js";
import type { Tree } from "../../tree/tree.js";
import { type Field, fieldReader } from "../../values/field.js";
import { isAbsent } from "../../values/kinds.js";

/**
 * Whether what is fixed of a context already keeps a tree from passing, as far as that can be told
 * from one condition at a time.
 */
export function isRuledOut(tree: Tree, fixed: SelectionContext): boolean {
  switch (tree.kind) {
    case "and":
      return tree.children.some((child) => isRuledOut(child, fixed));
    case "or":
      return tree.children.every((child) => isRuledOut(child, fixed));
    case "condition": {
      const references = termsOf(tree.operand).filter(isReference);
      const fields = [tree.field, ...references.map(({ field }) => field)];
      return fields.every((field) => isFixed(field, fixed)) && !compileTree(tree)(fixed);
    }
    default:
      return false;
  }
}

/** Whether a field holds something whatever else a context is given. */
export function isFixed(field: Field, fixed: SelectionContext): boolean {
  return !isAbsent(fieldReader(field)(fixed));
}
