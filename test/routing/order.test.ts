import { describe, expect, test } from "@jest/globals";
import type { Raw } from "../support/build.js";
import { chain, chosen } from "./support/choose.js";
import { MATCHING, message, type Row, row } from "./support/rows.js";

/** Names in the order of selection; all of them are defaults, and all match when `fields` says so. */
function order(records: Readonly<Record<string, Raw>>, fields: Raw = {}): string[] {
  const list = Object.entries(records).map(([name, own]) => row(name, { ...fields, ...own }));
  return chain(list, message());
}

describe.each<[step: string, fields: Raw]>([
  ["among defaults", {}],
  ["among those whose conditions pass", { conditions: MATCHING }],
])("%s", (_, fields) => {
  test("higher priority goes first", () => {
    expect(
      order(
        {
          missing: {},
          low: { priority: -1 },
          high: { priority: 10 },
          higher: { priority: 10.5 },
          zero: { priority: 0 },
        },
        fields,
      ),
    ).toEqual(["higher", "high", "missing", "zero", "low"]);
  });

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    "10",
    "high",
    10n,
    true,
    null,
    undefined,
    [10],
    new Date(10),
    { valueOf: () => 10 },
  ])("a priority of %p counts as 0", (priority) => {
    const above = { priority: 0.1 };
    const below = { priority: -0.1 };
    expect(order({ below, odd: { priority }, above }, fields)).toEqual(["above", "odd", "below"]);
    // Between equals the list decides, so each is as good as the other.
    expect(order({ odd: { priority }, zero: { priority: 0 } }, fields)).toEqual(["odd", "zero"]);
    expect(order({ zero: { priority: 0 }, odd: { priority } }, fields)).toEqual(["zero", "odd"]);
  });

  test("minus zero and zero are one priority", () => {
    expect(order({ minus: { priority: -0 }, zero: { priority: 0 } }, fields)[0]).toBe("minus");
    expect(order({ zero: { priority: 0 }, minus: { priority: -0 } }, fields)[0]).toBe("zero");
  });

  test("among equal priorities a primary goes first", () => {
    expect(
      order(
        {
          plain: {},
          truthy: { primary: 1 },
          primary: { primary: true },
          text: { primary: "true" },
        },
        fields,
      ),
    ).toEqual(["primary", "plain", "truthy", "text"]);
  });

  test("a primary of lower priority goes after", () => {
    expect(order({ primary: { primary: true }, urgent: { priority: 1 } }, fields)).toEqual([
      "urgent",
      "primary",
    ]);
  });

  test("among equals the newer goes first, whatever form its date has", () => {
    expect(
      order(
        {
          none: {},
          epoch: { createdAt: Date.UTC(2026, 0, 1) },
          text: { createdAt: "2026-01-03" },
          date: { createdAt: new Date("2026-01-02T00:00:00Z") },
          zone: { createdAt: "2026-01-03T00:30:00+01:00" },
          space: { createdAt: "2026-01-03 00:00:01" },
          negative: { createdAt: -1 },
        },
        fields,
      ),
    ).toEqual(["space", "text", "zone", "date", "epoch", "negative", "none"]);
  });

  test.each([
    undefined,
    null,
    "",
    "yesterday",
    "2026-02-30",
    "2026-01-01T24:00",
    " 2026-01-01",
    "1767225600000",
    new Date(Number.NaN),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1_767_225_600_000n,
    true,
    {},
    ["2026-01-01"],
  ])("a creation date of %p counts as older than every readable one", (createdAt) => {
    const oldest = { createdAt: -8.64e15 };
    expect(order({ odd: { createdAt }, oldest }, fields)).toEqual(["oldest", "odd"]);
    expect(order({ odd: { createdAt }, missing: {} }, fields)).toEqual(["odd", "missing"]);
    expect(order({ missing: {}, odd: { createdAt } }, fields)).toEqual(["missing", "odd"]);
  });

  test("a primary goes before a newer one", () => {
    const newer = { createdAt: "2026-06-01" };
    const primary = { primary: true, createdAt: "2020-01-01" };
    expect(order({ newer, primary }, fields)).toEqual(["primary", "newer"]);
  });

  test("among full equals the list decides", () => {
    const same = { priority: 1, primary: true, createdAt: "2026-01-01" };
    expect(order({ b: same, a: same, c: same }, fields)).toEqual(["b", "a", "c"]);
    expect(order({ c: same, b: same, a: same }, fields)).toEqual(["c", "b", "a"]);
  });

  test("dates that say the same moment are equal", () => {
    const early = { createdAt: "2026-01-01T01:00:00+01:00" };
    const late = { createdAt: new Date("2026-01-01") };
    expect(order({ early, late }, fields)).toEqual(["early", "late"]);
    expect(order({ late, early }, fields)).toEqual(["late", "early"]);
  });
});

test("the order holds where an identifier is shared", () => {
  const list = [
    row("old", { identifier: "shared", createdAt: "2020-01-01" }),
    row("new", { identifier: "shared", createdAt: "2026-01-01" }),
    row("urgent", { identifier: "other", priority: 9 }),
  ];
  expect(chosen(list, message({ identifier: "shared" }))).toBe("new");
  expect(chain(list, message({ identifier: "shared" }))).toEqual(["new", "old"]);
});

test("every order of one list of distinct records gives one chain", () => {
  const rows = [
    row("first", { priority: 2 }),
    row("second", { priority: 1, primary: true }),
    row("third", { priority: 1, createdAt: "2026-01-01" }),
    row("fourth", { priority: 1 }),
    row("fifth", { priority: -1, primary: true, createdAt: "2026-01-01" }),
  ];
  const expected = rows.map(({ name }) => name);
  for (const list of permutations(rows)) expect(chain(list, message())).toEqual(expected);
});

function permutations(rows: readonly Row[]): Row[][] {
  if (rows.length === 0) return [[]];
  return rows.flatMap((first, index) =>
    permutations(rows.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}
