import { endsWith, notEndsWith, notStartsWith, startsWith } from "./affix.js";
import { contains, notContains } from "./containment.js";
import { equal, notEqual } from "./equality.js";
import { allIn, anyIn, isIn, notIn } from "./membership.js";
import type { Operator } from "./operator.js";
import { larger, largerEqual, smaller, smallerEqual } from "./ordering.js";
import { ilike, like, notIlike, notLike } from "./pattern.js";
import { isDefined, isEmpty, isNotEmpty, isTruthy } from "./presence.js";
import { between, notBetween } from "./range.js";
import {
  exactlyXAgo,
  lessThanXAgo,
  moreThanXAgo,
  notWithinLast,
  withinLast,
} from "./relative-date.js";

/** What a condition's `operator` may name. */
const forConditions = {
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

/** What only rules have a way to say. */
const forRules = {
  CONTAINS: contains,
  NOT_CONTAINS: notContains,
  STARTS_WITH: startsWith,
  NOT_STARTS_WITH: notStartsWith,
  ENDS_WITH: endsWith,
  NOT_ENDS_WITH: notEndsWith,
  IS_EMPTY: isEmpty,
  IS_NOT_EMPTY: isNotEmpty,
  IS_TRUTHY: isTruthy,
  MORE_THAN_X_AGO: moreThanXAgo,
  LESS_THAN_X_AGO: lessThanXAgo,
  WITHIN_LAST: withinLast,
  NOT_WITHIN_LAST: notWithinLast,
  EXACTLY_X_AGO: exactlyXAgo,
};

const registry = { ...forConditions, ...forRules };

type Registry = typeof registry;

/** The name of an operator, as a condition's `operator` gives it. */
export type OperatorName = keyof typeof forConditions;

/** The name of an operator in a tree: one of conditions, or one that only rules can say. */
export type TreeOperatorName = keyof Registry;

/** How the operator of a name reads its operand. */
export type ShapeOf<N extends TreeOperatorName> = Registry[N]["shape"];

/** Every operator by its name. */
export const operators: { readonly [N in TreeOperatorName]: Operator<ShapeOf<N>> } = registry;

/** The names that a condition's `operator` may have, in the order of the documentation. */
export const OPERATOR_NAMES: readonly OperatorName[] =
  Object.keys(forConditions).filter(isOperatorName);

/** Whether a text is exactly what a condition's `operator` may be. */
export function isOperatorName(name: unknown): name is OperatorName {
  return typeof name === "string" && Object.hasOwn(forConditions, name);
}

/** The names that the operators of a tree have, in the order of the registry. */
export const TREE_OPERATOR_NAMES: readonly TreeOperatorName[] =
  Object.keys(registry).filter(isTreeOperatorName);

function isTreeOperatorName(name: string): name is TreeOperatorName {
  return Object.hasOwn(registry, name);
}
