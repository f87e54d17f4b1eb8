import { fieldReader } from "../values/field.js";
import { isAbsent, isList } from "../values/kinds.js";
import type { Scalar } from "../values/scalar.js";
import { type ElementTest, quantified, someElement, type TestMaker } from "./elements.js";
import { isReference, type ScalarOperand } from "./operand.js";
import type { Matcher } from "./operator.js";

/** A comparison with an operand read from the context. */
interface ReadComparison {
  readonly read: ElementTest<unknown>;
}

/** A comparison with a literal, specialised to it so that whatever needs doing once is done once. */
interface LiteralComparison extends ReadComparison {
  literal(operand: Scalar): ElementTest<unknown>;
}

/** The same, written so that it meets values before anybody has asked whether they are lists. */
interface DirectComparison extends ReadComparison {
  literalOrList(operand: Scalar): TestMaker;
}

/** The two forms of a comparison with one value: with a literal, and with what a reference reads. */
export type ScalarComparison = LiteralComparison | DirectComparison;

/** The matcher of a scalar operand: a list-valued field matches by one of its elements. */
export function scalarMatcher(operand: ScalarOperand, comparison: ScalarComparison): Matcher {
  const { term } = operand;
  if (!isReference(term)) {
    return "literal" in comparison
      ? someElement(comparison.literal(term))
      : quantified(comparison.literalOrList(term), someElement);
  }
  const readOperand = fieldReader(term.field);
  const test = someElement(comparison.read);
  return (value, context) => {
    const other = readOperand(context);
    return !isAbsent(other) && !isList(other) && test(value, other);
  };
}
