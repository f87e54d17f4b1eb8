import type { Scalar } from "../integration.js";
import { fieldReader } from "../values/field.js";
import { isAbsent, isList } from "../values/kinds.js";
import { type ElementTest, quantified, someElement, type TestMaker } from "./elements.js";
import { isReference, type ScalarOperand } from "./operand.js";
import type { Matcher } from "./operator.js";

/** The two forms of a comparison with one value. */
export interface ScalarComparison {
  /** Specialises it to a literal, so that whatever needs doing once is done once. */
  literal(operand: Scalar): TestMaker;
  /** Compares with an operand read from the context. */
  read: ElementTest<unknown>;
}

/** The matcher of a scalar operand: a list-valued field matches by one of its elements. */
export function scalarMatcher(operand: ScalarOperand, comparison: ScalarComparison): Matcher {
  const { term } = operand;
  if (!isReference(term)) return quantified(comparison.literal(term), someElement);
  const readOperand = fieldReader(term.field);
  const test = someElement(comparison.read);
  return (value, context) => {
    const other = readOperand(context);
    return !isAbsent(other) && !isList(other) && test(value, other);
  };
}
