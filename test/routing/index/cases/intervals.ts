import { expect, test } from "@jest/globals";
import { condition, group } from "../../../support/build.js";
import { message, row } from "../../support/rows.js";
import type { MakeRouter } from "../support/strategies.js";
import { single, testTable, valuesOfA } from "../support/table.js";

const EPOCH = Date.UTC(2024, 1, 29);

const NUMBERS = valuesOfA({
  "9": 9,
  "10": 10,
  '"10.0"': "10.0",
  "10n": 10n,
  "10.5": 10.5,
  "20": 20,
  "20.5": 20.5,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
  abc: "abc",
  true: true,
  "a Date": new Date(EPOCH),
  "5 and 15": [5, 15],
  "5 and 25": [5, 25],
});

const ABOVE_TEN = ["10.5", "20", "20.5", "Infinity", "5 and 15", "5 and 25"];
const TEN = ["10", '"10.0"', "10n"];
const BELOW_TEN = ["9", "-Infinity", "5 and 15", "5 and 25"];

const numbers = [
  single("LARGER", 10, ABOVE_TEN),
  single("LARGER_EQUAL", "10", [...TEN, ...ABOVE_TEN]),
  single("SMALLER", "1e1", BELOW_TEN),
  single("SMALLER_EQUAL", 10, [...TEN, ...BELOW_TEN]),
  single("BETWEEN", [10, 20], [...TEN, "10.5", "20", "5 and 15"]),
  single("BETWEEN", "10.5, 20.5", ["10.5", "20", "20.5", "5 and 15"]),
  single("BETWEEN", [10, "10"], TEN),
  single("LARGER", "1e999", []),
  single("LARGER_EQUAL", "1e999", ["Infinity"]),
  single("SMALLER_EQUAL", "-1e999", ["-Infinity"]),
  single("BETWEEN", ["-1e999", "9"], ["9", "-Infinity", "5 and 15", "5 and 25"]),
  single(
    "NOT_BETWEEN",
    [10, 20],
    ["9", "20.5", "Infinity", "-Infinity", "NaN", "abc", "true", "a Date", "5 and 25"],
  ),
];

/** Values in an order: numbers, dates and text, with their bounds and without. */
export function intervals(make: MakeRouter): void {
  testTable(make, "the order of numbers", { type: "NUMBER", payloads: NUMBERS, examples: numbers });
  testTable(make, "the order of numbers, inferred", { payloads: NUMBERS, examples: numbers });

  const dates = valuesOfA({
    before: "2024-02-28T23:59:59.999Z",
    day: "2024-02-29",
    "a Date": new Date(EPOCH),
    epoch: EPOCH,
    instant: "2024-02-28 19:00-05",
    after: "2024-02-29T00:00:00.001Z",
    "next day": "2024-03-01",
    "no real day": "2024-02-30",
    "an invalid Date": new Date(Number.NaN),
    text: "tomorrow",
    true: true,
  });
  const at = ["day", "a Date", "epoch", "instant"];
  const byDate = [
    single("LARGER", "2024-02-29", ["after", "next day"]),
    single("LARGER_EQUAL", "2024-02-29T00:00Z", [...at, "after", "next day"]),
    single("SMALLER", "2024-02-29", ["before"]),
    single("SMALLER_EQUAL", "2024-02-29", ["before", ...at]),
    single("BETWEEN", ["2024-02-29", "2024-03-01"], [...at, "after", "next day"]),
    single("BETWEEN", [EPOCH, "2024-02-29"], at),
  ];
  testTable(make, "the order of dates", { type: "DATE", payloads: dates, examples: byDate });
  testTable(make, "the order of dates, inferred", { payloads: dates, examples: byDate });

  const texts = valuesOfA({
    a: "a",
    ab: "ab",
    b: "b",
    B: "B",
    "10": 10,
    '"9"': "9",
    true: true,
    "an astral character": "😀",
    "the last unit": "\uffff",
    list: ["B", "b"],
  });
  testTable(make, "the order of text", {
    type: "TEXT",
    payloads: texts,
    examples: [
      single("LARGER", "a", ["ab", "b", "true", "an astral character", "the last unit", "list"]),
      single("LARGER_EQUAL", "😀", ["an astral character", "the last unit"]),
      single("SMALLER", "a", ["B", "10", '"9"', "list"]),
      single("SMALLER_EQUAL", "9", ["10", '"9"']),
      single("BETWEEN", ["a", "b"], ["a", "ab", "b", "list"]),
      single("BETWEEN", ["a", "a"], ["a"]),
      single("BETWEEN", [10, 9], ["10", '"9"']),
    ],
  });
  testTable(make, "the order of text, inferred", {
    payloads: texts,
    examples: [
      single("LARGER", "abc", ["b", "an astral character", "the last unit", "list"]),
      single("BETWEEN", ["a", "b"], ["a", "ab", "b", "list"]),
      single("BETWEEN", ["b", "a"], []),
      single("BETWEEN", ["B", "10"], []),
      single("BETWEEN", [1, "b"], ["a", "ab", "b", "B", '"9"', "list"]),
      single("SMALLER", "99", ["10", '"9"']),
    ],
  });

  test("more windows than the line is cut for, each of them at its bounds", () => {
    // Every window overlaps a dozen others on either side, and no two share a bound.
    const count = 1_200;
    const low = (place: number): number => place * 10 + (place % 7);
    const high = (place: number): number => low(place) + 121;
    const places = Array.from({ length: count }, (_, place) => place);
    const router = make(
      places.map((place) =>
        row(`${place}`, {
          conditions: [group([condition("BETWEEN", [low(place), high(place)])])],
        }),
      ),
    );
    for (const near of [0, 1, 2, 3, 5, 8, 13, 500, 501, 502, 503, 1_197, 1_198, 1_199]) {
      for (const bound of [low(near), high(near)]) {
        for (const a of [bound - 0.5, bound, bound + 0.5]) {
          const found = router.rank(message({ payload: { a } })).map(({ name }) => Number(name));
          expect(found).toEqual(places.filter((place) => low(place) <= a && a <= high(place)));
        }
      }
    }
  });
}
