import type { Semantics } from "../../conditions/reading/semantics.js";
import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import { defaultRankOf } from "./defaults.js";
import { compareAge, comparePrecedence, comparePriority } from "./precedence.js";
import type { Query } from "./query.js";

/** Tells which of two candidates goes first: negative where `a` does, positive where `b` does. */
export type Compare = <T extends IntegrationLike>(a: Candidate<T>, b: Candidate<T>) => number;

/** What one semantics of selection has of its own; everything else they share. */
export interface SelectionPolicy {
  /** The order in which conditions are tried, which is that of an explanation too. */
  readonly compare: Compare;
  /** The order among defaults. */
  readonly compareDefaults: Compare;
  /** Whether an index over the conditions finds what it selects. */
  readonly isIndexed: boolean;
  /**
   * The order among those that have the identifier which the context names.
   *
   * @param ordered - candidates in the order of `compare`
   */
  inNamedOrder<T extends IntegrationLike>(
    ordered: readonly Candidate<T>[],
  ): readonly Candidate<T>[];
  /**
   * How well a candidate serves where no conditions pass: 0 goes before 1, and `undefined` may not
   * serve at all.
   */
  defaultRankOf<T extends IntegrationLike>(
    candidate: Candidate<T>,
    query: Query<T>,
  ): 0 | 1 | undefined;
  /** Whether a candidate that was selected was selected by its conditions. */
  isMatch<T extends IntegrationLike>(selected: Candidate<T>, query: Query<T>): boolean;
}

/** One order throughout, and only what has no conditions is a default. */
export const STANDARD_SELECTION: SelectionPolicy = {
  compare: comparePrecedence,
  compareDefaults: comparePrecedence,
  isIndexed: true,
  inNamedOrder: (ordered) => ordered,
  defaultRankOf: (candidate, { policy, integrationId }) =>
    candidate.conditions.kind === "unconditional"
      ? defaultRankOf(candidate, policy.fallback, integrationId !== undefined)
      : undefined,
  isMatch: ({ conditions }) => conditions.kind === "conditional",
};

/** Conditions are tried by priority; a default is the newest, its conditions not looked at. */
const NOVU_SELECTION: SelectionPolicy = {
  compare: comparePriority,
  compareDefaults: compareAge,
  isIndexed: false,
  inNamedOrder: (ordered) => [...ordered].sort(comparePrecedence),
  defaultRankOf: (candidate, { policy }) => defaultRankOf(candidate, policy.fallback, false),
  isMatch: ({ conditions }, query) => conditions.kind === "conditional" && query.meets(conditions),
};

/** The policy of each semantics. */
export const SELECTION_POLICIES: { readonly [S in Semantics]: SelectionPolicy } = {
  standard: STANDARD_SELECTION,
  novu: NOVU_SELECTION,
};
