import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../selection/candidate.js";
import { comparePrecedence } from "../selection/precedence.js";
import type { Query } from "../selection/query.js";
import { rankCandidates } from "../selection/rank.js";
import { canBlock, findBlocking, findSelected } from "../selection/resolve.js";
import { isExcluded } from "../selection/scope.js";
import type { Change, Strategy } from "../selection/strategy.js";
import type { Tenancy } from "../selection/tenancy.js";
import { CandidateIndex } from "./candidate-index.js";
import { countChanged } from "./count-changed.js";
import { Merge } from "./merge.js";
import type { Partition } from "./partition.js";

/** Changes are kept apart up to this many, or up to the root of the size where that is more. */
const FEWEST_CHANGES = 64;

/**
 * Looks up by the context's values which candidates can pass, and tries those in order.
 *
 * It holds an index that never changes, the candidates of it that are gone, and a second, small
 * index of those that came later. Both are asked, and the first in order of what they find is the
 * answer. When there are too many changes, the two become one.
 */
export class IndexStrategy<T extends IntegrationLike> implements Strategy<T> {
  readonly size: number;
  readonly tenancy: Tenancy;
  readonly #parts: readonly CandidateIndex<T>[];
  readonly #gone: ReadonlySet<Candidate<T>>;
  /** Lent to one query at a time; a query inside another (`exclude` may ask one) gets its own. */
  #idleMerge: Merge | undefined = new Merge();

  private constructor(parts: readonly CandidateIndex<T>[], gone: ReadonlySet<Candidate<T>>) {
    this.#parts = parts;
    this.#gone = gone;
    this.size = parts.reduce((sum, { ordered }) => sum + ordered.length, -gone.size);
    this.tenancy = {
      organizations: countChanged(
        parts.map(({ organizations }) => organizations),
        [...gone].map(({ organizationId }) => organizationId),
      ),
      environments: countChanged(
        parts.map(({ environments }) => environments),
        [...gone].map(({ environmentId }) => environmentId),
      ),
    };
  }

  /** Indexes candidates, given in any order. */
  static over<T extends IntegrationLike>(candidates: readonly Candidate<T>[]): IndexStrategy<T> {
    return new IndexStrategy([new CandidateIndex(candidates)], new Set());
  }

  find(query: Query<T>): Candidate<T> | undefined {
    const named = this.#named(query);
    if (named !== undefined) return findSelected(named, query);
    const blocking = canBlock(query) ? this.findBlocking(query) : undefined;
    const match = this.#findMatch(query, blocking);
    return match !== undefined || blocking !== undefined ? match : this.#findDefault(query);
  }

  findBlocking(query: Query<T>): Candidate<T> | undefined {
    if (!canBlock(query)) return undefined;
    const named = this.#named(query);
    if (named !== undefined) return findBlocking(named, query);
    let first: Candidate<T> | undefined;
    for (const part of this.#parts) {
      const partition = part.partitionFor(query);
      if (partition !== undefined) {
        first = earlier(first, this.#firstThere(partition.invalid, query));
      }
    }
    return first;
  }

  rank(query: Query<T>): Candidate<T>[] {
    const named = this.#named(query);
    if (named !== undefined) return rankCandidates(named, query);
    const blocking = this.findBlocking(query);
    const matches: Candidate<T>[] = [];
    const preferred: Candidate<T>[] = [];
    const spares: Candidate<T>[] = [];
    for (const part of this.#parts) {
      const partition = part.partitionFor(query);
      if (partition === undefined) continue;
      this.#matchesIn(partition, query, blocking, matches);
      if (blocking !== undefined) continue;
      this.#collectThere(defaultsOf(partition, query), query, preferred);
      this.#collectThere(sparesOf(partition, query), query, spares);
    }
    const ranked = [matches, preferred, spares];
    // Each part gives its own in order: only where there are two is there anything to sort.
    if (this.#parts.length > 1) for (const list of ranked) list.sort(comparePrecedence);
    return [...matches, ...preferred, ...spares];
  }

  withId(id: string): readonly Candidate<T>[] {
    return this.#fromAll((part) => part.withId(id));
  }

  inOrder(): Iterable<Candidate<T>> {
    return this.#fromAll(({ ordered }) => ordered);
  }

  replace({ removed, added }: Change<T>): IndexStrategy<T> {
    const [base, later] = this.#parts;
    if (base === undefined) return IndexStrategy.over(added);
    const leaving = new Set(removed);
    const kept = (later?.ordered ?? []).filter((candidate) => !leaving.delete(candidate));
    const gone = new Set([...this.#gone, ...leaving]);
    const fresh = [...kept, ...added];
    const most = Math.max(FEWEST_CHANGES, Math.sqrt(base.ordered.length));
    if (gone.size + fresh.length <= most) {
      return new IndexStrategy([base, new CandidateIndex(fresh)], gone);
    }
    return IndexStrategy.over([
      ...base.ordered.filter((candidate) => !gone.has(candidate)),
      ...fresh,
    ]);
  }

  /** The few that a query names by identifier or id, in order; `undefined` where it names none. */
  #named({ identifier, integrationId }: Query<T>): readonly Candidate<T>[] | undefined {
    if (identifier !== undefined) return this.#fromAll((part) => part.withIdentifier(identifier));
    return integrationId === undefined ? undefined : this.withId(integrationId);
  }

  /** What every part has, without what is gone, in order. */
  #fromAll(take: (part: CandidateIndex<T>) => readonly Candidate<T>[]): readonly Candidate<T>[] {
    const [only, ...others] = this.#parts.map(take);
    if (only === undefined) return [];
    if (others.length === 0 && this.#gone.size === 0) return only;
    return [only, ...others]
      .flat()
      .filter((candidate) => !this.#gone.has(candidate))
      .sort(comparePrecedence);
  }

  /** The first match before a candidate, where there is one to stay before. */
  #findMatch(query: Query<T>, before: Candidate<T> | undefined): Candidate<T> | undefined {
    let match: Candidate<T> | undefined;
    for (const part of this.#parts) {
      const partition = part.partitionFor(query);
      if (partition === undefined) continue;
      match = this.#matchesIn(partition, query, match ?? before) ?? match;
    }
    return match;
  }

  /**
   * Goes through the matches of a partition in order.
   *
   * @param before - a candidate that matches must come before, where there is one
   * @param into - collects them all; without it the first is enough
   * @returns the first match, where only that is wanted
   */
  #matchesIn(
    partition: Partition<T>,
    query: Query<T>,
    before: Candidate<T> | undefined,
    into?: Candidate<T>[],
  ): Candidate<T> | undefined {
    if (!partition.isIndexed) return this.#tryAll(partition, query, before, into);
    const merge = this.#idleMerge ?? new Merge();
    this.#idleMerge = undefined;
    try {
      return partition.open(query.context, merge)
        ? this.#tryOpen(partition, query, before, into, merge)
        : this.#tryAll(partition, query, before, into);
    } finally {
      this.#idleMerge = merge;
    }
  }

  #tryAll(
    partition: Partition<T>,
    query: Query<T>,
    before: Candidate<T> | undefined,
    into: Candidate<T>[] | undefined,
  ): Candidate<T> | undefined {
    const { conditional, conditions } = partition;
    const isOpen = this.#isOpen(query);
    for (let position = 0; position < conditions.length; position++) {
      const candidate = conditional[position];
      if (candidate === undefined || isBeyond(candidate, before)) return undefined;
      if (!isOpen && !this.#isThere(candidate, query)) continue;
      const own = conditions[position];
      if (own === undefined || !query.meets(own)) continue;
      if (into === undefined) return candidate;
      into.push(candidate);
    }
    return undefined;
  }

  #tryOpen(
    { conditional, conditions }: Partition<T>,
    query: Query<T>,
    before: Candidate<T> | undefined,
    into: Candidate<T>[] | undefined,
    merge: Merge,
  ): Candidate<T> | undefined {
    const isOpen = this.#isOpen(query);
    for (let position = merge.next(); position >= 0; position = merge.next()) {
      const candidate = conditional[position];
      if (candidate === undefined || isBeyond(candidate, before)) return undefined;
      if (!isOpen && !this.#isThere(candidate, query)) continue;
      const own = conditions[position];
      if (own === undefined || !query.meets(own)) continue;
      if (into === undefined) return candidate;
      into.push(candidate);
    }
    return undefined;
  }

  #findDefault(query: Query<T>): Candidate<T> | undefined {
    let preferred: Candidate<T> | undefined;
    let spare: Candidate<T> | undefined;
    for (const part of this.#parts) {
      const partition = part.partitionFor(query);
      if (partition === undefined) continue;
      preferred = earlier(preferred, this.#firstThere(defaultsOf(partition, query), query));
      spare = earlier(spare, this.#firstThere(sparesOf(partition, query), query));
    }
    return preferred ?? spare;
  }

  #firstThere(candidates: readonly Candidate<T>[], query: Query<T>): Candidate<T> | undefined {
    for (const candidate of candidates) if (this.#isThere(candidate, query)) return candidate;
    return undefined;
  }

  /** One by one: a call takes only so many arguments, and a list may hold more. */
  #collectThere(candidates: readonly Candidate<T>[], query: Query<T>, into: Candidate<T>[]): void {
    for (const candidate of candidates) if (this.#isThere(candidate, query)) into.push(candidate);
  }

  /** Whether every candidate of the query's partition takes part: that settles most of the scope. */
  #isOpen({ providerId, policy }: Query<T>): boolean {
    return this.#gone.size === 0 && providerId === undefined && policy.exclude === undefined;
  }

  /** Whether a candidate of the query's partition takes part, where not all of them do. */
  #isThere(candidate: Candidate<T>, query: Query<T>): boolean {
    if (this.#gone.size > 0 && this.#gone.has(candidate)) return false;
    const { providerId, policy } = query;
    if (providerId !== undefined && candidate.providerId !== providerId) return false;
    return policy.exclude === undefined || !isExcluded(candidate, policy);
  }
}

const NOBODY: readonly never[] = [];

/** The candidates that may be a default before others. */
function defaultsOf<T extends IntegrationLike>(
  { preferred }: Partition<T>,
  { policy }: Query<T>,
): readonly Candidate<T>[] {
  return policy.fallback === "none" ? NOBODY : preferred;
}

/** The candidates that may be a default where no other may. */
function sparesOf<T extends IntegrationLike>(
  { spares }: Partition<T>,
  { policy }: Query<T>,
): readonly Candidate<T>[] {
  return policy.fallback === "any" ? spares : NOBODY;
}

function isBeyond<T extends IntegrationLike>(
  candidate: Candidate<T>,
  before: Candidate<T> | undefined,
): boolean {
  return before !== undefined && comparePrecedence(before, candidate) < 0;
}

function earlier<T extends IntegrationLike>(
  a: Candidate<T> | undefined,
  b: Candidate<T> | undefined,
): Candidate<T> | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return comparePrecedence(a, b) <= 0 ? a : b;
}
