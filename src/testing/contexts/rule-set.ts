import { STANDARD_DIALECT } from "../../conditions/dialect.js";
import { FieldTable } from "../../conditions/reading/field-table.js";
import { resolveParseOptions } from "../../conditions/reading/parse-options.js";
import { parseTargeting, readTargeting } from "../../conditions/targeting.js";
import type { SelectionContext } from "../../context.js";
import { CHANNELS, type IntegrationLike } from "../../integration.js";
import { idText } from "../../integration-ref.js";
import { createRouter, type Router } from "../../routing/router.js";
import type { SelectOptions } from "../../routing/selection/select-options.js";
import type { ConditionNode, Tree } from "../../tree/tree.js";
import { conditionsOf, hasCondition, usesClock } from "../../tree/walk.js";
import { isAbsent, isObject } from "../../values/kinds.js";

/** One integration of a rule set. */
export interface Target<T> {
  readonly integration: T;
  /** Its place in the list. */
  readonly index: number;
  /** `undefined` where it is unconditional or invalid. */
  readonly tree: Tree | undefined;
  readonly conditions: readonly ConditionNode[];
  /** The keys that bring it into scope. */
  readonly scope: SelectionContext;
}

/** A list, parsed as a selection parses it. */
export interface RuleSet<T extends IntegrationLike> {
  readonly targets: readonly Target<T>[];
  readonly router: Router<T>;
  /** Whether anything in it looks at the clock. */
  readonly usesClock: boolean;
}

/**
 * Reads a list.
 *
 * @throws TypeError where the list or an option is not what it should be
 */
export function readRuleSet<T extends IntegrationLike>(
  integrations: readonly T[],
  options: SelectOptions<T> | undefined,
): RuleSet<T> {
  const router = createRouter(integrations, options);
  // Boundaries are those of the package's own operators, whichever semantics the router selects by.
  const profile = resolveParseOptions(options);
  const fields = new FieldTable();
  const scopeOf = scopeReader(integrations, options?.scope === "open");
  const targets = integrations.flatMap((integration, index): Target<T>[] => {
    if (!isObject(integration)) return [];
    const { tree: parsed } = parseTargeting(
      readTargeting(integration),
      STANDARD_DIALECT,
      profile,
      fields,
    );
    const tree = parsed !== undefined && hasCondition(parsed) ? parsed : undefined;
    const conditions = tree === undefined ? [] : conditionsOf(tree);
    return [{ integration, index, tree, conditions, scope: scopeOf(integration) }];
  });
  const clocked = targets.some(({ tree }) => tree !== undefined && usesClock(tree));
  return { targets, router, usesClock: clocked };
}

/** Whether a record can be selected at all, as far as its own flags say. */
export function isInService({ integration }: Target<IntegrationLike>): boolean {
  return integration.active === true && integration.deleted !== true;
}

/** Says what a context must hold for a record: its channel or kind, and the tenant where there are several. */
function scopeReader(
  integrations: readonly IntegrationLike[],
  isOpen: boolean,
): (record: IntegrationLike) => SelectionContext {
  const tenantKey = (key: "organizationId" | "environmentId") => {
    const ids = integrations.map((record) => idText(record?.[`_${key}`]));
    const isNeeded = !isOpen && new Set(ids).size > 1;
    const someId = ids.find((id) => id !== undefined) ?? "none";
    return (record: IntegrationLike): SelectionContext =>
      isNeeded ? { [key]: idText(record[`_${key}`]) ?? someId } : {};
  };
  const organization = tenantKey("organizationId");
  const environment = tenantKey("environmentId");
  return (record) => ({
    ...(record.kind === "agent" ? { kind: "agent" } : { channel: channelOf(record) }),
    ...organization(record),
    ...environment(record),
  });
}

function channelOf({ channel }: IntegrationLike): (typeof CHANNELS)[number] {
  return CHANNELS.find((known) => known === channel) ?? "email";
}

/** Whether a record can be in scope under what is fixed of a context. */
export function fits<T extends IntegrationLike>(
  { integration }: Target<T>,
  fixed: SelectionContext,
): boolean {
  const { channel, kind, integrationId, providerId, environmentId, organizationId } = fixed;
  const isAgent = integration.kind === "agent";
  // Without a kind, a channel asks for what delivers on it.
  const isOfKind = isAbsent(kind) ? !isAgent || isAbsent(channel) : isAgent === (kind === "agent");
  return (
    isOfKind &&
    (isAgent || agrees(channel, integration.channel)) &&
    agrees(integrationId, integration._id) &&
    agrees(providerId, integration.providerId) &&
    agrees(environmentId, integration._environmentId) &&
    agrees(organizationId, integration._organizationId)
  );
}

function agrees(fixed: unknown, own: unknown): boolean {
  return isAbsent(fixed) || String(fixed) === idText(own);
}
