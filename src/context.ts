import type { Channel, IntegrationKind } from "./integration.js";
import type { Source } from "./sources.js";

/**
 * What a predicate reads: one value a source. A value can be anything; conditions see the own
 * properties of plain data and nothing else.
 *
 * @typeParam Extra - the names of the caller's own sources, as given in the option `sources`.
 *
 * @example
 * ```ts
 * const context: ConditionContext<"account"> = {
 *   subscriber: { data: { plan: "enterprise" } },
 *   account: { region: "eu" },
 * };
 * ```
 */
export type ConditionContext<Extra extends string = never> = {
  readonly [Name in Source | Extra]?: unknown;
} & {
  /**
   * The clock of operators that are relative to it: a `Date` or epoch milliseconds. The current
   * time when absent.
   */
  readonly now?: Date | number | null | undefined;
};

/** The keys of a context that scope the choice, in the order in which they are documented. */
export const SCOPING_KEYS = [
  "channel",
  "kind",
  "identifier",
  "integrationId",
  "providerId",
  "organizationId",
  "environmentId",
] as const satisfies readonly (keyof SelectionContext)[];

/**
 * An id, as a context gives it. Ids are compared as text, `String(a) === String(b)`, so that a
 * database's id objects work as they are.
 */
export type Id = string | number | bigint | { toString(): string };

/**
 * One message's context: what scopes the choice, and the data that conditions read. A scoping key
 * that is `undefined` or `null` is not given; an empty string is given.
 *
 * @typeParam Extra - the names of the caller's own sources, as given in the option `sources`.
 *
 * @example
 * ```ts
 * const context: SelectionContext = {
 *   channel: "email",
 *   environmentId: "env-eu",
 *   organizationId: "org-acme",
 *   subscriber: { data: { plan: "enterprise", country: "DE" } },
 * };
 * ```
 */
export type SelectionContext<Extra extends string = never> = ConditionContext<Extra> & {
  /** Required unless `identifier` or `integrationId` is given, or `kind` is `agent`. */
  readonly channel?: Channel | null | undefined;
  /** Without it: `delivery`, or any kind where `identifier` or `integrationId` is given. */
  readonly kind?: IntegrationKind | null | undefined;
  /** Names the integration by its identifier; its conditions are then not looked at. */
  readonly identifier?: string | null | undefined;
  /** Holds the choice to the integration with this `_id`. */
  readonly integrationId?: Id | null | undefined;
  /** Holds the choice to one provider. */
  readonly providerId?: string | null | undefined;
  /** Required where the list holds records of more than one environment. */
  readonly environmentId?: Id | null | undefined;
  /** Required where the list holds records of more than one organization. */
  readonly organizationId?: Id | null | undefined;
};
