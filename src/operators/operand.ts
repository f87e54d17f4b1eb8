import { type Field, fieldReader, type Reader } from "../values/field.js";
import type { Scalar } from "../values/scalar.js";

/** `{{source.path}}` in an operand: stands for that field of the context at evaluation time. */
export interface Reference {
  readonly field: Field;
  /** The reference as it was written, braces included. */
  readonly text: string;
}

/** One value of an operand: a literal, or a reference to a field. */
export type Term = Scalar | Reference;

/** The operand of an operator that takes none. */
export interface NoOperand {
  readonly kind: "none";
}

/** One value. */
export interface ScalarOperand {
  readonly kind: "scalar";
  readonly term: Term;
}

/** A list of values, at least one. */
export interface ListOperand {
  readonly kind: "list";
  readonly items: readonly Term[];
}

/** Two bounds, both inclusive. */
export interface RangeOperand {
  readonly kind: "range";
  readonly low: Term;
  readonly high: Term;
}

/** A reference that stands for a whole list or range. */
export interface ReferenceOperand {
  readonly kind: "reference";
  readonly reference: Reference;
}

/** The units that a length of time is counted in. */
export const DURATION_UNITS = [
  "minutes",
  "hours",
  "days",
  "weeks",
  "months",
  "years",
] as const satisfies readonly string[];

/** A unit of a length of time. */
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** A length of time, to be counted back from the clock. */
export interface DurationOperand {
  readonly kind: "duration";
  /** A positive whole number. */
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** What an operator of each shape takes; `pattern` is a scalar that is read as a SQL pattern. */
export interface OperandByShape {
  readonly none: NoOperand;
  readonly scalar: ScalarOperand;
  readonly pattern: ScalarOperand;
  readonly list: ListOperand | ReferenceOperand;
  readonly range: RangeOperand | ReferenceOperand;
  readonly duration: DurationOperand;
}

/** How an operator reads its operand. */
export type OperandShape = keyof OperandByShape;

/** Any operand. */
export type Operand = OperandByShape[OperandShape];

/** Whether a term is a reference; the other terms are literals. */
export function isReference(term: Term): term is Reference {
  return typeof term === "object";
}

/** Whether a term is a literal. */
export function isLiteral(term: Term): term is Scalar {
  return !isReference(term);
}

/** The terms of an operand, in order. */
export function termsOf(operand: Operand): readonly Term[] {
  switch (operand.kind) {
    case "none":
    case "duration":
      return [];
    case "scalar":
      return [operand.term];
    case "list":
      return operand.items;
    case "range":
      return [operand.low, operand.high];
    case "reference":
      return [operand.reference];
  }
}

/** Reads a term in a context: the literal itself, or the field that a reference names. */
export function termReader(term: Term): Reader {
  return isReference(term) ? fieldReader(term.field) : () => term;
}
