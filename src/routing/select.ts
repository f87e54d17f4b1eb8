import type { SelectionContext } from "../context.js";
import type { IntegrationLike } from "../integration.js";
import { type Explanation, explainQuery } from "./explain/explain.js";
import { resolveExplainSettings } from "./explain/explain-settings.js";
import type { ExplainOptions } from "./options.js";
import { FirstChoice, toResolution, WholeChain } from "./selection/chain.js";
import { readFreshList, scanInScope } from "./selection/fresh-list.js";
import { Places } from "./selection/places.js";
import type { Resolution } from "./selection/reason.js";
import { ScanStrategy } from "./selection/scan-strategy.js";
import { selectFrom } from "./selection/select-from.js";
import type { SelectOptions } from "./selection/select-options.js";

/**
 * Selects the integration that a message goes out through, from a list that comes fresh from a
 * database. Only the conditions that the selection reaches are parsed, and what was made of a
 * `conditions` array or a `rules` object is remembered by its identity: replace it, do not change it
 * in place.
 *
 * @param integrations - the records, in the order that decides where nothing else does
 * @param context - the message: what scopes the choice, and the data that conditions read
 * @param options - how to parse and to select
 * @returns the caller's own record; `undefined` where nothing may be used
 * @throws TypeError where the context lacks a channel or, in a list of several tenants, the tenant's
 *   key, and where an option has a value that it does not have
 *
 * @example
 * ```ts
 * const integration = selectIntegration(integrations, {
 *   channel: "email",
 *   organizationId: "org-acme",
 *   environmentId: "env-production",
 *   subscriber: { data: { plan: "enterprise" } },
 * });
 * ```
 */
export function selectIntegration<T extends IntegrationLike>(
  integrations: readonly T[],
  context: SelectionContext,
  options?: SelectOptions<T>,
): T | undefined {
  return resolveIntegration(integrations, context, options).integration;
}

/**
 * {@link selectIntegration} with the reason: `identifier`, `targeting-match` or `default`, and where
 * nothing is selected `blocked` or `none`.
 *
 * @throws TypeError as {@link selectIntegration} does
 *
 * @example
 * ```ts
 * const { integration, reason } = resolveIntegration(integrations, context);
 * if (integration === undefined) throw new Error(`not sent: ${reason}`);
 * ```
 */
export function resolveIntegration<T extends IntegrationLike>(
  integrations: readonly T[],
  context: SelectionContext,
  options?: SelectOptions<T>,
): Resolution<T> {
  const list = readFreshList(integrations, context, options);
  const choice = new FirstChoice<T>();
  const blocking = selectFrom(scanInScope(list), list.query, choice);
  return toResolution(choice, blocking);
}

/**
 * The failover chain: first what {@link selectIntegration} selects, then what it would select if
 * that were not in the list, and so on.
 *
 * @returns the caller's own records; empty where nothing may be used
 * @throws TypeError as {@link selectIntegration} does
 *
 * @example
 * ```ts
 * for (const integration of rankIntegrations(integrations, context)) {
 *   if (await trySending(integration, message)) break;
 * }
 * ```
 */
export function rankIntegrations<T extends IntegrationLike>(
  integrations: readonly T[],
  context: SelectionContext,
  options?: SelectOptions<T>,
): T[] {
  const list = readFreshList(integrations, context, options);
  const chain = new WholeChain<T>();
  selectFrom(scanInScope(list), list.query, chain);
  return chain.candidates.map(({ integration }) => integration);
}

/**
 * Explains a selection: what became of every integration of the list, and for those in scope how
 * each of their conditions fared. It costs far more than a selection.
 *
 * @param options - how to parse, to select and to tell
 * @returns plain data in which nothing of a record appears but what identifies it
 * @throws TypeError as {@link selectIntegration} does
 *
 * @example
 * ```ts
 * const explanation = explainSelection(integrations, context, {
 *   redact: ({ field }) => field.startsWith("data.email"),
 * });
 * console.log(formatExplanation(explanation));
 * ```
 */
export function explainSelection<T extends IntegrationLike>(
  integrations: readonly T[],
  context: SelectionContext,
  options?: ExplainOptions<T>,
): Explanation {
  const settings = resolveExplainSettings(options);
  const { candidates, query } = readFreshList(integrations, context, options);
  const strategy = new ScanStrategy(candidates, query.policy.rules.compare);
  return explainQuery(strategy, query, settings, new Places());
}
