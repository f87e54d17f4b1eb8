import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../selection/candidate.js";
import { comparePrecedence } from "../selection/order.js";
import type { CandidateList, Change } from "../selection/strategy.js";
import type { Tenancy } from "../selection/tenancy.js";
import { CandidateIndex } from "./candidate-index.js";
import { countChanged } from "./count-changed.js";

/** Changes are kept apart up to this many, or up to the root of the size where that is more. */
const FEWEST_CHANGES = 64;

/**
 * The candidates of a list that changes: an index that never does, the candidates of it that are
 * gone, and a second, small index of those that came later. When there are too many changes, the two
 * become one.
 */
export class Layers<T extends IntegrationLike> implements CandidateList<T> {
  readonly size: number;
  readonly tenancy: Tenancy;
  readonly base: CandidateIndex<T>;
  /** Those that came later; missing where nothing has changed. */
  readonly later: CandidateIndex<T> | undefined;
  /** Those of the base that are gone. */
  readonly gone: ReadonlySet<Candidate<T>>;

  private constructor(
    base: CandidateIndex<T>,
    later: CandidateIndex<T> | undefined,
    gone: ReadonlySet<Candidate<T>>,
  ) {
    this.base = base;
    this.later = later;
    this.gone = gone;
    const layers = later === undefined ? [base] : [base, later];
    this.size = layers.reduce((sum, { ordered }) => sum + ordered.length, -gone.size);
    this.tenancy = {
      organizations: countChanged(
        layers.map(({ organizations }) => organizations),
        [...gone].map(({ organizationId }) => organizationId),
      ),
      environments: countChanged(
        layers.map(({ environments }) => environments),
        [...gone].map(({ environmentId }) => environmentId),
      ),
    };
  }

  /** Indexes candidates, given in any order. */
  static over<T extends IntegrationLike>(candidates: readonly Candidate<T>[]): Layers<T> {
    return new Layers(new CandidateIndex(candidates), undefined, new Set());
  }

  /** The same with some candidates gone and others come; this one stays as it is. */
  replace({ removed, added }: Change<T>): Layers<T> {
    const leaving = new Set(removed);
    const kept = (this.later?.ordered ?? []).filter((candidate) => !leaving.delete(candidate));
    const gone = new Set([...this.gone, ...leaving]);
    const fresh = [...kept, ...added];
    const { ordered } = this.base;
    const most = Math.max(FEWEST_CHANGES, Math.sqrt(ordered.length));
    return gone.size + fresh.length <= most
      ? new Layers(this.base, new CandidateIndex(fresh), gone)
      : Layers.over([...ordered.filter((candidate) => !gone.has(candidate)), ...fresh]);
  }

  inOrder(): readonly Candidate<T>[] {
    return this.#fromAll(({ ordered }) => ordered);
  }

  withId(id: string): readonly Candidate<T>[] {
    return this.#fromAll((layer) => layer.withId(id));
  }

  /** Those that are active and have an identifier, in the order of selection. */
  withIdentifier(identifier: string): readonly Candidate<T>[] {
    return this.#fromAll((layer) => layer.withIdentifier(identifier));
  }

  /** What every layer has, without what is gone, in order. */
  #fromAll(take: (layer: CandidateIndex<T>) => readonly Candidate<T>[]): readonly Candidate<T>[] {
    const base = take(this.base);
    if (this.later === undefined) return base;
    return [...base, ...take(this.later)]
      .filter((candidate) => !this.gone.has(candidate))
      .sort(comparePrecedence);
  }
}
