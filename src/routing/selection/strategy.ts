import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Query } from "./query.js";
import type { Offers } from "./select-from.js";
import type { Tenancy } from "./tenancy.js";

/** The candidates of a list that stays. */
export interface CandidateList<T extends IntegrationLike> {
  readonly size: number;
  readonly tenancy: Tenancy;
  /** All of them, in the order of selection. */
  inOrder(): readonly Candidate<T>[];
  /** Those with an id, in the order of selection. */
  withId(id: string): readonly Candidate<T>[];
}

/**
 * One way of answering a router's queries. All give the same answers; they differ in what an answer
 * costs.
 */
export interface Strategy<T extends IntegrationLike> extends Offers<T, Query<T>> {
  readonly list: CandidateList<T>;
  /** The same strategy over other candidates; this one stays as it is. */
  replace(change: Change<T>): Strategy<T>;
}

/** Which candidates go, and which come. */
export interface Change<T extends IntegrationLike> {
  readonly removed: readonly Candidate<T>[];
  readonly added: readonly Candidate<T>[];
}
