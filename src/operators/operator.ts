import type { ComparisonType } from "../values/domain.js";
import type { OperandByShape, OperandShape } from "./operand.js";

/**
 * Tests a field's value, whatever it is, in one context. The context is there for the operand's
 * references; a matcher of literals does not look at it.
 */
export type Matcher = (value: unknown, context: object) => boolean;

/** A literal operand that an operator cannot take, found when the condition is parsed. */
export interface OperandProblem {
  readonly code: "impossible-date" | "unordered-type" | "range-order" | "lone-escape";
  /** What was found and what would be right. */
  readonly message: string;
  /** The item it is about, where the operand is a list. */
  readonly index?: number;
}

/**
 * An operator, whole: how it reads its operand and how it tests a value. Everything that the
 * package does with operators goes through these properties; nothing else knows one by its name.
 */
export interface Operator<S extends OperandShape = OperandShape> {
  readonly name: string;
  /** How the operand is read. */
  readonly shape: S;
  /** Whether it is the opposite, on every context, of what `compile` gives. */
  readonly negated: boolean;
  /** What is wrong with an operand of the right shape, under a type. */
  problems(operand: OperandByShape[S], type: ComparisonType): readonly OperandProblem[];
  /** The matcher of the positive operator, specialised to one operand and type. */
  compile(operand: OperandByShape[S], type: ComparisonType): Matcher;
}

/**
 * The operator that is true exactly where another is false, an absent field and an absent reference
 * included.
 *
 * @param name - the complement's name
 * @param positive - the operator that it turns round
 */
export function complement<S extends OperandShape>(
  name: string,
  positive: Operator<S>,
): Operator<S> {
  return { ...positive, name, negated: !positive.negated };
}

/** For operators that take whatever the parser lets through. */
export function noProblems(): readonly OperandProblem[] {
  return [];
}
