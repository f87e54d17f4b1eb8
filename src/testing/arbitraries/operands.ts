import { type Arbitrary, constantFrom, integer, oneof, record, subarray, tuple } from "fast-check";
import { DURATION_UNITS, type OperandShape } from "../../operators/operand.js";
import type { Operator } from "../../operators/operator.js";
import { operators, type TreeOperatorName } from "../../operators/registry.js";
import { type ComparisonType, convertsTo } from "../../values/domain.js";
import { orderFor } from "../../values/order.js";
import type { Scalar } from "../../values/scalar.js";

/** What an operand is made from. */
interface Ingredients {
  readonly literals: readonly Scalar[];
  /** A field in the place of a value, as the syntax writes it, where it can. */
  readonly references: readonly Arbitrary<unknown>[];
  readonly type: ComparisonType;
}

/** How an operand of each shape is written, the plainest way first. */
const BY_SHAPE: { readonly [S in OperandShape]: (from: Ingredients) => Arbitrary<unknown> } = {
  none: () => constantFrom(undefined),
  scalar: ({ literals, references }) => mostly(constantFrom(...literals), references),
  pattern: ({ literals, references }) => mostly(patternOf(literals), references),
  list: ({ literals, references }) => {
    const items = subarray([...new Set(literals)], { minLength: 1 });
    return mostly(items, withReference(constantFrom(...literals), references));
  },
  range: ({ literals, references, type }) => {
    const bound = constantFrom(...literals);
    const ordered = tuple(bound, bound).map((bounds) => inOrder(bounds, type));
    return mostly(ordered, withReference(bound, references));
  },
  duration: () =>
    record(
      { amount: integer({ min: 1, max: 90 }), unit: constantFrom(...DURATION_UNITS) },
      { noNullPrototype: true },
    ),
};

/**
 * The operands of one operator.
 *
 * @param values - the literals that its field is compared with
 * @param references - a field in the place of a value, where the syntax can write one
 * @returns `undefined` where the operator cannot be used under the type, or with none of the literals
 */
export function operandFor(
  name: TreeOperatorName,
  values: readonly Scalar[],
  type: ComparisonType,
  references: readonly Arbitrary<unknown>[],
): Arbitrary<unknown> | undefined {
  const operator: Operator = operators[name];
  if (operator.typeProblem?.(type, name) !== undefined) return undefined;
  const { shape } = operator;
  const literals = values.filter((literal) => {
    // Patterns are written so that they mean the literal, whatever is in it.
    if (shape === "pattern") return true;
    const converts = type === "inferred" || convertsTo(type, literal);
    return converts && operator.literalProblem?.(literal, type) === undefined;
  });
  const takesNone = shape === "none" || shape === "duration";
  if (literals.length === 0 && !takesNone) return undefined;
  return BY_SHAPE[shape]({ literals, references, type });
}

function mostly(
  plain: Arbitrary<unknown>,
  others: readonly Arbitrary<unknown>[],
): Arbitrary<unknown> {
  const rare = others.map((arbitrary) => ({ arbitrary, weight: 1 }));
  return oneof({ withCrossShrink: true }, { arbitrary: plain, weight: 5 }, ...rare);
}

/** A reference for the whole operand, and one behind a literal. */
function withReference(
  literal: Arbitrary<unknown>,
  references: readonly Arbitrary<unknown>[],
): readonly Arbitrary<unknown>[] {
  return references.flatMap((reference) => [reference, tuple(literal, reference)]);
}

/** As long a piece of a literal as any limit on patterns takes. */
const LONGEST_PIECE = 400;

function patternOf(literals: readonly Scalar[]): Arbitrary<string> {
  const ends = constantFrom("", "%", "_");
  return tuple(constantFrom(...literals), ends, ends).map(([literal, start, end]) => {
    const piece = String(literal)
      .slice(0, LONGEST_PIECE)
      .replaceAll(/[%_\\]/g, "\\$&");
    return `${start}${piece}${end}`;
  });
}

function inOrder([low, high]: [Scalar, Scalar], type: ComparisonType): [Scalar, Scalar] {
  const { operand } = orderFor(type, low, high);
  return operand(low) > operand(high) ? [high, low] : [low, high];
}
