import type { ComparisonType } from "../values/domain.js";
import type { Scalar } from "../values/scalar.js";
import type { Access } from "./access.js";
import type { OperandByShape, OperandShape } from "./operand.js";

/**
 * Tests a field's value, whatever it is, in one context. The context is there for the operand's
 * references; a matcher of literals does not look at it.
 *
 * @param now - the clock, in epoch milliseconds; `NaN` where the context's is no date, and where no
 *   operator of the tree looks at it
 */
export type Matcher = (value: unknown, context: object, now: number) => boolean;

/** A pattern of `LIKE` that says what a single text must be like. */
export interface TextPattern {
  readonly pattern: string;
  /** Whether the text is put through `toLowerCase` first. */
  readonly folds: boolean;
}

/** Something that an operator cannot take, found when the condition is parsed. */
export interface Problem {
  readonly code: "impossible-date" | "unordered-type" | "range-order" | "lone-escape";
  readonly found: string;
  /** What would be right. */
  readonly expected: string;
}

/**
 * An operator, whole: how it reads its operand and how it tests a value. Everything that the
 * package does with operators goes through these properties; nothing else knows one by its name.
 */
export interface Operator<S extends OperandShape = OperandShape, N extends string = string> {
  /** The name that the registry has it under. */
  readonly name: N;
  /** How the operand is read. */
  readonly shape: S;
  /** Whether it is the opposite, on every context, of what `compile` gives. */
  readonly negated: boolean;
  /** Set where its matcher looks at the clock, which is then read, once, for the whole call. */
  readonly usesClock?: true;
  /**
   * What keeps the operator from being used under a type, whatever its operand.
   *
   * @param name - the name that it goes by, which a complement has of its own
   */
  typeProblem?(type: ComparisonType, name: string): Problem | undefined;
  /** What is wrong with one literal, under a type that it converts to. */
  literalProblem?(literal: Scalar, type: ComparisonType): Problem | undefined;
  /** What is wrong with an operand as a whole whose literals are right. */
  operandProblem?(operand: OperandByShape[S], type: ComparisonType): Problem | undefined;
  /**
   * What a single value must be like for the positive operator to be true of it, so that an index
   * can find the condition by the value; `undefined` where nothing can be said. It may promise more
   * than the operator keeps, never less.
   */
  access(operand: OperandByShape[S], type: ComparisonType): Access | undefined;
  /**
   * The pattern of `LIKE` that a single value's text matches exactly where the positive operator is
   * true of it, for operators that look into a text; without it they compare it as a whole.
   */
  textPattern?(operand: OperandByShape[S]): TextPattern | undefined;
  /**
   * The instants at which the truth of an operator that uses the clock can change as the value goes
   * up, at one time of the clock; `NaN` for those that are no date.
   */
  instants?(operand: OperandByShape[S], now: number): readonly number[];
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
export function complement<S extends OperandShape, N extends string>(
  name: N,
  positive: Operator<S>,
): Operator<S, N> {
  return { ...positive, name, negated: !positive.negated };
}

/** For operators that an index cannot help with. */
export function noAccess(): undefined {
  return undefined;
}
