import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "./candidate.js";
import { type Compare, comparePrecedence } from "./order.js";
import type { Scope } from "./scope.js";

/** The values of the option `fallback`. */
export const FALLBACKS = ["primary", "any", "none"] as const;

/** Which unconditional integrations may serve where no condition matches. */
export type Fallback = (typeof FALLBACKS)[number];

/** Where a default stands among the others: the preferred ones first, spare ones after them. */
export type DefaultRank = "preferred" | "spare";

/** What a default may be chosen for. */
export interface DefaultChoice extends Scope {
  readonly fallback: Fallback;
}

/** What one semantics has of its own in a selection; everything else they share. */
export interface SelectionRules {
  /** The order in which conditions are tried, which is that of an explanation too. */
  readonly compare: Compare;
  /** The order among those that have the identifier which the context names. */
  readonly compareNamed: Compare;
  /** The order among defaults. */
  readonly compareDefaults: Compare;
  /**
   * Whether only what has no conditions may be a default: otherwise what did not match is asked
   * about a second time.
   */
  readonly defaultsAreUnconditional: boolean;
  /** Whether an index over the conditions finds what is selected. */
  readonly isIndexed: boolean;
  /**
   * How well a candidate serves where no conditions pass; `undefined` where it may not serve at all.
   */
  defaultRankOf<T extends IntegrationLike>(
    candidate: Candidate<T>,
    choice: DefaultChoice,
  ): DefaultRank | undefined;
}

/** One order throughout, and only what has no conditions is a default. */
export const STANDARD_SELECTION: SelectionRules = {
  compare: comparePrecedence,
  compareNamed: comparePrecedence,
  compareDefaults: comparePrecedence,
  defaultsAreUnconditional: true,
  isIndexed: true,
  defaultRankOf: (candidate, choice) =>
    candidate.conditions.kind === "unconditional"
      ? rankByPrimary(candidate, choice.fallback, choice.integrationId !== undefined)
      : undefined,
};

/** Whether a candidate would have to be primary to be a default, and is not. */
export function needsPrimary<T extends IntegrationLike>({
  kind,
  channel,
  primary,
}: Candidate<T>): boolean {
  return kind === "delivery" && (channel === "email" || channel === "sms") && !primary;
}

/**
 * How well a candidate serves as a default, its conditions not looked at.
 *
 * @param isNamed - whether the context names it by its id, so that it need not be primary
 */
export function rankByPrimary<T extends IntegrationLike>(
  candidate: Candidate<T>,
  fallback: Fallback,
  isNamed: boolean,
): DefaultRank | undefined {
  if (fallback === "none") return undefined;
  if (isNamed || !needsPrimary(candidate)) return "preferred";
  return fallback === "any" ? "spare" : undefined;
}
