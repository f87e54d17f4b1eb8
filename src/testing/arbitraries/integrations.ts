import {
  type Arbitrary,
  array,
  boolean,
  constantFrom,
  date,
  integer,
  oneof,
  option,
  record,
} from "fast-check";
import type { Channel, ConditionGroup, Integration, Rules } from "../../integration.js";
import { conditionsFrom } from "./conditions.js";
import { type IntegrationOptions, type IntegrationsOptions, vocabularyOf } from "./options.js";
import { rulesFrom } from "./rules.js";

const PROVIDERS: { readonly [C in Channel | "agent"]: readonly string[] } = {
  in_app: ["novu"],
  email: ["sendgrid", "ses", "postmark"],
  sms: ["twilio", "sns"],
  chat: ["slack", "msteams"],
  push: ["fcm", "apns"],
  agent: ["anthropic"],
};

/** What says when a record is wanted. */
type Targeting = {
  readonly conditions?: readonly ConditionGroup<string>[];
  readonly rules?: Rules;
};

/** What a record is for. */
type Purpose = Pick<Integration, "providerId"> &
  ({ readonly channel: Channel } | { readonly kind: "agent" });

/**
 * Makes an integration's record: mostly active, of one of the channels and tenants, with conditions,
 * with rules or with neither. `parseIntegrations` finds no issue in it, whatever the options. It
 * shrinks to an active record of the first channel that has no conditions.
 *
 * @param options - the channels, the tenants, and what conditions and rules are about
 * @throws TypeError on an option that is none
 *
 * @example
 * ```ts
 * const emails = fc.sample(integration({ channels: ["email"] }), 20);
 * parseIntegrations(emails).issues; // []
 * ```
 */
export function integration(options: IntegrationOptions = {}): Arbitrary<Integration<string>> {
  const vocabulary = vocabularyOf(options);
  const tenants = constantFrom(...vocabulary.tenants);
  const targeting = targetingOf(conditionsFrom(vocabulary), rulesFrom(vocabulary));
  const parts = {
    tenant: tenants,
    purpose: purposeOf(vocabulary.channels),
    active: mostly(true, false),
    deleted: mostly(undefined, true),
    primary: boolean(),
    priority: option(integer({ min: 1, max: 3 }), { nil: undefined }),
    createdAt: option(createdAt, { nil: undefined }),
    targeting,
  };
  return record(parts).map(
    ({ tenant, purpose, active, deleted, primary, priority, createdAt, targeting }) => ({
      _environmentId: tenant.environmentId,
      _organizationId: tenant.organizationId,
      identifier: purpose.providerId,
      ...purpose,
      active,
      ...(deleted && { deleted }),
      ...(primary && { primary }),
      ...(priority !== undefined && { priority }),
      ...(createdAt !== undefined && { createdAt }),
      ...targeting,
    }),
  );
}

/**
 * Makes a list of {@link integration}s, each with an `_id` and an identifier of its own. It shrinks
 * to few and plain ones.
 *
 * @param options - those of {@link integration}, and how long the list is
 * @throws TypeError on an option that is none
 *
 * @example
 * ```ts
 * const lists = fc.sample(integrations({ minLength: 2, maxLength: 4 }), 20);
 * lists.every((list) => parseIntegrations(list).issues.length === 0); // true
 * ```
 */
export function integrations(
  options: IntegrationsOptions = {},
): Arbitrary<readonly Integration<string>[]> {
  const { minLength = 0, maxLength = 8 } = options;
  return array(integration(options), { minLength, maxLength }).map((records) =>
    records.map((made, index) => ({
      _id: `id-${index + 1}`,
      ...made,
      identifier: `${made.identifier}-${index + 1}`,
    })),
  );
}

const createdAt: Arbitrary<string> = date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2026-12-31T00:00:00Z"),
  noInvalidDate: true,
}).map((at) => at.toISOString());

/** An agent has no channel. */
function purposeOf(channels: readonly Channel[]): Arbitrary<Purpose> {
  const delivery = channels.flatMap((channel) =>
    PROVIDERS[channel].map((providerId): Purpose => ({ providerId, channel })),
  );
  const agents = PROVIDERS.agent.map((providerId): Purpose => ({ providerId, kind: "agent" }));
  return oneof(
    { withCrossShrink: true },
    { arbitrary: constantFrom(...delivery), weight: 9 },
    { arbitrary: constantFrom(...agents), weight: 1 },
  );
}

function targetingOf(
  conditions: Arbitrary<readonly ConditionGroup<string>[]> | undefined,
  rules: Arbitrary<Rules> | undefined,
): Arbitrary<Targeting> {
  const none: Targeting = {};
  return oneof(
    { withCrossShrink: true },
    { arbitrary: constantFrom(none), weight: 1 },
    ...(conditions
      ? [{ arbitrary: conditions.map((made) => ({ conditions: made })), weight: 1 }]
      : []),
    ...(rules ? [{ arbitrary: rules.map((made) => ({ rules: made })), weight: 1 }] : []),
  );
}

/** A flag that is as usual nine times in ten. */
function mostly<V>(usual: V, other: V): Arbitrary<V> {
  return oneof(
    { withCrossShrink: true },
    { arbitrary: constantFrom(usual), weight: 9 },
    { arbitrary: constantFrom(other), weight: 1 },
  );
}
