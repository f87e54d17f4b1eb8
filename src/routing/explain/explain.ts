import { type Redact, type Trace, traceTree } from "../../evaluate/trace.js";
import type { IntegrationLike, IntegrationRef } from "../../integration.js";
import { describe } from "../../issues/describe.js";
import type { Issue } from "../../issues/issue.js";
import type { ExplainCallOptions, Policy } from "../options.js";
import type { Candidate } from "../selection/candidate.js";
import { nameRecord } from "../selection/compiled.js";
import type { Places } from "../selection/places.js";
import { Query } from "../selection/query.js";
import { type Reason, toResolution } from "../selection/resolve.js";
import { isExcluded, isInScope, type ScopeMiss, scopeMissOf } from "../selection/scope.js";
import type { Strategy } from "../selection/strategy.js";

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

/** What an explanation asks of the list. */
export type Explained<T extends IntegrationLike> = Pick<
  Strategy<T>,
  "find" | "findBlocking" | "inOrder" | "size"
>;

/** Explains a query. */
export function explainQuery<T extends IntegrationLike>(
  strategy: Explained<T>,
  asked: Query<T>,
  { redact, limit }: Telling,
  places: Places,
): Explanation {
  const query = new Query<T>().read(asked.context, askingOnce(asked.policy));
  const selected = strategy.find(query);
  const blocking = strategy.findBlocking(query);
  const candidates: ExplainedCandidate[] = [];
  for (const candidate of strategy.inOrder()) {
    if (candidates.length >= limit) break;
    const integration = places.refOf(candidate);
    const outcome = candidate === selected ? "selected" : outcomeOf(candidate, query, blocking);
    candidates.push({ integration, outcome, ...detailsOf(candidate, query, integration, redact) });
  }
  return {
    ...(selected !== undefined && { selected: places.refOf(selected) }),
    reason: toResolution(selected, query, () => blocking !== undefined).reason,
    candidates,
    omitted: strategy.size - candidates.length,
  };
}

/** Asks the caller once about each record, so that an explanation cannot contradict itself. */
export function askingOnce<T extends IntegrationLike>(policy: Policy<T>): Policy<T> {
  const { exclude } = policy;
  if (exclude === undefined) return policy;
  const answers = new Map<T, boolean>();
  return {
    ...policy,
    exclude: (integration) => {
      const answer = answers.get(integration) ?? exclude(integration) === true;
      answers.set(integration, answer);
      return answer;
    },
  };
}

/** What is told of the conditions of a candidate, where it is in scope. */
function detailsOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  query: Query<T>,
  integration: IntegrationRef,
  redact: Redact | undefined,
): Pick<ExplainedCandidate, "issues" | "trace"> {
  if (!isInScope(candidate, query)) return {};
  const { conditions } = candidate;
  switch (conditions.kind) {
    case "unconditional":
      return {};
    case "invalid":
      return { issues: nameRecord(conditions.issues, integration) };
    case "conditional":
      return { trace: traceTree(conditions.tree, query.context, query.nowFor(conditions), redact) };
  }
}

/** What became of a candidate that was not selected. */
export function outcomeOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  query: Query<T>,
  blocking: Candidate<T> | undefined,
): Outcome {
  const miss = scopeMissOf(candidate, query);
  if (miss !== undefined) return miss;
  if (isExcluded(candidate, query.policy)) return "excluded";
  const { identifier } = query;
  if (identifier !== undefined) {
    return candidate.identifier === identifier ? "eligible" : "other-identifier";
  }
  const { conditions } = candidate;
  const { compare, defaultRankOf } = query.policy.selection;
  if (conditions.kind === "conditional" && query.meets(conditions)) {
    return blocking === undefined || compare(candidate, blocking) < 0
      ? "eligible"
      : "after-blocking";
  }
  const isDefault = defaultRankOf(candidate, query) !== undefined;
  if (isDefault && blocking === undefined) return "eligible";
  if (conditions.kind === "invalid") return "invalid";
  if (conditions.kind === "conditional") return "conditions-not-met";
  return isDefault ? "after-blocking" : "not-a-default";
}
