import type { OperatorName } from "./operators/registry.js";
import type { Source } from "./sources.js";
import type { Scalar } from "./values/scalar.js";

/** The channels a delivery integration can have. */
export const CHANNELS = [
  "in_app",
  "email",
  "sms",
  "chat",
  "push",
] as const satisfies readonly string[];

/** A channel of Novu's integration DTO. */
export type Channel = (typeof CHANNELS)[number];

/** The kinds of integration; a record without one is a `delivery` integration. */
export const INTEGRATION_KINDS = ["delivery", "agent"] as const satisfies readonly string[];

/** What an integration is for: delivering messages, or connecting an agent. */
export type IntegrationKind = (typeof INTEGRATION_KINDS)[number];

/** The comparison types a group can give the conditions directly inside it. */
export const GROUP_TYPES = [
  "NUMBER",
  "DATE",
  "BOOLEAN",
  "TEXT",
  "GROUP",
  "STATEMENT",
  "LIST",
  "MULTI_LIST",
] as const satisfies readonly string[];

/**
 * A group's `type`: `NUMBER`, `DATE`, `BOOLEAN` and `TEXT` name the domain that the conditions
 * directly inside are compared in; under the other four it is inferred from the values.
 */
export type GroupType = (typeof GROUP_TYPES)[number];

/**
 * A condition, as people write it: `field` of the source `on`, compared with `value`.
 *
 * @typeParam Extra - the names of the caller's own sources, as given in the option `sources`.
 *
 * @example
 * ```ts
 * const inTheEu: Condition = {
 *   on: "subscriber",
 *   field: "data.country",
 *   operator: "IN",
 *   value: "DE, FR, {{tenant.homeCountry}}",
 * };
 * ```
 */
export interface Condition<Extra extends string = never> {
  readonly on: Source | Extra;
  /** A path inside the source: `plan`, `data.plan`, `items[0].sku`, `data["a.b"]`. */
  readonly field: string;
  readonly operator: OperatorName;
  /** Not read by `IS_DEFINED`, required by every other operator. */
  readonly value?: Scalar | readonly Scalar[];
}

/**
 * A group of conditions and further groups.
 *
 * @typeParam Extra - the names of the caller's own sources, as given in the option `sources`.
 *
 * @example
 * ```ts
 * const notOnTheFreePlan: ConditionGroup = {
 *   isNegated: true,
 *   type: "TEXT",
 *   value: "AND",
 *   children: [{ on: "subscriber", field: "data.plan", operator: "EQUAL", value: "free" }],
 * };
 * ```
 */
export interface ConditionGroup<Extra extends string = never> {
  /** Turns the result round. On a group without children it is an issue. */
  readonly isNegated?: boolean | null;
  /** `GROUP`, an inferred domain, when missing. */
  readonly type?: GroupType | null;
  /** `AND` passes when all children pass, `OR` when at least one does. */
  readonly value: "AND" | "OR";
  readonly children: readonly (Condition<Extra> | ConditionGroup<Extra>)[];
}

/**
 * Conditions as JSON Logic: an object with one key, an operator, and its arguments. What they may be
 * is checked when the rules are parsed.
 *
 * @example
 * ```ts
 * const inTheEu: Rules = { in: [{ var: "subscriber.data.country" }, ["DE", "FR"]] };
 * ```
 */
export interface Rules {
  readonly [operator: string]: unknown;
}

/**
 * What a selection asks of a record, loosely typed, so that an ORM's row fits as it is. Every other
 * property is carried through untouched and never read.
 */
export interface IntegrationLike {
  readonly _id?: unknown;
  readonly _environmentId?: unknown;
  readonly _organizationId?: unknown;
  readonly identifier?: string | null | undefined;
  readonly providerId?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly active?: boolean | null | undefined;
  readonly deleted?: boolean | null | undefined;
  readonly primary?: boolean | null | undefined;
  readonly priority?: number | null | undefined;
  readonly createdAt?: Date | string | number | null | undefined;
  readonly conditions?: unknown;
  /** Where there are any, they take the place of the conditions. */
  readonly rules?: unknown;
}

interface IntegrationBase<Extra extends string> {
  readonly _id?: string;
  readonly _environmentId: string;
  readonly _organizationId: string;
  readonly identifier: string;
  readonly providerId: string;
  readonly active: boolean;
  readonly deleted?: boolean;
  readonly primary?: boolean;
  /** Higher goes first; 0 when missing. */
  readonly priority?: number;
  /** Newer goes first among equals; oldest when missing. */
  readonly createdAt?: Date | string | number;
  /** Passes when any of the groups passes. */
  readonly conditions?: readonly ConditionGroup<Extra>[] | null;
  /** Take the place of the conditions, unless they are `{}`. */
  readonly rules?: Rules | null;
}

/** A record that delivers messages on a channel. */
export interface DeliveryIntegration<Extra extends string = never> extends IntegrationBase<Extra> {
  readonly kind?: "delivery" | null;
  readonly channel: Channel;
}

/** A record that connects an agent; it has no channel, or one that is not read. */
export interface AgentIntegration<Extra extends string = never> extends IntegrationBase<Extra> {
  readonly kind: "agent";
  readonly channel?: Channel | null;
}

/**
 * An integration record in Novu's format, strictly typed for people who write records by hand: a
 * wrong channel, operator or source is a compile error. Functions take any {@link IntegrationLike}.
 *
 * @typeParam Extra - the names of the caller's own sources, as given in the option `sources`.
 *
 * @example
 * ```ts
 * const sendgrid: Integration = {
 *   _environmentId: "env-eu",
 *   _organizationId: "org-acme",
 *   identifier: "sendgrid-eu",
 *   providerId: "sendgrid",
 *   channel: "email",
 *   active: true,
 *   primary: true,
 * };
 * ```
 */
export type Integration<Extra extends string = never> =
  | DeliveryIntegration<Extra>
  | AgentIntegration<Extra>;

/**
 * What identifies a record, and nothing else of it: the only part of a record that an issue or an
 * explanation carries.
 */
export interface IntegrationRef {
  readonly _id?: string;
  readonly identifier?: string;
  readonly providerId?: string;
  readonly channel?: string;
  /** Its place in the given list, from 0. */
  readonly index: number;
}
