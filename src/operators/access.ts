import type { Comparable, ComparisonType } from "../values/domain.js";
import type { Order } from "../values/order.js";
import type { Scalar } from "../values/scalar.js";

/** The value equals one of some literals, under a type. */
export interface ValuesAccess {
  readonly kind: "values";
  readonly type: ComparisonType;
  readonly values: readonly Scalar[];
}

/** The value, read in an order, lies between two bounds or on one side of one. */
export interface IntervalAccess {
  readonly kind: "interval";
  readonly order: Order;
  readonly low?: Comparable;
  readonly high?: Comparable;
}

/** The value's text begins or ends with a literal that is not empty. */
export interface AffixAccess {
  readonly kind: "prefix" | "suffix";
  readonly text: string;
}

/**
 * An access predicate: what an operator offers an index. The name is that of Fabret et al.,
 * "Filtering Algorithms and Implementation for Very Fast Publish/Subscribe Systems", SIGMOD 2001.
 */
export type Access = ValuesAccess | IntervalAccess | AffixAccess;
