import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../selection/candidate.js";
import { comparePrecedence } from "../selection/order.js";
import type { Query } from "../selection/query.js";
import { Merge } from "./merge.js";
import type { Partition } from "./partition.js";

/** Whether a candidate of the query's partition takes part. */
export type IsThere<T extends IntegrationLike> = (
  candidate: Candidate<T>,
  query: Query<T>,
) => boolean;

/**
 * Goes through the candidates of one partition whose conditions pass, in order, trying no more of
 * them than it is asked for. It is made once and opened for every query, so that a query allocates
 * nothing.
 */
export class MatchCursor<T extends IntegrationLike> {
  readonly #merge = new Merge();
  #partition: Partition<T> | undefined;
  /** Whether the index says which positions are to be tried; all of them are without. */
  #isMerging = false;
  /** The position that is tried next; negative where there is none left. */
  #position = -1;

  /** Begins with a partition, where the query has one. */
  open(partition: Partition<T> | undefined, query: Query<T>): void {
    this.#partition = partition;
    this.#isMerging = partition?.open(query.context, this.#merge) === true;
    this.#position = -1;
    this.#advance();
  }

  /** Lets go of the partition. */
  close(): void {
    this.#partition = undefined;
  }

  /**
   * The next match, where there is one before a candidate that it has to come before.
   *
   * @param isThere - asked about each that is tried; missing where all take part
   * @param before - what comes after it stays to be tried
   */
  next(
    query: Query<T>,
    isThere: IsThere<T> | undefined,
    before: Candidate<T> | undefined,
  ): Candidate<T> | undefined {
    if (this.#partition === undefined) return undefined;
    const { conditional, conditions } = this.#partition;
    while (this.#position >= 0) {
      const position = this.#position;
      const candidate = conditional[position];
      if (candidate === undefined) return undefined;
      if (before !== undefined && comparePrecedence(before, candidate) < 0) return undefined;
      this.#advance();
      if (isThere !== undefined && !isThere(candidate, query)) continue;
      const own = conditions[position];
      if (own !== undefined && query.meets(own)) return candidate;
    }
    return undefined;
  }

  #advance(): void {
    this.#position = this.#isMerging ? this.#merge.next() : this.#position + 1;
  }
}
