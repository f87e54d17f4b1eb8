import type { ShapeOf, TreeOperatorName } from "../../operators/registry.js";
import { equality } from "./equality.js";
import { membership } from "./membership.js";
import { ordering, range } from "./order.js";
import { defined, notEmpty, truthy } from "./presence.js";
import type { WriteTests } from "./tests.js";
import { calling, pattern, patternInLowerCase } from "./text.js";

/**
 * What is written for each operator, which is the same for its complement: the negation is written
 * around it. One that is not named here is left to its matcher, whatever the value.
 */
export const WRITERS: { readonly [N in TreeOperatorName]?: WriteTests<ShapeOf<N>> } = {
  EQUAL: equality,
  NOT_EQUAL: equality,
  LARGER: ordering(">"),
  LARGER_EQUAL: ordering(">="),
  SMALLER: ordering("<"),
  SMALLER_EQUAL: ordering("<="),
  BETWEEN: range,
  NOT_BETWEEN: range,
  IN: membership,
  NOT_IN: membership,
  ANY_IN: membership,
  ALL_IN: membership,
  LIKE: pattern,
  NOT_LIKE: pattern,
  ILIKE: patternInLowerCase,
  NOT_ILIKE: patternInLowerCase,
  IS_DEFINED: defined,
  CONTAINS: calling("includes"),
  NOT_CONTAINS: calling("includes"),
  STARTS_WITH: calling("startsWith"),
  NOT_STARTS_WITH: calling("startsWith"),
  ENDS_WITH: calling("endsWith"),
  NOT_ENDS_WITH: calling("endsWith"),
  IS_EMPTY: notEmpty,
  IS_NOT_EMPTY: notEmpty,
  IS_TRUTHY: truthy,
};
