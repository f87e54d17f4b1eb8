import type { Comparable } from "../values/domain.js";
import type { Operator } from "./operator.js";
import { orderFor, orderProblems } from "./order.js";
import { scalarMatcher } from "./scalar.js";

/** One of JavaScript's four ordering comparisons; all are false on `NaN`. */
type Compare = (value: Comparable, operand: Comparable) => boolean;

function ordering(name: string, compare: Compare): Operator<"scalar"> {
  return {
    name,
    shape: "scalar",
    negated: false,
    problems: orderProblems,
    compile: (operand, type) =>
      scalarMatcher(operand, {
        literal: (literal) => {
          const order = orderFor(type, literal);
          const convert = order.value;
          const bound = order.operand(literal);
          return (value) => compare(convert(value), bound);
        },
        read: (value, other) => {
          const order = orderFor(type, other);
          return compare(order.value(value), order.operand(other));
        },
      }),
  };
}

/** `LARGER`: the value is above the operand. */
export const larger: Operator<"scalar"> = ordering("LARGER", (value, bound) => value > bound);

/** `LARGER_EQUAL`: the value is the operand or above it. */
export const largerEqual: Operator<"scalar"> = ordering(
  "LARGER_EQUAL",
  (value, bound) => value >= bound,
);

/** `SMALLER`: the value is below the operand. */
export const smaller: Operator<"scalar"> = ordering("SMALLER", (value, bound) => value < bound);

/** `SMALLER_EQUAL`: the value is the operand or below it. */
export const smallerEqual: Operator<"scalar"> = ordering(
  "SMALLER_EQUAL",
  (value, bound) => value <= bound,
);
