import { describe, expect, test } from "@jest/globals";
import { createRouter, type Router } from "integration-router";
import { condition, group, type Raw } from "../../support/build.js";
import { message, type Row, row } from "../support/rows.js";

// How many integrations are tried at all, told by a getter in the context that every one of them
// reads: the answers alone would not show that an index is there.

const COUNT = 1_000;

/** Passes in every context below, and is the first to be read wherever conditions are tried. */
const PROBE = condition("NOT_EQUAL", "nothing", "probe");

interface Workload {
  readonly name: string;
  /** What the integration at a place requires beside the probe. */
  readonly requires: (place: number) => readonly Raw[];
  readonly payload: Raw;
  /** How many integrations match. */
  readonly matches: number;
  /** How many may be tried. */
  readonly most: number;
}

const plan = (place: number): Raw => condition("EQUAL", `plan-${place % 5}`, "plan");
const tenant = (place: number): Raw => condition("EQUAL", `tenant-${place}`, "tenant");
const day = (place: number): string => new Date(Date.UTC(2000, 0, 1 + place)).toISOString();
const negated = (...children: readonly Raw[]): Raw => group(children, { isNegated: true });

const WORKLOADS: readonly Workload[] = [
  {
    name: "a value of many",
    requires: (place) => [tenant(place)],
    payload: { tenant: "tenant-700" },
    matches: 1,
    most: 1,
  },
  {
    name: "a value of many, that nobody requires",
    requires: (place) => [tenant(place)],
    payload: { tenant: "tenant-x" },
    matches: 0,
    most: 0,
  },
  {
    name: "a number in another form",
    requires: (place) => [condition("IN", [place, place + COUNT], "n")],
    payload: { n: 700n },
    matches: 1,
    most: 1,
  },
  {
    name: "a number of many, as text",
    requires: (place) => [group([condition("EQUAL", String(place), "n")], { type: "NUMBER" })],
    payload: { n: " 700.0 " },
    matches: 1,
    most: 1,
  },
  {
    name: "a date of many",
    requires: (place) => [condition("EQUAL", day(place), "d")],
    payload: { d: new Date(Date.UTC(2000, 0, 701)) },
    matches: 1,
    most: 1,
  },
  {
    name: "a beginning",
    requires: (place) => [condition("LIKE", `id-${place}-%`, "t")],
    payload: { t: "id-700-x" },
    matches: 1,
    most: 1,
  },
  {
    name: "an end",
    requires: (place) => [condition("LIKE", `%-${place}`, "t")],
    payload: { t: "x-700" },
    matches: 1,
    most: 1,
  },
  {
    name: "a whole pattern",
    requires: (place) => [condition("LIKE", `id-${place}`, "t")],
    payload: { t: "id-700" },
    matches: 1,
    most: 1,
  },
  {
    name: "narrow windows",
    requires: (place) => [condition("BETWEEN", [place * 10, place * 10 + 14], "n")],
    payload: { n: 7002 },
    matches: 2,
    most: 4,
  },
  {
    name: "windows that overlap",
    requires: (place) => [condition("BETWEEN", [place * 10, place * 10 + 99], "n")],
    payload: { n: 7002 },
    matches: 10,
    most: 30,
  },
  {
    name: "a bound at the end of the line",
    requires: (place) => [condition("LARGER", place, "n")],
    payload: { n: 3.5 },
    matches: 4,
    most: COUNT,
  },
  {
    name: "one value of few",
    requires: (place) => [plan(place)],
    payload: { plan: "plan-3" },
    matches: COUNT / 5,
    most: COUNT / 5,
  },
  {
    name: "two values of few, together",
    requires: (place) => [plan(place), condition("IN", [`c-${place % 7}`, "c-9"], "country")],
    payload: { plan: "plan-3", country: "c-2" },
    matches: 28,
    most: 28,
  },
  {
    name: "a value of few, or none",
    requires: (place) => [group([], {}), ...(place % 10 === 0 ? [] : [plan(place)])],
    payload: { plan: "plan-3" },
    matches: 300,
    most: 300,
  },
  {
    name: "few values under one of many",
    requires: (place) => [
      place % 2 === 0 ? tenant(place) : condition("EQUAL", "busy", "tenant"),
      plan(place),
    ],
    payload: { tenant: "busy", plan: "plan-3" },
    matches: COUNT / 10,
    most: COUNT / 10,
  },
  {
    name: "one of many here, or one of many there",
    requires: (place) => [group([tenant(place), condition("EQUAL", place, "n")], { value: "OR" })],
    payload: { tenant: "tenant-700", n: 800 },
    matches: 2,
    most: 2,
  },
  {
    name: "a negated complement",
    requires: (place) => [
      negated(
        condition("NOT_EQUAL", `tenant-${place}`, "tenant"),
        condition("NOT_EQUAL", "z", "t"),
      ),
      negated(negated(tenant(place))),
    ],
    payload: { tenant: "tenant-700" },
    matches: 1,
    most: 1,
  },
  {
    name: "a list of some of many",
    requires: (place) => [tenant(place)],
    payload: { tenant: Array.from({ length: 12 }, (_, place) => `tenant-${place * 50}`) },
    matches: 12,
    most: 12,
  },
  {
    name: "what cannot be looked up",
    requires: (place) => [condition("NOT_EQUAL", `tenant-${place}`, "tenant")],
    payload: { tenant: "tenant-700" },
    matches: COUNT - 1,
    most: COUNT,
  },
];

function listOf({ requires }: Workload): Row[] {
  return Array.from({ length: COUNT }, (_, place) =>
    row(`row-${place}`, { conditions: [group([PROBE, ...requires(place)])] }),
  );
}

/** What a router ranks in a payload, and how many integrations it has tried for it. */
function triedBy(
  router: Router<Row>,
  { payload }: Workload,
): readonly [found: number, tried: number] {
  let tried = 0;
  const probed = Object.defineProperty({ ...payload }, "probe", {
    enumerable: true,
    get: () => ++tried,
  });
  return [router.rank(message({ payload: probed })).length, tried];
}

describe("how many are tried", () => {
  test.each(WORKLOADS.map((workload) => [workload.name, workload] as const))(
    "%s",
    (_, workload) => {
      const list = listOf(workload);
      const [found, tried] = triedBy(createRouter(list), workload);
      expect(found).toBe(workload.matches);
      expect(tried).toBeLessThanOrEqual(workload.most);
      // The scan tries all, so that the getter is known to count.
      const [scanned, all] = triedBy(createRouter(list, { index: false }), workload);
      expect([scanned, all]).toEqual([workload.matches, expect.any(Number)]);
      expect(all).toBeGreaterThanOrEqual(COUNT);
    },
  );

  test.each(WORKLOADS.map((workload) => [workload.name, workload] as const))(
    "%s, after a few changes",
    (_, workload) => {
      const list = listOf(workload);
      const router = createRouter(list)
        .with({ upsert: list.slice(690, 710), remove: ["id-row-5", "nobody"] })
        .with({ upsert: list.slice(5, 6) });
      const [found, tried] = triedBy(router, workload);
      expect(found).toBe(workload.matches);
      // The changed ones may all be tried.
      expect(tried).toBeLessThanOrEqual(workload.most + 21);
    },
  );
});

test("a selection goes no further than its match", () => {
  const list = Array.from({ length: COUNT }, (_, place) =>
    row(`row-${place}`, { conditions: [group([PROBE, plan(place)])] }),
  );
  for (const index of [true, false]) {
    let tried = 0;
    const router = createRouter(list, { index });
    const payload = Object.defineProperty({ plan: "plan-3" }, "probe", { get: () => ++tried });
    expect(router.select(message({ payload }))?.name).toBe("row-3");
    expect(tried).toBe(index ? 1 : 4);
  }
});
