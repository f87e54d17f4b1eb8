import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../selection/candidate.js";
import type { Chain } from "../selection/chain.js";
import { comparePrecedence, firstOf } from "../selection/order.js";
import type { Query } from "../selection/query.js";
import { Scan } from "../selection/scan.js";
import type { DefaultRank } from "../selection/selection-rules.js";
import type { Change, Strategy } from "../selection/strategy.js";
import type { CandidateIndex } from "./candidate-index.js";
import { Layers } from "./layers.js";
import { type IsThere, MatchCursor } from "./match-cursor.js";
import type { Partition } from "./partition.js";

/** Looks up by the context's values which candidates can pass, and tries those in order. */
export class IndexStrategy<T extends IntegrationLike> implements Strategy<T> {
  readonly list: Layers<T>;
  /** Lent to one query at a time; a query inside another (`exclude` may ask one) gets its own. */
  #idleCursors: Cursors<T> | undefined = new Cursors();

  private constructor(list: Layers<T>) {
    this.list = list;
  }

  /** Indexes candidates, given in any order. */
  static over<T extends IntegrationLike>(candidates: readonly Candidate<T>[]): IndexStrategy<T> {
    return new IndexStrategy(Layers.over(candidates));
  }

  replace(change: Change<T>): IndexStrategy<T> {
    return new IndexStrategy(this.list.replace(change));
  }

  named(query: Query<T>, chain: Chain<T>): void {
    new Scan(this.list.withIdentifier(query.identifier ?? "")).named(query, chain);
  }

  matches(query: Query<T>, chain: Chain<T>): Candidate<T> | undefined {
    if (query.integrationId !== undefined) return this.#withId(query).matches(query, chain);
    const blocking = query.policy.onInvalid === "block" ? this.#firstInvalid(query) : undefined;
    const cursors = this.#idleCursors ?? new Cursors<T>();
    this.#idleCursors = undefined;
    try {
      this.#mergeMatches(query, blocking, cursors, chain);
    } finally {
      cursors.base.close();
      cursors.later.close();
      this.#idleCursors = cursors;
    }
    return blocking;
  }

  defaults(query: Query<T>, rank: DefaultRank, chain: Chain<T>): void {
    if (query.integrationId !== undefined) {
      this.#withId(query).defaults(query, rank, chain);
      return;
    }
    const { fallback } = query;
    if (fallback === "none" || (rank === "spare" && fallback !== "any")) return;
    const base = defaultsIn(this.list.base, query, rank);
    const later = defaultsIn(this.list.later, query, rank);
    const all = later.length === 0 ? base : [...base, ...later].sort(comparePrecedence);
    for (const candidate of all) {
      if (!this.#isThere(candidate, query)) continue;
      chain.take(candidate);
      if (chain.isComplete) return;
    }
  }

  /** The few that a query names by id. */
  #withId({ integrationId = "" }: Query<T>): Scan<T> {
    return new Scan(this.list.withId(integrationId));
  }

  /** Takes the matches of both layers in order, none of them after what blocks. */
  #mergeMatches(
    query: Query<T>,
    blocking: Candidate<T> | undefined,
    { base, later }: Cursors<T>,
    chain: Chain<T>,
  ): void {
    const isThere = this.#isOpen(query) ? undefined : this.#isThere;
    base.open(this.list.base.partitionFor(query), query);
    let own = base.next(query, isThere, blocking);
    if (this.list.later === undefined) {
      while (own !== undefined) {
        chain.take(own);
        if (chain.isComplete) return;
        own = base.next(query, isThere, blocking);
      }
      return;
    }
    later.open(this.list.later.partitionFor(query), query);
    for (;;) {
      const other = later.next(query, isThere, own ?? blocking);
      const match = other ?? own;
      if (match === undefined) return;
      chain.take(match);
      if (chain.isComplete) return;
      if (match === own) own = base.next(query, isThere, blocking);
    }
  }

  #firstInvalid(query: Query<T>): Candidate<T> | undefined {
    return firstOf(
      this.#firstThere(this.list.base.partitionFor(query)?.invalid, query),
      this.#firstThere(this.list.later?.partitionFor(query)?.invalid, query),
      comparePrecedence,
    );
  }

  #firstThere(
    candidates: readonly Candidate<T>[] = NOBODY,
    query: Query<T>,
  ): Candidate<T> | undefined {
    for (const candidate of candidates) if (this.#isThere(candidate, query)) return candidate;
    return undefined;
  }

  /** Whether every candidate of the query's partition takes part: that settles most of the scope. */
  #isOpen({ providerId, policy }: Query<T>): boolean {
    return this.list.gone.size === 0 && providerId === undefined && policy.exclude === undefined;
  }

  /** Whether a candidate of the query's partition takes part, where not all of them do. */
  readonly #isThere: IsThere<T> = (candidate, query) => {
    const { gone } = this.list;
    if (gone.size > 0 && gone.has(candidate)) return false;
    if (query.providerId !== undefined && candidate.providerId !== query.providerId) return false;
    return !query.excludes(candidate);
  };
}

/** One for each layer. */
class Cursors<T extends IntegrationLike> {
  readonly base = new MatchCursor<T>();
  readonly later = new MatchCursor<T>();
}

const NOBODY: readonly never[] = [];

function defaultsIn<T extends IntegrationLike>(
  layer: CandidateIndex<T> | undefined,
  query: Query<T>,
  rank: DefaultRank,
): readonly Candidate<T>[] {
  const partition: Partition<T> | undefined = layer?.partitionFor(query);
  if (partition === undefined) return NOBODY;
  return rank === "preferred" ? partition.preferred : partition.spares;
}
