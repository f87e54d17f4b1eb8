import fc from "fast-check";
import type { ReferenceOptions, Row, Scoping } from "../selection.js";
import { type Context, conditionContext } from "./contexts.js";
import { listIn, ObjectId, recordChannel, type Tenancy, tenancy } from "./integrations.js";
import { readingOptions } from "./options.js";

/** One call: what it selects for, and how. */
export interface Request {
  readonly context: Context & Scoping;
  readonly options: ReferenceOptions;
}

/** A list and the calls made on it, one after the other. */
export interface Scenario {
  readonly list: readonly unknown[];
  readonly requests: readonly Request[];
}

/** `value` in a share of the contexts, elsewhere missing, `undefined` or `null`. */
function given(share: number, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: share, arbitrary: value },
    { weight: 100 - share, arbitrary: fc.constantFrom(undefined, null) },
  );
}

/** An id that the list mostly has, itself or as a database driver has it. */
function idOf(ids: readonly unknown[], other: unknown): fc.Arbitrary<unknown> {
  const [first] = ids;
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(first, first, new ObjectId(String(first))) },
    { weight: 1, arbitrary: fc.constant(other) },
  );
}

function scopingKeys({ organizations, environments }: Tenancy): fc.Arbitrary<Scoping> {
  return fc.record(
    {
      channel: given(97, recordChannel),
      kind: given(8, fc.constantFrom("delivery", "delivery", "agent", "other")),
      identifier: given(12, fc.constantFrom("one", "one", "two", "four", "")),
      integrationId: given(8, fc.constantFrom<unknown>("id-1", 7, new ObjectId("id-2"), "")),
      providerId: given(8, fc.constantFrom("sendgrid", "sendgrid", "ses", "")),
      organizationId: given(80, idOf(organizations, "org-b")),
      environmentId: given(80, idOf(environments, 1)),
    },
    { noNullPrototype: true },
  );
}

/** Scoping keys and data together. */
function selectionContext(of: Tenancy): fc.Arbitrary<Context & Scoping> {
  return fc
    .tuple(scopingKeys(of), conditionContext)
    .map(([keys, data]): Context & Scoping => ({ ...keys, ...data }));
}

function isNamedTwo(record: unknown): boolean {
  return (record as Row).identifier === "two";
}

/** Returns true for nothing: what is merely truthy does not exclude. */
function saysYes(): unknown {
  return "yes";
}

const optionParts: fc.Arbitrary<ReferenceOptions> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        scope: fc.constantFrom("strict", "open", undefined),
        fallback: fc.constantFrom("primary", "any", "any", "none", undefined),
        onInvalid: fc.constantFrom("skip", "block", "block", undefined),
        exclude: fc.constantFrom(isNamedTwo, saysYes, undefined),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
);

/** A value that no page names for its option. */
const wrongOption: fc.Arbitrary<ReferenceOptions> = fc.oneof(
  fc.constantFrom("loose", "", "Open", 1, true).map((scope) => ({ scope })),
  fc.constantFrom("all", "", "toString", false).map((fallback) => ({ fallback })),
  fc.constantFrom("throw", "", "SKIP", 0).map((onInvalid) => ({ onInvalid })),
);

/** What shapes a selection: mostly well, now and then with an option of a wrong value. */
const selectOptions: fc.Arbitrary<ReferenceOptions> = fc
  .tuple(
    readingOptions,
    fc.oneof({ weight: 30, arbitrary: optionParts }, { weight: 1, arbitrary: wrongOption }),
  )
  .map(([reading, parts]) => ({ ...reading, ...parts }));

function requestIn(of: Tenancy): fc.Arbitrary<Request> {
  return fc.record({ context: selectionContext(of), options: selectOptions });
}

/** One list and a few calls on it, whose options differ from one to the next. */
export const scenario: fc.Arbitrary<Scenario> = tenancy.chain((of) =>
  fc.record({
    list: listIn(of),
    requests: fc.array(requestIn(of), { minLength: 2, maxLength: 4 }),
  }),
);
