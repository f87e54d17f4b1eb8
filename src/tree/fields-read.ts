import { isReference, termsOf } from "../operators/operand.js";
import type { Field } from "../values/field.js";
import type { ConditionNode } from "./tree.js";

/** The fields that a condition reads, in the order in which it names them: its own, then those of its references. */
export function fieldsReadBy({ field, operand }: ConditionNode): readonly Field[] {
  return [field, ...termsOf(operand).flatMap((term) => (isReference(term) ? term.field : []))];
}
