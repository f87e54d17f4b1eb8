import type { Comparable, ComparisonType } from "../values/domain.js";
import { fieldReader, type Reader } from "../values/field.js";
import { elementOf, isAbsent, isList } from "../values/kinds.js";
import { comparableBounds, orderFor } from "../values/order.js";
import type { Access } from "./access.js";
import { quantified, someElement } from "./elements.js";
import { isReference, type OperandByShape, termReader } from "./operand.js";
import { complement, type Matcher, type Operator, type Problem } from "./operator.js";
import { ORDER_CHECKS } from "./order-checks.js";

/** Tests single values against two bounds that are already in the domain of the comparison. */
function isBetween(value: Comparable, low: Comparable, high: Comparable): boolean {
  return value >= low && value <= high;
}

function operandProblem(
  operand: OperandByShape["range"],
  type: ComparisonType,
): Problem | undefined {
  if (operand.kind === "reference") return undefined;
  const { low, high } = operand;
  if (isReference(low) || isReference(high)) return undefined;
  const bounds = comparableBounds(type, low, high);
  if (bounds === undefined || bounds[0] <= bounds[1]) return undefined;
  const found = `${JSON.stringify(low)} to ${JSON.stringify(high)}`;
  return { code: "range-order", found, expected: "the low bound first" };
}

function compile(operand: OperandByShape["range"], type: ComparisonType): Matcher {
  if (operand.kind === "reference") {
    const readBounds = fieldReader(operand.reference.field);
    return (value, context) => {
      const bounds = readBounds(context);
      return (
        isList(bounds) &&
        bounds.length === 2 &&
        isWithin(value, elementOf(bounds, 0), elementOf(bounds, 1), type)
      );
    };
  }
  const { low, high } = operand;
  if (isReference(low) || isReference(high)) {
    const readLow: Reader = termReader(low);
    const readHigh: Reader = termReader(high);
    return (value, context) => isWithin(value, readLow(context), readHigh(context), type);
  }
  const order = orderFor(type, low, high);
  const convert = order.value;
  const from = order.operand(low);
  const to = order.operand(high);
  const { direct } = order;
  return quantified(
    (lists) => (value, beside) => {
      if (typeof value === "number" && direct === "number") return isBetween(value, from, to);
      return isList(value) ? lists(value, beside) : isBetween(convert(value), from, to);
    },
    someElement,
  );
}

function access(operand: OperandByShape["range"], type: ComparisonType): Access | undefined {
  if (operand.kind === "reference") return undefined;
  const { low, high } = operand;
  if (isReference(low) || isReference(high)) return undefined;
  const order = orderFor(type, low, high);
  return { kind: "interval", order, low: order.operand(low), high: order.operand(high) };
}

/** Tests a value against two bounds of which at least one was read from the context. */
function isWithin(value: unknown, low: unknown, high: unknown, type: ComparisonType): boolean {
  if (isAbsent(low) || isAbsent(high) || isList(low) || isList(high)) return false;
  const order = orderFor(type, low, high);
  const from = order.operand(low);
  const to = order.operand(high);
  if (!isList(value)) return isBetween(order.value(value), from, to);
  for (let index = 0; index < value.length; index++) {
    if (isBetween(order.value(elementOf(value, index)), from, to)) return true;
  }
  return false;
}

/** `BETWEEN`: the value is the low bound, the high bound or anything between them. */
export const between: Operator<"range", "BETWEEN"> = {
  name: "BETWEEN",
  shape: "range",
  negated: false,
  ...ORDER_CHECKS,
  operandProblem,
  access,
  compile,
};

/** `NOT_BETWEEN`: everything that `BETWEEN` is not, an absent value included. */
export const notBetween: Operator<"range", "NOT_BETWEEN"> = complement("NOT_BETWEEN", between);
