import { type Arbitrary, constantFrom, oneof, option, tuple } from "fast-check";
import type { SelectionContext } from "../../context.js";
import { ContextOrder } from "../../tree/context-order.js";
import { place } from "../place.js";
import { type IntegrationOptions, vocabularyOf } from "./options.js";

/** What a field holds now and then that is none of its values. */
const ODD_VALUES: readonly unknown[] = ["stranger", 7, true, null, [], {}];

/**
 * Makes a context for the integrations, conditions and rules of the same options: with a channel and
 * a tenant of theirs, each field absent, one of its values, a list of these, or something else. It
 * shrinks to the first channel and no data. For a list that is there, see {@link contextFor}.
 *
 * @param options - the channels, the tenants, and the fields with their values
 * @throws TypeError on an option that is none
 *
 * @example
 * ```ts
 * const options = { channels: ["sms"], fields: { "subscriber.plan": ["pro"] } } as const;
 * const plans = fc.sample(context(options), 200).map(({ subscriber }) => subscriber);
 * plans.some((subscriber) => JSON.stringify(subscriber) === '{"plan":"pro"}'); // true
 * ```
 */
export function context(options: IntegrationOptions = {}): Arbitrary<SelectionContext> {
  const { pools, channels, tenants } = vocabularyOf(options);
  const assignments = pools.map(({ field, values }) => {
    const value = constantFrom<unknown[]>(...values);
    const list = tuple(value, constantFrom<unknown[]>(...values, "stranger"));
    const held = oneof(
      { withCrossShrink: true },
      { arbitrary: value, weight: 6 },
      { arbitrary: list, weight: 1 },
      { arbitrary: constantFrom(...ODD_VALUES), weight: 2 },
    );
    return option(
      held.map((made) => ({ field, value: made })),
      { nil: undefined, freq: 3 },
    );
  });
  const scope = tuple(constantFrom(...channels), constantFrom(...tenants));
  const fields = pools.map(({ field }) => field);
  const order = new ContextOrder({ trees: [], fields, sources: options.sources });
  return tuple(scope, tuple(...assignments)).map(([[channel, tenant], made]) =>
    order.sorted(
      place(
        { channel, ...tenant },
        made.filter((assignment) => assignment !== undefined),
      ),
    ),
  );
}
