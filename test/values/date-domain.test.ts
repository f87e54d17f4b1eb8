import { runInNewContext } from "node:vm";
import { describe, expect, test } from "@jest/globals";
import { holds } from "../support/passes.js";

// What converts to a date, seen from both sides. `at` spells the instant as toISOString() prints it.

const at = (iso: string): number => Date.parse(iso);

const FORMS: [text: string, instant: string][] = [
  // the day alone
  ["2024-01-01", "2024-01-01T00:00:00.000Z"],
  ["1969-12-31", "1969-12-31T00:00:00.000Z"],
  ["9999-12-31", "9999-12-31T00:00:00.000Z"],
  // years that Date.UTC would take for the twentieth century's
  ["0000-01-01", "0000-01-01T00:00:00.000Z"],
  ["0001-01-01", "0001-01-01T00:00:00.000Z"],
  ["0050-06-15", "0050-06-15T00:00:00.000Z"],
  ["0099-12-31", "0099-12-31T00:00:00.000Z"],
  ["0100-01-01", "0100-01-01T00:00:00.000Z"],
  // leap days
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["2000-02-29", "2000-02-29T00:00:00.000Z"],
  ["0000-02-29", "0000-02-29T00:00:00.000Z"],
  ["0004-02-29", "0004-02-29T00:00:00.000Z"],
  // last days
  ["2024-01-31", "2024-01-31T00:00:00.000Z"],
  ["2024-04-30", "2024-04-30T00:00:00.000Z"],
  ["2023-02-28", "2023-02-28T00:00:00.000Z"],
  // each form of the time, without a zone
  ["2024-05-06T07:08", "2024-05-06T07:08:00.000Z"],
  ["2024-05-06 07:08", "2024-05-06T07:08:00.000Z"],
  ["2024-05-06T07:08:09", "2024-05-06T07:08:09.000Z"],
  ["2024-05-06 07:08:09", "2024-05-06T07:08:09.000Z"],
  ["2024-05-06T07:08:09.1", "2024-05-06T07:08:09.100Z"],
  ["2024-05-06T07:08:09.12", "2024-05-06T07:08:09.120Z"],
  ["2024-05-06T07:08:09.123", "2024-05-06T07:08:09.123Z"],
  ["2024-05-06 07:08:09.012", "2024-05-06T07:08:09.012Z"],
  // digits past the millisecond are cut, not rounded
  ["2024-05-06T07:08:09.1239", "2024-05-06T07:08:09.123Z"],
  ["2024-05-06T07:08:09.123999", "2024-05-06T07:08:09.123Z"],
  ["2024-05-06T07:08:09.999999999", "2024-05-06T07:08:09.999Z"],
  ["1969-12-31T23:59:59.999999999", "1969-12-31T23:59:59.999Z"],
  ["2024-05-06T07:08:09.000000001", "2024-05-06T07:08:09.000Z"],
  // the ends of the day
  ["2024-05-06T00:00", "2024-05-06T00:00:00.000Z"],
  ["2024-05-06T23:59:59.999", "2024-05-06T23:59:59.999Z"],
  // each form of the zone
  ["2024-05-06T07:08Z", "2024-05-06T07:08:00.000Z"],
  ["2024-05-06 07:08Z", "2024-05-06T07:08:00.000Z"],
  ["2024-05-06T07:08:09Z", "2024-05-06T07:08:09.000Z"],
  ["2024-05-06T07:08:09.123456789Z", "2024-05-06T07:08:09.123Z"],
  ["2024-05-06T07:08+02:00", "2024-05-06T05:08:00.000Z"],
  ["2024-05-06T07:08+0200", "2024-05-06T05:08:00.000Z"],
  ["2024-05-06T07:08+02", "2024-05-06T05:08:00.000Z"],
  ["2024-05-06 07:08+02", "2024-05-06T05:08:00.000Z"],
  ["2024-05-06T07:08:09-05:30", "2024-05-06T12:38:09.000Z"],
  ["2024-05-06T07:08:09-0530", "2024-05-06T12:38:09.000Z"],
  ["2024-05-06T07:08:09.5-05", "2024-05-06T12:08:09.500Z"],
  ["2024-05-06T07:08+00:00", "2024-05-06T07:08:00.000Z"],
  ["2024-05-06T07:08-00:00", "2024-05-06T07:08:00.000Z"],
  ["2024-05-06T07:08-00", "2024-05-06T07:08:00.000Z"],
  ["2024-05-06T07:08+23:59", "2024-05-05T07:09:00.000Z"],
  ["2024-05-06T07:08-2359", "2024-05-07T07:07:00.000Z"],
  // zones that lead over a day's, a month's and a year's end
  ["2024-03-01T00:30+01:00", "2024-02-29T23:30:00.000Z"],
  ["2023-12-31T23:30-01:00", "2024-01-01T00:30:00.000Z"],
  ["0000-01-01T00:00+00:01", "-000001-12-31T23:59:00.000Z"],
];

const IMPOSSIBLE = [
  "2024-02-30",
  "2023-02-29",
  "1900-02-29",
  "2100-02-29",
  "0100-02-29",
  "2024-04-31",
  "2024-06-31",
  "2024-01-32",
  "2024-01-00",
  "2024-00-01",
  "2024-13-01",
  "2024-99-99",
  "2024-01-01T24:00",
  "2024-01-01T24:00:00Z",
  "2024-01-01T25:00",
  "2024-01-01 23:60",
  "2024-01-01T23:59:60",
  "2024-01-01T23:59:60Z",
  "2024-01-01T10:00+24:00",
  "2024-01-01T10:00-24",
  "2024-01-01T10:00+05:60",
  "2024-01-01T10:00+0560",
  "2024-02-30T10:00:00.000Z",
];

const NEAR_MISSES = [
  "",
  "today",
  "2024",
  "2024-01",
  "2024-1-1",
  "24-01-01",
  "20240101",
  "02024-01-01",
  "+002024-01-01",
  "-002024-01-01",
  "-2024-01-01",
  "2024/01/01",
  "01/02/2024",
  "2024-W01-1",
  "2024-001",
  " 2024-01-01",
  "2024-01-01 ",
  "2024-01-01\n",
  "\u00a02024-01-01",
  "2024-01-01T",
  "2024-01-01Z",
  "2024-01-01+02:00",
  "2024-01-01T10",
  "2024-01-01T10Z",
  "2024-01-01T1:00",
  "2024-01-01T1000",
  "2024-01-01T10:0",
  "2024-01-01T10:00:0",
  "2024-01-01T10:00:00.",
  "2024-01-01T10:00:00.Z",
  "2024-01-01T10:00.5",
  "2024-01-01T10:00:00,5",
  "2024-01-01T10:00:00.1234567890",
  "2024-01-01  10:00",
  "2024-01-01T 10:00",
  "2024-01-01\t10:00",
  "2024-01-01\u00a010:00",
  "2024-01-01_10:00",
  "2024-01-01t10:00",
  "2024-01-01T10:00z",
  "2024-01-01T10:00 Z",
  "2024-01-01T10:00 +02:00",
  "2024-01-01T10:00+2",
  "2024-01-01T10:00+2:00",
  "2024-01-01T10:00+020",
  "2024-01-01T10:00+02:0",
  "2024-01-01T10:00+02:00:00",
  "2024-01-01T10:00+02000",
  "2024-01-01T10:00UTC",
  "2024-01-01T10:00Z+02:00",
  "2024-01-01T10:00ZZ",
  "2024-01-01T10:00[Europe/Berlin]",
  "2024-01-01T10:00\u221202:00",
  "２０２４-01-01",
  "Mon Jan 01 2024",
  "Mon, 01 Jan 2024 00:00:00 GMT",
  "1704067200000",
];

describe("the forms of a date", () => {
  test.each(FORMS)("%s is %s", (text, instant) => {
    expect(holds(text, "EQUAL", "{{payload.b}}", "DATE", at(instant))).toBe(true);
    expect(holds(at(instant), "EQUAL", text, "DATE")).toBe(true);
    expect(holds(new Date(at(instant)), "EQUAL", text, "DATE")).toBe(true);
    expect(holds(new Date(at(instant)), "EQUAL", text)).toBe(true);
    expect(holds(at(instant), "IN", [text], "DATE")).toBe(true);
    expect(holds(at(instant), "LARGER_EQUAL", text)).toBe(true);
    expect(holds(at(instant), "SMALLER_EQUAL", text)).toBe(true);
    expect(holds(at(instant) + 1, "LARGER", text)).toBe(true);
    expect(holds(at(instant) - 1, "SMALLER", text)).toBe(true);
    expect(holds(text, "BETWEEN", [at(instant), at(instant)], "DATE")).toBe(true);
  });
});

describe("impossible days and times are no dates", () => {
  test.each(IMPOSSIBLE)("%s", (text) => {
    expect(holds(text, "LARGER_EQUAL", -8.64e15, "DATE")).toBe(false);
    expect(holds(text, "SMALLER_EQUAL", 8.64e15, "DATE")).toBe(false);
    expect(holds(text, "EQUAL", "{{payload.b}}", "DATE", text)).toBe(false);
    expect(holds(text, "LARGER", "0000-01-01")).toBe(false);
    expect(holds(text, "SMALLER", "9999-01-01")).toBe(false);
    expect(holds(text, "NOT_BETWEEN", "0000-01-01, 9999-01-01")).toBe(true);
  });
});

describe("near misses are no dates", () => {
  test.each(NEAR_MISSES)("%j", (text) => {
    expect(holds(text, "LARGER_EQUAL", -8.64e15, "DATE")).toBe(false);
    expect(holds(text, "SMALLER_EQUAL", 8.64e15, "DATE")).toBe(false);
    expect(holds(text, "EQUAL", "{{payload.b}}", "DATE", text)).toBe(false);
    expect(holds(text, "LARGER", "0000-01-01")).toBe(false);
    expect(holds(text, "SMALLER", "9999-01-01")).toBe(false);
  });
});

describe("values that are no strings", () => {
  test.each<[name: string, a: unknown, instant: number]>([
    ["a Date", new Date(5), 5],
    ["a Date of another realm", runInNewContext("new Date(5)"), 5],
    ["a number", 5, 5],
    ["a negative number", -5, -5],
    ["-0", -0, 0],
    ["a fraction of a millisecond", 0.5, 0.5],
    ["a number beyond what a Date can hold", 1e300, 1e300],
  ])("%s converts", (_, a, instant) => {
    expect(holds(a, "EQUAL", "{{payload.b}}", "DATE", instant)).toBe(true);
    expect(holds(instant, "EQUAL", "{{payload.b}}", "DATE", a)).toBe(true);
    expect(holds(a, "BETWEEN", "{{payload.b}}", "DATE", [instant, instant])).toBe(true);
  });

  test.each<[name: string, a: unknown]>([
    ["an invalid Date", new Date(Number.NaN)],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["a bigint", 5n],
    ["true", true],
    ["an object with getTime", { getTime: () => 5 }],
    ["an object with valueOf", { valueOf: () => 5 }],
    ["an object that only inherits from Date", Object.create(Date.prototype)],
    ["a boxed number", Object(5)],
  ])("%s does not", (_, a) => {
    expect(holds(a, "LARGER_EQUAL", -8.64e15, "DATE")).toBe(false);
    expect(holds(a, "SMALLER_EQUAL", 8.64e15, "DATE")).toBe(false);
    expect(holds(5, "EQUAL", "{{payload.b}}", "DATE", a)).toBe(false);
    expect(holds(5, "NOT_EQUAL", "{{payload.b}}", "DATE", a)).toBe(true);
  });
});

describe("dates compare by instant", () => {
  test.each<[a: unknown, operator: string, operand: unknown, passes: boolean]>([
    ["2024-01-01", "EQUAL", "2024-01-01T00:00:00Z", true],
    ["2024-01-01", "EQUAL", "2024-01-01 00:00", true],
    ["2024-01-01T00:00+01:00", "EQUAL", "2023-12-31T23:00Z", true],
    ["2024-01-01T00:00+01:00", "SMALLER", "2024-01-01", true],
    // as text the first would be the larger one
    ["2024-01-01T05:00+09:00", "SMALLER", "2024-01-01T00:00", true],
    ["2024-01-31T12:00", "BETWEEN", "2024-01-01, 2024-01-31", false],
    ["2024-01-31", "BETWEEN", "2024-01-01, 2024-01-31", true],
    [0, "EQUAL", "1970-01-01", true],
    [new Date(0), "SMALLER", 1, true],
    ["0050-01-01", "SMALLER", "1949-01-01", true],
    [["2024-01-01", "2025-01-01"], "ALL_IN", "2024-01-01T00:00Z, 2025-01-01T00:00Z", true],
  ])("%p %s %p is %p", (a, operator, operand, passes) => {
    expect(holds(a, operator, operand, "DATE")).toBe(passes);
  });
});
