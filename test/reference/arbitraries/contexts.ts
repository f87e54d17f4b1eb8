import fc from "fast-check";
import { fieldValue, listOf, rangeValue, valueNear } from "./values.js";

/** A context as data: its sources and, for a selection, its scoping keys. */
export type Context = Readonly<Record<string, unknown>>;

/** The name of the caller's own source in every random rule set. */
export const EXTRA_SOURCE = "account";

const plainSource: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    n: fieldValue("number"),
    d: fieldValue("date"),
    b: fieldValue("boolean"),
    t: fieldValue("text"),
    numbers: listOf("number"),
    dates: listOf("date"),
    tags: listOf("text"),
    flags: listOf("boolean"),
    range: rangeValue,
    data: fc.record({ amount: fieldValue("number"), "a.b": fieldValue("text") }),
    items: fc.array(fc.record({ sku: valueNear("text") }), { maxLength: 2 }),
    "a b": fc.record({ c: fieldValue("date") }),
  },
  { noNullPrototype: true },
);

/** Names that every object inherits, here as properties of its own. */
function withOwnOddNames(source: Record<string, unknown>): Record<string, unknown> {
  const { t, n } = source;
  const odd = { ...source };
  for (const name of ["__proto__", "constructor", "toString", "", "length", "00"]) {
    Object.defineProperty(odd, name, { value: name === "__proto__" ? { n } : t });
  }
  return odd;
}

/** The same values, none of them the object's own. */
function withInheritedValues(source: Record<string, unknown>): Record<string, unknown> {
  return Object.create(source);
}

/** What holds the values as its own, and is no object that a step can read. */
function withUnreadValues(source: Record<string, unknown>): fc.Arbitrary<unknown> {
  return fc.constantFrom<unknown>(
    Object.assign(new Date(0), source),
    Object.assign(["a"], source),
    Object.assign(() => "a", source),
  );
}

const oddSource: fc.Arbitrary<unknown> = fc.oneof(
  plainSource.map(withInheritedValues),
  plainSource.chain(withUnreadValues),
  fc.constantFrom<unknown>(undefined, null, "text", 10, new Date(0), [{ n: 10 }, "a"]),
);

/** What stands for one source of a context. */
const source: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: plainSource },
  { weight: 2, arbitrary: plainSource.map(withOwnOddNames) },
  { weight: 1, arbitrary: oddSource },
);

const MINUTE = 60_000;
const LEAP_DAY = Date.UTC(2024, 1, 29);

/** Clocks from which an hour, a day, a month or a year back there is a date of the pool. */
const clock: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown>(
      ...[0, MINUTE, 60 * MINUTE, 24 * 60 * MINUTE, 7 * 24 * 60 * MINUTE].map(
        (later) => LEAP_DAY + later,
      ),
      new Date(Date.UTC(2024, 2, 29)),
      new Date(Date.UTC(2024, 2, 31)),
      new Date(LEAP_DAY + 24 * 60 * MINUTE + 1),
      Date.UTC(2025, 1, 28),
      "2025-03-29",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(undefined, null, new Date(Number.NaN), "now", 9e15, {}),
  },
);

const context: fc.Arbitrary<Context> = fc.record(
  { subscriber: source, payload: source, tenant: source, [EXTRA_SOURCE]: source, now: clock },
  { requiredKeys: ["subscriber", "payload"] },
);

/** Contexts for conditions: their sources, now and then only inherited. */
export const conditionContext: fc.Arbitrary<Context> = fc.oneof(
  { weight: 30, arbitrary: context },
  { weight: 1, arbitrary: context.map((inherited): Context => Object.create(inherited)) },
);
