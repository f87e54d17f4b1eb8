import {
  isLiteral,
  type OperandByShape,
  type OperandShape,
  type Term,
  termsOf,
} from "../../operators/operand.js";
import { TOLERANCE, windowBefore } from "../../operators/relative-date.js";
import type { Scalar } from "../../values/scalar.js";
import { around, aroundInstant } from "./around.js";
import { aroundPattern } from "./around-pattern.js";

/** How an operand of one shape tells which values decide. */
interface ShapeBoundaries<S extends OperandShape> {
  /**
   * The values of the condition's own field at which its operator changes its mind.
   *
   * @param now - the clock, in epoch milliseconds
   */
  field(operand: OperandByShape[S], now: number): readonly unknown[];
  /**
   * What a reference in such an operand should hold.
   *
   * @param samples - single values that the condition's own field can hold, at least two
   */
  referenced(samples: readonly Scalar[]): readonly unknown[];
}

/** Of a long list the first members have their neighbours tried, and every member itself. */
const MEMBERS_WITH_NEIGHBOURS = 4;

/**
 * Every operator's boundaries, by the shape of its operand. An operator of a known shape needs
 * nothing here.
 */
const BOUNDARIES: { readonly [S in OperandShape]: ShapeBoundaries<S> } = {
  none: {
    field: () => ["x", "", 1, 0, true, false, [], ["x"], {}],
    referenced: () => [],
  },
  scalar: {
    field: ({ term }) => literalsIn([term]).flatMap(around),
    referenced: (samples) => samples,
  },
  pattern: {
    field: ({ term }) => literalsIn([term]).flatMap((literal) => aroundPattern(String(literal))),
    referenced: (samples) => samples.flatMap((sample) => [sample, `${sample}%`, `%${sample}`]),
  },
  list: {
    field: (operand) => {
      const members = literalsIn(termsOf(operand));
      const neighbours = members.slice(0, MEMBERS_WITH_NEIGHBOURS).flatMap(around);
      const two = members.slice(0, 2);
      return [...members, "stranger", ...neighbours, two, [...two, "stranger"]];
    },
    referenced: (samples) => [...samples, samples, samples.slice(0, 1), []],
  },
  range: {
    field: (operand) => literalsIn(termsOf(operand)).flatMap(around),
    referenced: (samples) => [...samples, ...pairsOf(samples), samples.slice(0, 1)],
  },
  duration: {
    field: (operand, now) => {
      const { start } = windowBefore(now, operand);
      const tolerance = TOLERANCE[operand.unit];
      const edges = [start, start - tolerance, start + tolerance, now];
      return edges.filter(Number.isFinite).flatMap(aroundInstant);
    },
    referenced: () => [],
  },
};

/** The boundaries of one shape, typed for an operand of which only the shape's name is known. */
export function boundariesOf(shape: OperandShape): ShapeBoundaries<OperandShape> {
  return BOUNDARIES[shape] as ShapeBoundaries<OperandShape>;
}

/** The literals among the terms of an operand. */
export function literalsIn(terms: readonly Term[]): Scalar[] {
  return terms.filter(isLiteral);
}

/** Each value with the next, both ways round, and with itself. */
function pairsOf(samples: readonly Scalar[]): Scalar[][] {
  return samples.flatMap((sample, position) => {
    const next = samples[position + 1];
    const itself = [sample, sample];
    return next === undefined ? [itself] : [[sample, next], [next, sample], itself];
  });
}
