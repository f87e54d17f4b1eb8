import { isReference } from "../../operators/operand.js";
import { orderFor } from "../../values/order.js";
import { NO_TESTS, type WriteTests } from "./tests.js";

/** Only the values that the order takes as they are. */
export function ordering(sign: "<" | "<=" | ">" | ">="): WriteTests<"scalar"> {
  return ({ term }, type, value, bind) => {
    if (isReference(term)) return NO_TESTS;
    const { direct, operand } = orderFor(type, term);
    return direct === undefined
      ? NO_TESTS
      : { [direct]: `${value} ${sign} ${bind(operand(term))}` };
  };
}

/** The same between two bounds. */
export const range: WriteTests<"range"> = (operand, type, value, bind) => {
  if (operand.kind === "reference") return NO_TESTS;
  const { low, high } = operand;
  if (isReference(low) || isReference(high)) return NO_TESTS;
  const order = orderFor(type, low, high);
  if (order.direct === undefined) return NO_TESTS;
  const from = bind(order.operand(low));
  const to = bind(order.operand(high));
  return { [order.direct]: `(${value} >= ${from} && ${value} <= ${to})` };
};
