import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Query } from "./query.js";
import { rankCandidates } from "./rank.js";
import { findBlocking, findSelected } from "./resolve.js";
import type { Compare } from "./selection-policy.js";
import type { Change, Strategy } from "./strategy.js";
import { countTenants, type Tenancy } from "./tenancy.js";

/** Walks the candidates in order for every query. */
export class ScanStrategy<T extends IntegrationLike> implements Strategy<T> {
  readonly tenancy: Tenancy;
  readonly #ordered: readonly Candidate<T>[];

  readonly #compare: Compare;

  /** @param compare - the order of selection */
  constructor(candidates: readonly Candidate<T>[], compare: Compare) {
    this.tenancy = countTenants(candidates);
    this.#compare = compare;
    this.#ordered = [...candidates].sort(compare);
  }

  get size(): number {
    return this.#ordered.length;
  }

  find(query: Query<T>): Candidate<T> | undefined {
    return findSelected(this.#ordered, query);
  }

  findBlocking(query: Query<T>): Candidate<T> | undefined {
    return findBlocking(this.#ordered, query);
  }

  rank(query: Query<T>): Candidate<T>[] {
    return rankCandidates(this.#ordered, query);
  }

  withId(id: string): readonly Candidate<T>[] {
    return this.#ordered.filter((candidate) => candidate.id === id);
  }

  inOrder(): Iterable<Candidate<T>> {
    return this.#ordered;
  }

  replace({ removed, added }: Change<T>): ScanStrategy<T> {
    const gone = new Set(removed);
    const kept = this.#ordered.filter((candidate) => !gone.has(candidate));
    return new ScanStrategy([...kept, ...added], this.#compare);
  }
}
