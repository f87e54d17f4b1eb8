import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import type { Chain } from "./chain.js";
import type { Query } from "./query.js";
import type { Offers } from "./select-from.js";
import type { DefaultRank } from "./selection-rules.js";

/** Offers candidates by walking through all of them. */
export class Scan<T extends IntegrationLike> implements Offers<T, Query<T>> {
  readonly #ordered: readonly Candidate<T>[];
  #byDefault: readonly Candidate<T>[] | undefined;

  /** @param ordered - in the order of selection */
  constructor(ordered: readonly Candidate<T>[]) {
    this.#ordered = ordered;
  }

  named(query: Query<T>, chain: Chain<T>): void {
    const { compare, compareNamed } = query.policy.rules;
    const isSame = compareNamed === compare;
    for (const candidate of isSame ? this.#ordered : [...this.#ordered].sort(compareNamed)) {
      if (candidate.identifier !== query.identifier || !query.admits(candidate)) continue;
      chain.take(candidate);
      if (chain.isComplete) return;
    }
  }

  matches(query: Query<T>, chain: Chain<T>): Candidate<T> | undefined {
    const blocks = query.policy.onInvalid === "block";
    for (const candidate of this.#ordered) {
      if (!query.admits(candidate)) continue;
      const { conditions } = candidate;
      if (conditions.kind === "conditional" && query.meets(conditions)) {
        chain.take(candidate);
        if (chain.isComplete) return undefined;
      }
      if (blocks && conditions.kind === "invalid") return candidate;
    }
    return undefined;
  }

  defaults(query: Query<T>, rank: DefaultRank, chain: Chain<T>): void {
    const { rules, fallback } = query.policy;
    if (fallback === "none" || (rank === "spare" && fallback !== "any")) return;
    for (const candidate of this.#inDefaultOrder(query)) {
      if (!query.admits(candidate) || rules.defaultRankOf(candidate, query) !== rank) continue;
      if (!rules.defaultsAreUnconditional && chain.has(candidate)) continue;
      chain.take(candidate);
      if (chain.isComplete) return;
    }
  }

  #inDefaultOrder({ policy: { rules } }: Query<T>): readonly Candidate<T>[] {
    if (rules.compareDefaults === rules.compare) return this.#ordered;
    this.#byDefault ??= [...this.#ordered].sort(rules.compareDefaults);
    return this.#byDefault;
  }
}
