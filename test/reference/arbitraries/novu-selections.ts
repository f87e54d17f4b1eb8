import fc from "fast-check";
import type { ReferenceOptions, Row, Scoping } from "../selection.js";
import type { Context } from "./contexts.js";
import { looseContext, novuConditions } from "./novu-conditions.js";
import { novuRule } from "./novu-rules.js";

const channel: fc.Arbitrary<string> = fc.constantFrom("email", "email", "email", "chat");

const record: fc.Arbitrary<Row> = fc.record(
  {
    identifier: fc.constantFrom("one", "two", "three"),
    providerId: fc.constantFrom("ses", "sendgrid"),
    _id: fc.constantFrom("id-1", "id-2", "id-3"),
    channel,
    kind: fc.constantFrom("delivery", "delivery", "delivery", "agent", undefined),
    active: fc.constantFrom(true, true, true, true, true, false),
    deleted: fc.constantFrom(false, false, false, true),
    primary: fc.boolean(),
    priority: fc.constantFrom<unknown>(0, 1, 2, undefined, Number.NaN),
    createdAt: fc.constantFrom<unknown>("2024-01-01", "2024-02-01", 0, "never", undefined),
    conditions: novuConditions,
    rules: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(undefined, {}) },
      { weight: 1, arbitrary: novuRule },
    ),
  },
  { requiredKeys: ["channel", "active"] },
);

function usuallyNone(value: string): fc.Arbitrary<string | undefined> {
  return fc.constantFrom(value, undefined, undefined, undefined, undefined);
}

const scoping: fc.Arbitrary<Scoping> = fc.record(
  {
    channel,
    kind: fc.constantFrom("delivery", undefined, undefined, undefined, "agent"),
    identifier: usuallyNone("one"),
    integrationId: usuallyNone("id-1"),
    providerId: usuallyNone("ses"),
  },
  { requiredKeys: ["channel"] },
);

function isTwo(row: unknown): boolean {
  return (row as Row).identifier === "two";
}

const options: fc.Arbitrary<ReferenceOptions> = fc.record({
  fallback: fc.constantFrom(undefined, undefined, "primary", "any", "none"),
  exclude: fc.constantFrom(undefined, undefined, isTwo),
  onInvalid: fc.constantFrom("skip", "block", undefined),
});

/** A list, a context and how to select, as Novu knows them; nothing in the list is invalid. */
export interface NovuScenario {
  readonly list: readonly unknown[];
  readonly context: Context & Scoping;
  readonly options: ReferenceOptions;
}

export const novuScenario: fc.Arbitrary<NovuScenario> = fc.record({
  list: fc.array(record, { minLength: 2, maxLength: 8 }),
  context: fc.tuple(looseContext, scoping).map(([data, keys]) => ({ ...data, ...keys })),
  options,
});
