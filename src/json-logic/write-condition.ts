import { TYPE_NAMES } from "../conditions/reading/comparison-type.js";
import { type ExportedName, exportedName } from "../conditions/rules/exported-operators.js";
import type { GroupType } from "../integration.js";
import {
  type DurationOperand,
  isReference,
  type Operand,
  type Term,
} from "../operators/operand.js";
import type { ConditionNode } from "../tree/tree.js";
import type { Field } from "../values/field.js";
import type { Scalar } from "../values/scalar.js";

/** A field, or where a value is expected a reference to one. */
export interface WrittenField {
  source: string;
  path: string;
}

/** One value. */
export type WrittenTerm = Scalar | WrittenField;

/** What a field is compared with: a value, the items of a list, two bounds, or a length of time. */
export type WrittenOperand = WrittenTerm | WrittenTerm[] | Omit<DurationOperand, "kind">;

/** The field, the operand where the operator takes one, and the type unless it is inferred. */
export type WrittenArguments = (WrittenOperand | GroupType)[];

/** A condition as a rule: the operator's own name, and its arguments. */
export type WrittenCondition = { [Name in ExportedName]?: WrittenArguments };

/** Writes a condition, whatever its operator, by the kind of its operand. */
export function writeCondition({
  operator,
  field,
  operand,
  type,
}: ConditionNode): WrittenCondition {
  const types = type === "inferred" ? [] : [TYPE_NAMES[type]];
  return { [exportedName(operator)]: [writeField(field), ...writeOperand(operand), ...types] };
}

/** An operand as the arguments that it takes. */
function writeOperand(operand: Operand): WrittenOperand[] {
  switch (operand.kind) {
    case "none":
      return [];
    case "scalar":
      return [writeTerm(operand.term)];
    case "list":
      return [operand.items.map(writeTerm)];
    case "range":
      return [[writeTerm(operand.low), writeTerm(operand.high)]];
    case "reference":
      return [writeTerm(operand.reference)];
    case "duration":
      return [{ amount: operand.amount, unit: operand.unit }];
  }
}

function writeTerm(term: Term): WrittenTerm {
  if (isReference(term)) return writeField(term.field);
  // JSON has no negative zero, and nothing compares it otherwise than zero.
  return typeof term === "number" ? term + 0 : term;
}

/** Two keys: an object with one would be evaluated before the operator sees it. */
function writeField({ source, path }: Field): WrittenField {
  return { source, path };
}
