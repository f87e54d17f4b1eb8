import { traceEvaluable } from "../../evaluate/trace.js";
import type { IntegrationLike, IntegrationRef } from "../../integration.js";
import type { Issue } from "../../issues/issue.js";
import { nameRecord } from "../../issues/record-issues.js";
import type { Trace } from "../../tree/trace.js";
import type { Candidate } from "../selection/candidate.js";
import { reasonOf, WholeChain } from "../selection/chain.js";
import type { Places } from "../selection/places.js";
import type { Query } from "../selection/query.js";
import type { Reason } from "../selection/reason.js";
import { type ScopeMiss, scopeMissOf } from "../selection/scope.js";
import { selectFrom } from "../selection/select-from.js";
import type { Strategy } from "../selection/strategy.js";
import type { ExplainSettings } from "./explain-settings.js";

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

/** Explains a query. */
export function explainQuery<T extends IntegrationLike>(
  strategy: Strategy<T>,
  query: Query<T>,
  { redact, limit }: ExplainSettings,
  places: Places,
): Explanation {
  const chain = new WholeChain<T>();
  const blocking = selectFrom(strategy, query, chain);
  const candidates: ExplainedCandidate[] = [];
  for (const candidate of strategy.list.inOrder()) {
    if (candidates.length >= limit) break;
    const integration = places.refOf(candidate);
    const outcome = outcomeOf(candidate, query, chain);
    candidates.push({ integration, outcome, ...detailsOf(candidate, query, integration, redact) });
  }
  const [selected] = chain.candidates;
  return {
    ...(selected !== undefined && { selected: places.refOf(selected) }),
    reason: reasonOf(chain, blocking),
    candidates,
    omitted: strategy.list.size - candidates.length,
  };
}

/** What is told of the conditions of a candidate, where it is in scope. */
function detailsOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  query: Query<T>,
  integration: IntegrationRef,
  redact: ExplainSettings["redact"],
): Pick<ExplainedCandidate, "issues" | "trace"> {
  if (!query.admits(candidate)) return {};
  const { conditions } = candidate;
  switch (conditions.kind) {
    case "unconditional":
      return {};
    case "invalid":
      return { issues: nameRecord(conditions.issues, integration) };
    case "conditional": {
      const { context } = query;
      const now = query.nowFor(conditions);
      return { trace: traceEvaluable(conditions.evaluable, context, now, redact) };
    }
  }
}

/**
 * What became of a candidate.
 *
 * @param chain - everything that the query selects, one after the other
 */
export function outcomeOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  query: Query<T>,
  chain: WholeChain<T>,
): Outcome {
  if (candidate === chain.candidates[0]) return "selected";
  if (chain.has(candidate)) return "eligible";
  const miss = scopeMissOf(candidate, query);
  if (miss !== undefined) return miss;
  if (query.excludes(candidate)) return "excluded";
  if (query.identifier !== undefined) return "other-identifier";
  const { conditions } = candidate;
  switch (conditions.kind) {
    case "invalid":
      return "invalid";
    case "conditional":
      return query.meets(conditions) ? "after-blocking" : "conditions-not-met";
    case "unconditional":
      return query.policy.rules.defaultRankOf(candidate, query) === undefined
        ? "not-a-default"
        : "after-blocking";
  }
}
