import { spawnSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import { A, rulesPassIn } from "../support/rules.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Whether an operator is true for a date, asked at a time. */
function holds(operator: string, length: string, now: string, a: unknown): boolean {
  const [amount, unit] = length.split(" ");
  const rule = { [operator]: [A, { amount: Number(amount), unit }] };
  return rulesPassIn(rule, { payload: { a }, now: new Date(now) });
}

// The instant that lies a length of time before another, by the UTC calendar.
const INSTANTS: [length: string, now: string, instant: string][] = [
  ["1 minutes", "2024-03-01T00:00:30.5Z", "2024-02-29T23:59:30.5Z"],
  ["90 minutes", "2024-01-01T01:00:00Z", "2023-12-31T23:30:00Z"],
  ["25 hours", "2024-03-01T00:00:00Z", "2024-02-28T23:00:00Z"],
  ["1 days", "2024-03-01T12:00:00Z", "2024-02-29T12:00:00Z"],
  ["1 days", "2023-03-01T12:00:00Z", "2023-02-28T12:00:00Z"],
  ["366 days", "2025-01-01T00:00:00Z", "2024-01-01T00:00:00Z"],
  ["2 weeks", "2024-03-14T08:00:00Z", "2024-02-29T08:00:00Z"],
  ["1 months", "2024-03-31T10:00:00Z", "2024-02-29T10:00:00Z"],
  ["1 months", "2023-03-31T10:00:00Z", "2023-02-28T10:00:00Z"],
  ["1 months", "1900-03-31T10:00:00Z", "1900-02-28T10:00:00Z"],
  ["1 months", "2024-03-30T10:00:00Z", "2024-02-29T10:00:00Z"],
  ["1 months", "2024-03-29T10:00:00Z", "2024-02-29T10:00:00Z"],
  ["1 months", "2024-03-28T10:00:00Z", "2024-02-28T10:00:00Z"],
  ["1 months", "2024-02-29T10:00:00Z", "2024-01-29T10:00:00Z"],
  ["1 months", "2024-01-31T23:59:59.999Z", "2023-12-31T23:59:59.999Z"],
  ["1 months", "2024-07-31T00:00:00Z", "2024-06-30T00:00:00Z"],
  ["13 months", "2024-03-31T00:00:00Z", "2023-02-28T00:00:00Z"],
  ["1 years", "2024-02-29T00:00:00Z", "2023-02-28T00:00:00Z"],
  ["4 years", "2024-02-29T00:00:00Z", "2020-02-29T00:00:00Z"],
  ["4 years", "1904-02-29T00:00:00Z", "1900-02-28T00:00:00Z"],
  ["1990 years", "2024-06-15T00:00:00Z", "0034-06-15T00:00:00Z"],
  // the hours that clocks are put forward and back in, in Europe and in America
  ["1 days", "2024-04-01T01:30:00Z", "2024-03-31T01:30:00Z"],
  ["1 days", "2024-11-03T06:30:00Z", "2024-11-02T06:30:00Z"],
  ["1 months", "2024-04-10T07:00:00Z", "2024-03-10T07:00:00Z"],
];

describe.each(INSTANTS)("%s before %s", (length, now, instant) => {
  const at = Date.parse(instant);

  test.each([
    ["moreThanXAgo", true, false, false],
    ["lessThanXAgo", false, true, true],
    ["withinLast", false, true, true],
    ["notWithinLast", true, false, false],
  ])("%s turns there", (operator, before, there, after) => {
    const asked = [at - 1, at, at + 1].map((a) => holds(operator, length, now, a));
    expect(asked).toEqual([before, there, after]);
  });
});

test.each([
  ["minutes", MINUTE],
  ["hours", 60 * MINUTE],
  ["days", DAY],
  ["weeks", DAY],
  ["months", DAY],
  ["years", 7 * DAY],
])("exactlyXAgo takes what is near: %s", (unit, tolerance) => {
  const now = "2024-05-20T12:00:00Z";
  const instant = { minutes: "05-20T11:57", hours: "05-20T09:00", days: "05-17T12:00" };
  const calendar = {
    weeks: "2024-04-29T12:00",
    months: "2024-02-20T12:00",
    years: "2021-05-20T12:00",
  };
  const text = {
    ...calendar,
    ...Object.fromEntries(Object.entries(instant).map(([u, t]) => [u, `2024-${t}`])),
  };
  const at = Date.parse(`${new Map(Object.entries(text)).get(unit)}:00Z`);
  const holdsAt = (a: number) => holds("exactlyXAgo", `3 ${unit}`, now, a);
  expect([at, at - tolerance, at + tolerance].map(holdsAt)).toEqual([true, true, true]);
  expect([at - tolerance - 1, at + tolerance + 1].map(holdsAt)).toEqual([false, false]);
});

describe("the other end", () => {
  const now = "2024-03-01T00:00:00Z";
  const at = Date.parse(now);

  test("withinLast ends with now, included", () => {
    expect([at, at + 1].map((a) => holds("withinLast", "1 days", now, a))).toEqual([true, false]);
    expect([at, at + 1].map((a) => holds("notWithinLast", "1 days", now, a))).toEqual([
      false,
      true,
    ]);
  });

  test("lessThanXAgo has none: what is to come is less than any time ago", () => {
    expect(holds("lessThanXAgo", "1 minutes", now, "2999-01-01")).toBe(true);
  });
});

describe("fields", () => {
  const now = "2024-03-01T00:00:00Z";
  const within = (a: unknown) => holds("withinLast", "1 days", now, a);

  test.each<[string, unknown]>([
    ["a day", "2024-02-29"],
    ["a time with a zone", "2024-03-01T01:00+02:00"],
    ["a Date", new Date("2024-02-29T12:00Z")],
    ["epoch milliseconds", Date.UTC(2024, 1, 29)],
    ["a list with one such element", ["2020-01-01", null, "2024-02-29"]],
  ])("%s is in", (_, a) => {
    expect(within(a)).toBe(true);
    expect(holds("notWithinLast", "1 days", now, a)).toBe(false);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a day that is none", "2024-02-30"],
    ["epoch milliseconds as text", String(Date.UTC(2024, 1, 29))],
    ["text that only JavaScript reads as a date", "Feb 29, 2024"],
    ["a bigint", BigInt(Date.UTC(2024, 1, 29))],
    ["an invalid Date", new Date(Number.NaN)],
    ["an object", {}],
    ["true", true],
    ["an empty list", []],
    ["a list in a list", [["2024-02-29"]]],
    ["a list of others", ["2020-01-01", "x"]],
  ])("%s is in nothing", (_, a) => {
    expect(within(a)).toBe(false);
    expect(holds("notWithinLast", "1 days", now, a)).toBe(true);
    if (Array.isArray(a)) return;
    for (const operator of ["moreThanXAgo", "lessThanXAgo", "exactlyXAgo"]) {
      expect(holds(operator, "1 days", now, a)).toBe(false);
    }
  });
});

test("before all time there is no instant, and nothing is relative to one", () => {
  for (const length of ["9007199254740991 minutes", "9007199254740991 years", "300000 years"]) {
    for (const operator of ["moreThanXAgo", "lessThanXAgo", "withinLast", "exactlyXAgo"]) {
      expect(holds(operator, length, "2024-03-01", "2024-03-01")).toBe(false);
    }
    expect(holds("notWithinLast", length, "2024-03-01", "2024-03-01")).toBe(true);
  }
});

test("the zone of the machine changes nothing", () => {
  const entry = new URL("../../src/index.ts", `file://${__filename}`).href;
  const script = `
    import { compileRules } from ${JSON.stringify(entry)};
    const instants = ${JSON.stringify(INSTANTS)};
    const seen = instants.flatMap(([length, now, instant]) => {
      const [amount, unit] = length.split(" ");
      const duration = { amount: Number(amount), unit };
      const passes = compileRules({ lessThanXAgo: [{ var: "payload.a" }, duration] });
      const at = Date.parse(instant);
      return [at - 1, at].map((a) => passes({ payload: { a }, now: new Date(now) }));
    });
    console.log(new Date(2024, 0).getTimezoneOffset(), seen.join());`;
  const asked = ["Europe/Berlin", "America/New_York", "Pacific/Apia"].map((TZ) =>
    spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    }),
  );
  const expected = INSTANTS.map(() => "false,true").join();
  expect(asked.map(({ stdout, stderr }) => `${stdout}${stderr}`.trim())).toEqual([
    `-60 ${expected}`,
    `300 ${expected}`,
    `-780 ${expected}`,
  ]);
});
