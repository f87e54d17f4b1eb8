import { ConditionsError } from "../conditions/conditions-error.js";
import type { Issue } from "../conditions/issue.js";
import { resolveParseOptions } from "../conditions/parse-options.js";
import type { SelectionContext } from "../context.js";
import type { IntegrationLike } from "../integration.js";
import { type Candidate, readCandidates } from "./candidate.js";
import { compileAnew } from "./compiled.js";
import { type Explanation, explainQuery, resolveTelling, type Telling } from "./explain.js";
import {
  type CallOptions,
  type ExplainCallOptions,
  type Policy,
  type RouterOptions,
  resolvePolicy,
} from "./options.js";
import { comparePrecedence } from "./precedence.js";
import type { Query } from "./query.js";
import { rankCandidates } from "./rank.js";
import { findSelected, type Resolution, toResolution } from "./resolve.js";
import { readScope } from "./scope.js";
import { countTenants, requireTenant, type Tenancy } from "./tenancy.js";

/**
 * A list of integrations, parsed and compiled once. Its answers are exactly those of the functions
 * of the same names; a call's own options override the router's.
 */
export interface Router<T extends IntegrationLike> {
  /** What is wrong with the list, record by record. */
  readonly issues: readonly Issue[];
  /** How many integrations it holds; entries that are no objects are not among them. */
  readonly size: number;
  /** See {@link selectIntegration}. */
  select(context: SelectionContext, options?: CallOptions<T>): T | undefined;
  /** See {@link resolveIntegration}. */
  resolve(context: SelectionContext, options?: CallOptions<T>): Resolution<T>;
  /** See {@link rankIntegrations}. */
  rank(context: SelectionContext, options?: CallOptions<T>): T[];
  /** See {@link explainSelection}. */
  explain(context: SelectionContext, options?: ExplainCallOptions<T>): Explanation;
}

/**
 * Makes a router, for a list that stays: keep it, and call it for every message. It holds what it
 * read of the list; make another when the list changes.
 *
 * @param integrations - the records, in the order that decides where nothing else does
 * @param options - how to parse and to select; they hold for each call that does not say otherwise
 * @throws TypeError where the list is none or an option has a value that it does not have
 * @throws ConditionsError with every issue of the list, under `strict: true`, where there is one
 *
 * @example
 * ```ts
 * const router = createRouter(integrations, { onInvalid: "block" });
 * const integration = router.select({ channel: "email", subscriber: { data: { plan: "pro" } } });
 * ```
 */
export function createRouter<T extends IntegrationLike>(
  integrations: readonly T[],
  options: RouterOptions<T> = {},
): Router<T> {
  return new ScanRouter(integrations, options);
}

/** Holds the candidates in order and walks them for every call. */
class ScanRouter<T extends IntegrationLike> implements Router<T> {
  readonly issues: readonly Issue[];
  readonly #ordered: readonly Candidate<T>[];
  readonly #tenancy: Tenancy;
  readonly #policy: Policy<T>;
  readonly #telling: Telling;

  constructor(integrations: readonly T[], options: RouterOptions<T>) {
    const issues: Issue[] = [];
    const onIssue = (issue: Issue, all: readonly Issue[]): void => {
      issues.push(...all);
      if (options.strict !== true) options.onIssue?.(issue, all);
    };
    this.#policy = resolvePolicy(options);
    this.#telling = resolveTelling(options);
    const compile = compileAnew(resolveParseOptions(options), onIssue);
    const candidates = readCandidates(integrations, compile, onIssue);
    // Reading the conditions compiles them: a router has met every issue before its first message.
    for (const candidate of candidates) void candidate.conditions;
    if (options.strict === true && issues.length > 0)
      throw new ConditionsError(issues.sort(byRecord));
    this.issues = issues.sort(byRecord);
    this.#tenancy = countTenants(candidates);
    this.#ordered = candidates.sort(comparePrecedence);
  }

  get size(): number {
    return this.#ordered.length;
  }

  select(context: SelectionContext, options?: CallOptions<T>): T | undefined {
    return findSelected(this.#ordered, this.#query(context, options)).candidate?.integration;
  }

  resolve(context: SelectionContext, options?: CallOptions<T>): Resolution<T> {
    return toResolution(findSelected(this.#ordered, this.#query(context, options)));
  }

  rank(context: SelectionContext, options?: CallOptions<T>): T[] {
    const ranked = rankCandidates(this.#ordered, this.#query(context, options));
    return ranked.map(({ integration }) => integration);
  }

  explain(context: SelectionContext, options?: ExplainCallOptions<T>): Explanation {
    const query = this.#query(context, options);
    return explainQuery(this.#ordered, query, resolveTelling(options, this.#telling));
  }

  #query(context: SelectionContext, options: CallOptions<T> | undefined): Query<T> {
    const policy = resolvePolicy(options, this.#policy);
    const scope = readScope(context);
    requireTenant(scope, () => this.#tenancy, policy.scope);
    return { context, scope, policy };
  }
}

function byRecord(a: Issue, b: Issue): number {
  return (a.integration?.index ?? 0) - (b.integration?.index ?? 0);
}
