import type { OperandByShape, OperandShape } from "../../operators/operand.js";
import type { ComparisonType } from "../../values/domain.js";

/**
 * Binds a constant to generated code and gives the name that stands for it there. Literals enter
 * code in this way and in no other.
 */
export type Bind = (constant: unknown) => string;

/**
 * How generated code tests the single values that need no conversion: an expression for each kind.
 * What is left out (lists, dates, a kind that would have to be converted) goes to the operator's
 * matcher, so that only what is worth it is written down.
 */
export interface ScalarTests {
  readonly string?: string;
  readonly number?: string;
  readonly boolean?: string;
}

/**
 * Writes what the matcher of an operator tests, as code.
 *
 * @param value - the variable that holds the field's value
 * @param bind - takes every constant that the code needs
 */
export type WriteTests<S extends OperandShape> = (
  operand: OperandByShape[S],
  type: ComparisonType,
  value: string,
  bind: Bind,
) => ScalarTests;

/** Leaves every value to the matcher. */
export const NO_TESTS: ScalarTests = {};
