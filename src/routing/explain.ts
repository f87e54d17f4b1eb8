import { describe } from "../conditions/describe.js";
import { refOf } from "../conditions/integration-ref.js";
import type { Issue } from "../conditions/issue.js";
import { type Redact, type Trace, traceTree } from "../evaluate/trace.js";
import type { IntegrationLike, IntegrationRef } from "../integration.js";
import type { Candidate } from "./candidate.js";
import { defaultRankOf } from "./defaults.js";
import type { ExplainCallOptions } from "./options.js";
import { comparePrecedence } from "./precedence.js";
import type { Query } from "./query.js";
import { findSelected, type Reason } from "./resolve.js";
import { isInScope, type ScopeMiss, scopeMissOf } from "./scope.js";

/** What became of one integration; where several would do, the first that decides. */
export type Outcome =
  | "selected"
  /** It would have been selected, had those before it in order not been there. */
  | "eligible"
  | "conditions-not-met"
  /** It has no conditions, and may not serve as a default. */
  | "not-a-default"
  /** It would have been eligible, had no integration with invalid conditions blocked it. */
  | "after-blocking"
  | "excluded"
  | "other-identifier"
  | "invalid"
  | ScopeMiss;

/** One integration of the list, and what became of it. */
export interface ExplainedCandidate {
  readonly integration: IntegrationRef;
  readonly outcome: Outcome;
  /** What is wrong with its conditions, where it is in scope and something is. */
  readonly issues?: readonly Issue[];
  /** How its conditions fared, where it is in scope and has any. */
  readonly trace?: Trace;
}

/** Why a context selects what it selects. Plain data, safe to log and to serialise. */
export interface Explanation {
  /** What was selected; missing where nothing was. */
  readonly selected?: IntegrationRef;
  readonly reason: Reason;
  /** The integrations of the list, in the order of selection. */
  readonly candidates: readonly ExplainedCandidate[];
  /** How many more integrations there are that the option `limit` left out. */
  readonly omitted: number;
}

/** How an explanation is told: the options that a selection does not have. */
export interface Telling {
  readonly redact: Redact | undefined;
  readonly limit: number;
}

/**
 * Fills the defaults in, from the options of the call and then those of the router.
 *
 * @throws TypeError on a value that an option does not have
 */
export function resolveTelling<T>(
  options: ExplainCallOptions<T> | undefined,
  defaults: Telling = { redact: undefined, limit: Number.POSITIVE_INFINITY },
): Telling {
  const { redact = defaults.redact, limit = defaults.limit } = options ?? {};
  if (redact !== undefined && typeof redact !== "function") {
    throw new TypeError(`redact: found ${describe(redact)}; expected a function`);
  }
  if (typeof limit !== "number" || !(limit >= 0)) {
    throw new TypeError(`limit: found ${describe(limit)}; expected a number, 0 or more`);
  }
  return { redact, limit };
}

/**
 * Explains a query.
 *
 * @param ordered - the candidates, first in order first
 */
export function explainQuery<T extends IntegrationLike>(
  ordered: readonly Candidate<T>[],
  query: Query<T>,
  { redact, limit }: Telling,
): Explanation {
  const { candidate: selected, reason } = findSelected(ordered, query);
  const blocking = findBlocking(ordered, query);
  const explained = ordered.slice(0, limit).map((candidate): ExplainedCandidate => {
    const integration = refOf(candidate.integration, candidate.index);
    const miss = missOf(candidate, query);
    if (miss !== undefined) return { integration, outcome: miss };
    const { conditions } = candidate;
    const outcome =
      candidate === selected ? "selected" : outcomeInScope(candidate, query, blocking);
    if (conditions.kind === "unconditional") return { integration, outcome };
    if (conditions.kind === "invalid") return { integration, outcome, issues: conditions.issues };
    return { integration, outcome, trace: traceTree(conditions.tree, query.context, redact) };
  });
  return {
    ...(selected !== undefined && { selected: refOf(selected.integration, selected.index) }),
    reason,
    candidates: explained,
    omitted: ordered.length - explained.length,
  };
}

function missOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  { scope, policy }: Query<T>,
): ScopeMiss | "excluded" | undefined {
  const miss = scopeMissOf(candidate, scope);
  if (miss !== undefined) return miss;
  return policy.exclude?.(candidate.integration) === true ? "excluded" : undefined;
}

/** The candidate that ends the search for matches and defaults, where one does. */
function findBlocking<T extends IntegrationLike>(
  ordered: readonly Candidate<T>[],
  { scope, policy }: Query<T>,
): Candidate<T> | undefined {
  if (policy.onInvalid !== "block" || scope.identifier !== undefined) return undefined;
  return ordered.find(
    (candidate) => isInScope(candidate, scope, policy) && candidate.conditions.kind === "invalid",
  );
}

function outcomeInScope<T extends IntegrationLike>(
  candidate: Candidate<T>,
  query: Query<T>,
  blocking: Candidate<T> | undefined,
): Outcome {
  const { context, scope } = query;
  if (scope.identifier !== undefined) {
    return candidate.identifier === scope.identifier ? "eligible" : "other-identifier";
  }
  const { conditions } = candidate;
  if (conditions.kind === "invalid") return "invalid";
  if (conditions.kind === "unconditional") {
    if (defaultRankOf(candidate, query) === undefined) return "not-a-default";
    return blocking === undefined ? "eligible" : "after-blocking";
  }
  if (!conditions.passes(context)) return "conditions-not-met";
  return blocking === undefined || comparePrecedence(candidate, blocking) < 0
    ? "eligible"
    : "after-blocking";
}
