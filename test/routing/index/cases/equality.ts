import type { MakeRouter } from "../support/strategies.js";
import { single, testTable, valuesOfA } from "../support/table.js";

const EPOCH = Date.UTC(2024, 1, 29);

const NUMBERS = valuesOfA({
  "10": 10,
  '"10"': "10",
  '"10.0"': "10.0",
  '" 10 "': " 10 ",
  "10n": 10n,
  "-0": -0,
  '"0"': "0",
  true: true,
  '"true"': "true",
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
});

const DATES = valuesOfA({
  "a Date": new Date(EPOCH),
  "its epoch": EPOCH,
  "its epoch as text": String(EPOCH),
  "its day": "2024-02-29",
  "its instant": "2024-02-29T01:00+01:00",
  "its ISO text": "2024-02-29T00:00:00.000Z",
  "no real day": "2024-02-30",
  "an invalid Date": new Date(Number.NaN),
  "a text that a key might be": `date ${EPOCH}`,
});

const TEXTS = valuesOfA({
  a: "a",
  A: "A",
  " a ": " a ",
  empty: "",
  true: true,
  '"true"': "true",
  false: false,
  '"false"': "false",
  "1": 1,
});

/** Equal values, under every type: what a number, a text, a date and a boolean each equal. */
export function equality(make: MakeRouter): void {
  testTable(make, "equality of numbers, inferred", {
    payloads: NUMBERS,
    examples: [
      single("EQUAL", 10, ["10", '"10"', "10n"]),
      single("EQUAL", "10", ["10", '"10"', "10n"]),
      single("EQUAL", "10.0", ["10", '"10.0"', "10n"]),
      single("EQUAL", "-0", ["-0"]),
      single("EQUAL", 0, ["-0", '"0"']),
      single("IN", [10, true], ["10", '"10"', "10n", "true", '"true"']),
      single("IN", "10.0, true", ["10", '"10.0"', "10n", "true", '"true"']),
      single("ANY_IN", [" 10 "], ["10", '" 10 "', "10n"]),
      single("ALL_IN", "0, NaN, Infinity", ["-0", '"0"']),
      single("EQUAL", "Infinity", []),
      single("EQUAL", "1e999", ["Infinity"]),
      single("NOT_EQUAL", 10, [
        '"10.0"',
        '" 10 "',
        "-0",
        '"0"',
        "true",
        '"true"',
        "NaN",
        "Infinity",
      ]),
    ],
  });

  testTable(make, "equality of numbers", {
    type: "NUMBER",
    payloads: NUMBERS,
    examples: [
      single("EQUAL", "10", ["10", '"10"', '"10.0"', '" 10 "', "10n"]),
      single("EQUAL", "1e1", ["10", '"10"', '"10.0"', '" 10 "', "10n"]),
      single("IN", [0], ["-0", '"0"']),
      single("IN", "10.0, -0", ["10", '"10"', '"10.0"', '" 10 "', "10n", "-0", '"0"']),
      single("EQUAL", "1e999", ["Infinity"]),
      single("NOT_IN", "10.0, -0", ["true", '"true"', "NaN", "Infinity"]),
    ],
  });

  testTable(make, "equality of dates, inferred", {
    payloads: DATES,
    examples: [
      single("EQUAL", "2024-02-29", ["a Date", "its day"]),
      single("EQUAL", EPOCH, ["a Date", "its epoch", "its epoch as text"]),
      single("EQUAL", String(EPOCH), ["its epoch", "its epoch as text"]),
      single(
        "IN",
        ["2024-02-29T01:00+01:00", "2024-02-30"],
        ["a Date", "its instant", "no real day"],
      ),
    ],
  });

  testTable(make, "equality of dates", {
    type: "DATE",
    payloads: DATES,
    examples: [
      single("EQUAL", "2024-02-29", [
        "a Date",
        "its epoch",
        "its day",
        "its instant",
        "its ISO text",
      ]),
      single(
        "IN",
        [EPOCH + 1, EPOCH],
        ["a Date", "its epoch", "its day", "its instant", "its ISO text"],
      ),
      single("EQUAL", "2024-03-01", []),
      single("NOT_EQUAL", EPOCH, [
        "its epoch as text",
        "no real day",
        "an invalid Date",
        "a text that a key might be",
      ]),
    ],
  });

  testTable(make, "equality of booleans", {
    type: "BOOLEAN",
    payloads: TEXTS,
    examples: [
      single("EQUAL", true, ["true", '"true"']),
      single("EQUAL", "false", ["false", '"false"']),
      single("IN", [true, "false"], ["true", '"true"', "false", '"false"']),
      single("NOT_EQUAL", true, ["a", "A", " a ", "empty", "false", '"false"', "1"]),
    ],
  });

  testTable(make, "equality of text", {
    type: "TEXT",
    payloads: { ...TEXTS, ...DATES },
    examples: [
      single("EQUAL", "a", ["a"]),
      single("EQUAL", " a ", [" a "]),
      single("EQUAL", "", ["empty"]),
      single("EQUAL", true, ["true", '"true"']),
      single("IN", ["1", EPOCH], ["1", "its epoch", "its epoch as text"]),
      single("EQUAL", "2024-02-29T00:00:00.000Z", ["a Date", "its ISO text"]),
      single("EQUAL", `date ${EPOCH}`, ["a text that a key might be"]),
    ],
  });
}
