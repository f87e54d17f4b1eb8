import { equal, notEqual } from "./equality.js";
import { allIn, anyIn, isIn, notIn } from "./membership.js";
import type { Operator } from "./operator.js";
import { larger, largerEqual, smaller, smallerEqual } from "./ordering.js";
import { ilike, like, notIlike, notLike } from "./pattern.js";
import { isDefined } from "./presence.js";
import { between, notBetween } from "./range.js";

const registry = {
  EQUAL: equal,
  NOT_EQUAL: notEqual,
  LARGER: larger,
  LARGER_EQUAL: largerEqual,
  SMALLER: smaller,
  SMALLER_EQUAL: smallerEqual,
  BETWEEN: between,
  NOT_BETWEEN: notBetween,
  IN: isIn,
  NOT_IN: notIn,
  ANY_IN: anyIn,
  ALL_IN: allIn,
  LIKE: like,
  NOT_LIKE: notLike,
  ILIKE: ilike,
  NOT_ILIKE: notIlike,
  IS_DEFINED: isDefined,
};

type Registry = typeof registry;

/** The name of an operator, as a condition's `operator` gives it. */
export type OperatorName = keyof Registry;

/** How the operator of a name reads its operand. */
export type ShapeOf<N extends OperatorName> = Registry[N]["shape"];

/** Every operator by its name. */
export const operators: { readonly [N in OperatorName]: Operator<ShapeOf<N>> } = registry;

/** Every operator's name, in the order of the documentation. */
export const OPERATOR_NAMES: readonly OperatorName[] = Object.keys(registry).filter(isOperatorName);

/** Whether a text is the exact name of an operator. */
export function isOperatorName(name: unknown): name is OperatorName {
  return typeof name === "string" && Object.hasOwn(registry, name);
}
