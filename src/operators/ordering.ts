import type { Comparable } from "../values/domain.js";
import { isList } from "../values/kinds.js";
import { orderFor } from "../values/order.js";
import { isReference } from "./operand.js";
import type { Operator } from "./operator.js";
import { ORDER_CHECKS } from "./order-checks.js";
import { scalarMatcher } from "./scalar.js";

/** One of JavaScript's four ordering comparisons; all are false on `NaN`. */
type Compare = (value: Comparable, operand: Comparable) => boolean;

/** Which side of the operand the values are on. */
type Side = "above" | "below";

function ordering<N extends string>(name: N, side: Side, compare: Compare): Operator<"scalar", N> {
  return {
    name,
    shape: "scalar",
    negated: false,
    ...ORDER_CHECKS,
    access: ({ term }, type) => {
      if (isReference(term)) return undefined;
      const order = orderFor(type, term);
      const bound = order.operand(term);
      return side === "above"
        ? { kind: "interval", order, low: bound }
        : { kind: "interval", order, high: bound };
    },
    compile: (operand, type) =>
      scalarMatcher(operand, {
        literalOrList: (literal) => {
          const order = orderFor(type, literal);
          const convert = order.value;
          const bound = order.operand(literal);
          return (lists) => (value, beside) =>
            isList(value) ? lists(value, beside) : compare(convert(value), bound);
        },
        read: (value, other) => {
          const order = orderFor(type, other);
          return compare(order.value(value), order.operand(other));
        },
      }),
  };
}

/** `LARGER`: the value is above the operand. */
export const larger: Operator<"scalar", "LARGER"> = ordering(
  "LARGER",
  "above",
  (value, bound) => value > bound,
);

/** `LARGER_EQUAL`: the value is the operand or above it. */
export const largerEqual: Operator<"scalar", "LARGER_EQUAL"> = ordering(
  "LARGER_EQUAL",
  "above",
  (value, bound) => value >= bound,
);

/** `SMALLER`: the value is below the operand. */
export const smaller: Operator<"scalar", "SMALLER"> = ordering(
  "SMALLER",
  "below",
  (value, bound) => value < bound,
);

/** `SMALLER_EQUAL`: the value is the operand or below it. */
export const smallerEqual: Operator<"scalar", "SMALLER_EQUAL"> = ordering(
  "SMALLER_EQUAL",
  "below",
  (value, bound) => value <= bound,
);
