import type { Access } from "../../operators/access.js";
import type { Requirement } from "../../tree/requirements/dimension.js";
import type { Merge } from "./merge.js";
import type { MakeFilter } from "./postings.js";

/** Finds, by a field's value, the positions whose requirement on the field it can meet. */
export interface Table {
  /** Opens the lists of a single value in a merge. */
  open(value: unknown, context: object, merge: Merge): void;
}

/** Collects the requirements of one dimension, in two passes: all are measured before one is added. */
export interface TableBuilder<A extends Access = Access> {
  measure(requirement: Requirement<A>): void;
  /** The share of values, of those that the dimension knows, which meet a requirement. */
  selectivityOf(requirement: Requirement<A>): number;
  /** Puts a position where values find it that meet the requirement. Positions ascend. */
  add(requirement: Requirement<A>, position: number): void;
  /** The table; `undefined` where nothing was added. */
  build(makeFilter: MakeFilter): Table | undefined;
}
