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
const forConditions = byName(
  equal,
  notEqual,
  larger,
  largerEqual,
  smaller,
  smallerEqual,
  between,
  notBetween,
  isIn,
  notIn,
  anyIn,
  allIn,
  like,
  notLike,
  ilike,
  notIlike,
  isDefined,
);

/** What only rules have a way to say. */
const forRules = byName(
  contains,
  notContains,
  startsWith,
  notStartsWith,
  endsWith,
  notEndsWith,
  isEmpty,
  isNotEmpty,
  isTruthy,
  moreThanXAgo,
  lessThanXAgo,
  withinLast,
  notWithinLast,
  exactlyXAgo,
);

/** Operators by the names that they have. */
type ByName<O extends Operator> = { readonly [P in O as P["name"]]: P };

function byName<O extends readonly Operator[]>(...all: O): ByName<O[number]> {
  return Object.fromEntries(all.map((operator) => [operator.name, operator])) as ByName<O[number]>;
}

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
