import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Compare } from "./order.js";
import { Scan } from "./scan.js";
import type { CandidateList, Change, Strategy } from "./strategy.js";
import { countTenants, type Tenancy } from "./tenancy.js";

/** Walks the candidates in order for every query. */
export class ScanStrategy<T extends IntegrationLike> extends Scan<T> implements Strategy<T> {
  readonly list: SortedList<T>;
  readonly #compare: Compare;

  /** @param compare - the order of selection */
  constructor(candidates: readonly Candidate<T>[], compare: Compare) {
    const list = new SortedList(candidates, compare);
    super(list.inOrder());
    this.list = list;
    this.#compare = compare;
  }

  replace({ removed, added }: Change<T>): ScanStrategy<T> {
    const gone = new Set(removed);
    const kept = this.list.inOrder().filter((candidate) => !gone.has(candidate));
    return new ScanStrategy([...kept, ...added], this.#compare);
  }
}

/** Candidates that are found by walking through them. */
class SortedList<T extends IntegrationLike> implements CandidateList<T> {
  readonly tenancy: Tenancy;
  readonly #ordered: readonly Candidate<T>[];

  constructor(candidates: readonly Candidate<T>[], compare: Compare) {
    this.tenancy = countTenants(candidates);
    this.#ordered = [...candidates].sort(compare);
  }

  get size(): number {
    return this.#ordered.length;
  }

  inOrder(): readonly Candidate<T>[] {
    return this.#ordered;
  }

  withId(id: string): readonly Candidate<T>[] {
    return this.#ordered.filter((candidate) => candidate.id === id);
  }
}
