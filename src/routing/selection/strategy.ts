import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Query } from "./query.js";
import type { Tenancy } from "./tenancy.js";

/**
 * One way of answering a router's queries. All give the same answers; they differ in what an answer
 * costs.
 */
export interface Strategy<T extends IntegrationLike> {
  /** How many candidates there are. */
  readonly size: number;
  readonly tenancy: Tenancy;
  /** What a query selects. */
  find(query: Query<T>): Candidate<T> | undefined;
  /** The invalid candidate that ends a query's search, where one does. */
  findBlocking(query: Query<T>): Candidate<T> | undefined;
  /** What a query could select, each if those before it were not there. */
  rank(query: Query<T>): Candidate<T>[];
  /** Every candidate with an id. */
  withId(id: string): readonly Candidate<T>[];
  /** Every candidate, in the order of selection. */
  inOrder(): Iterable<Candidate<T>>;
  /** The same strategy over other candidates; this one stays as it is. */
  replace(change: Change<T>): Strategy<T>;
}

/** Which candidates go, and which come. */
export interface Change<T extends IntegrationLike> {
  readonly removed: readonly Candidate<T>[];
  readonly added: readonly Candidate<T>[];
}
