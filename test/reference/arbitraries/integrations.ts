import fc from "fast-check";
import type { Row } from "../selection.js";
import { validConditions } from "./conditions.js";
import { anyConditions, mistakenConditions } from "./mistakes.js";
import { DATE_STEPS, IMPOSSIBLE_DATES } from "./pool.js";
import { anyRules, validRules } from "./rules.js";

/** An id as a database driver has it: an object that prints as its text. */
export class ObjectId {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** The ids of organizations and environments that a list's records are spread over. */
export interface Tenancy {
  readonly organizations: readonly unknown[];
  readonly environments: readonly unknown[];
}

/** Mostly one tenant a list, now and then several, the same id in several forms, or none. */
export const tenancy: fc.Arbitrary<Tenancy> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ organizations: ["org-a"], environments: ["env-1"] }) },
  {
    weight: 1,
    arbitrary: fc.constant({
      organizations: ["org-a", new ObjectId("org-a")],
      environments: [1, "1"],
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ organizations: [undefined, null], environments: [undefined] }),
  },
  {
    weight: 2,
    arbitrary: fc.constant({
      organizations: ["org-a", "org-a", "org-b", new ObjectId("org-a")],
      environments: ["env-1"],
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constant({
      organizations: ["org-a", "org-a", undefined],
      environments: ["env-1", 1, null],
    }),
  },
);

/** Conditions that hold no condition: a record that has them is no one's in particular. */
const noConditions: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  undefined,
  null,
  [],
  [{ value: "AND", children: [] }],
  [
    { value: "OR", type: null, isNegated: null, children: [] },
    { value: "AND", children: [{ value: "OR", children: [] }] },
  ],
  [{ isNegated: true, value: "AND", children: [{ value: "AND", children: [] }] }],
);

/** Conditions that a good share of contexts meets. */
const easyConditions: fc.Arbitrary<unknown> = fc
  .constantFrom(
    { on: "subscriber", field: "t", operator: "IS_DEFINED" },
    { on: "subscriber", field: "n", operator: "LARGER", value: 9 },
    { on: "payload", field: "b", operator: "EQUAL", value: "true" },
    { on: "payload", field: "t", operator: "LIKE", value: "a%" },
  )
  .chain((condition) =>
    fc.constantFrom("AND", "OR").map((value) => [{ type: "TEXT", value, children: [condition] }]),
  );

const recordConditions: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: noConditions },
  { weight: 4, arbitrary: easyConditions },
  { weight: 4, arbitrary: validConditions },
  { weight: 1, arbitrary: mistakenConditions },
  { weight: 1, arbitrary: anyConditions },
);

/** Mostly none, so that conditions keep their turn. */
const recordRules: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<unknown>(undefined, undefined, null, {}) },
  { weight: 3, arbitrary: validRules },
  { weight: 1, arbitrary: anyRules },
);

export const recordChannel: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: fc.constant("email") },
  { weight: 3, arbitrary: fc.constant("push") },
  { weight: 1, arbitrary: fc.constantFrom("sms", "chat", "in_app") },
);

const priority: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, undefined) },
  { weight: 2, arbitrary: fc.constantFrom(1, 2, -1, 0.5) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(null, -0, Number.NaN, 1 / 0, -1 / 0, "5", 5n, true),
  },
);

const createdAt: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...DATE_STEPS.flat()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      new Date(1709164800000),
      new Date(Number.NaN),
      null,
      1709164800000n,
      "yesterday",
      ...IMPOSSIBLE_DATES.slice(0, 3),
    ),
  },
);

/** Mostly `common`, now and then one of the others. */
function mostly(common: unknown, ...others: unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(common) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

/** Records of one tenancy. */
export function integrationIn({ organizations, environments }: Tenancy): fc.Arbitrary<Row> {
  const delivery = fc.record(
    {
      _id: fc.constantFrom<unknown>("id-1", "id-2", 7, "7", new ObjectId("id-1"), undefined, null),
      _organizationId: fc.constantFrom(...organizations),
      _environmentId: fc.constantFrom(...environments),
      identifier: fc.constantFrom("one", "one", "two", "three", "", undefined, null),
      providerId: mostly("sendgrid", "ses", "", undefined),
      channel: recordChannel,
      kind: mostly(undefined, "delivery", "delivery", null, "agent", "other"),
      active: mostly(true, true, false, undefined, "true", 1),
      deleted: mostly(undefined, false, true, "true", null),
      primary: fc.constantFrom<unknown>(true, true, false, undefined, "true"),
      priority,
      createdAt,
      conditions: recordConditions,
      rules: recordRules,
      credentials: fc.constant({ apiKey: "a secret" }),
    },
    { noNullPrototype: true },
  );
  const agent = delivery.map((record): Row => ({ ...record, kind: "agent", channel: undefined }));
  return fc.oneof({ weight: 9, arbitrary: delivery }, { weight: 1, arbitrary: agent });
}

/** Lists of one tenancy, now and then with entries that are no records, or one record twice. */
export function listIn(of: Tenancy): fc.Arbitrary<readonly unknown[]> {
  const entry: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 30, arbitrary: integrationIn(of) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, undefined, "one", 1, true) },
  );
  return fc
    .tuple(fc.array(entry, { minLength: 3, maxLength: 8 }), fc.nat(5))
    .map(([list, place]) => (place === 0 ? [...list, ...list.slice(0, 1)] : list));
}
