import { describe, expect, test } from "@jest/globals";
import { placesInCondition } from "../support/issues.js";

// A literal that cannot be what the group's type or the operator makes of it is an issue.

const EQUALITY = ["EQUAL", "NOT_EQUAL"];
const ORDERING = ["LARGER", "LARGER_EQUAL", "SMALLER", "SMALLER_EQUAL"];
const LISTS = ["IN", "NOT_IN", "ANY_IN", "ALL_IN"];
const RANGES = ["BETWEEN", "NOT_BETWEEN"];
const PATTERNS = ["LIKE", "NOT_LIKE", "ILIKE", "NOT_ILIKE"];
const INFERRED = ["GROUP", "STATEMENT", "LIST", "MULTI_LIST"];

const GOOD: [type: string, literals: [unknown, unknown]][] = [
  ["NUMBER", [5, "6.0"]],
  ["DATE", ["2024-01-01", 1_704_067_200_001]],
  ["BOOLEAN", [false, "true"]],
  ["TEXT", ["a", "b"]],
];

const BAD: [type: string, literals: unknown[]][] = [
  ["NUMBER", ["", "x", "0x5", "1_0", "Infinity", true, "2024-01-01"]],
  ["DATE", ["", "x", "2024", "2024-1-1", " 2024-01-01", "5", true, "2024-01-01Z"]],
  ["BOOLEAN", ["", "yes", "TRUE", " true", 1, 0]],
];

describe.each(BAD)("%s", (type, literals) => {
  const good = new Map(GOOD).get(type) ?? [];

  test.each(literals)("%p", (literal) => {
    for (const operator of EQUALITY) {
      expect(placesInCondition(operator, literal, type)).toEqual([
        ["inconvertible-value", "value"],
      ]);
    }
    for (const operator of LISTS) {
      expect(placesInCondition(operator, [good[0], literal, good[1]], type)).toEqual([
        ["inconvertible-value", "value", 1],
      ]);
      expect(placesInCondition(operator, [literal, literal], type)).toEqual([
        ["inconvertible-value", "value", 0],
        ["inconvertible-value", "value", 1],
      ]);
      expect(placesInCondition(operator, JSON.stringify([good[0], literal]), type)).toEqual([
        ["inconvertible-value", "value", 1],
      ]);
    }
    if (type !== "BOOLEAN") {
      for (const operator of ORDERING) {
        expect(placesInCondition(operator, literal, type)).toEqual([
          ["inconvertible-value", "value"],
        ]);
      }
      for (const operator of RANGES) {
        expect(placesInCondition(operator, [literal, good[1]], type)).toEqual([
          ["inconvertible-value", "value", 0],
        ]);
        expect(placesInCondition(operator, [good[0], literal], type)).toEqual([
          ["inconvertible-value", "value", 1],
        ]);
      }
    }
    for (const operator of PATTERNS) {
      expect(placesInCondition(operator, literal, type)).toEqual([]);
    }
    expect(placesInCondition("IS_DEFINED", literal, type)).toEqual([]);
  });
});

test("an item of a split string has the index it has among the items that are kept", () => {
  expect(placesInCondition("IN", "5, x, 6", "NUMBER")).toEqual([
    ["inconvertible-value", "value", 1],
  ]);
  expect(placesInCondition("BETWEEN", "5, x", "NUMBER")).toEqual([
    ["inconvertible-value", "value", 1],
  ]);
  expect(placesInCondition("IN", "x", "NUMBER")).toEqual([["inconvertible-value", "value", 0]]);
  expect(placesInCondition("IN", true, "NUMBER")).toEqual([["inconvertible-value", "value", 0]]);
});

describe.each(GOOD)("%s", (type, [low, high]) => {
  test("has no issue with what converts", () => {
    for (const literal of [low, high]) {
      for (const operator of EQUALITY) {
        expect(placesInCondition(operator, literal, type)).toEqual([]);
      }
    }
    for (const operator of LISTS) {
      expect(placesInCondition(operator, [low, high], type)).toEqual([]);
      expect(
        placesInCondition(operator, `${low}, ${high}`, type === "DATE" ? "TEXT" : type),
      ).toEqual([]);
    }
    if (type === "BOOLEAN") return;
    for (const operator of ORDERING) expect(placesInCondition(operator, low, type)).toEqual([]);
    for (const operator of RANGES)
      expect(placesInCondition(operator, [low, high], type)).toEqual([]);
  });
});

describe.each(["TEXT", ...INFERRED])("%s", (type) => {
  test.each([["x"], [""], [5], [true], ["TRUE"], ["0x5"]])("takes %p", (literal) => {
    for (const operator of [...EQUALITY, ...ORDERING]) {
      expect(placesInCondition(operator, literal, type)).toEqual([]);
    }
    for (const operator of LISTS) expect(placesInCondition(operator, [literal], type)).toEqual([]);
  });
});

describe("a date that is none", () => {
  const impossible = [
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "2024-01-00",
    "2024-01-01T24:00",
    "2024-01-01 10:60",
    "2024-01-01T10:00:60Z",
    "2024-01-01T10:00+24:00",
    "2024-02-30T10:00:00.123456789+02",
  ];

  test.each(impossible)("%s has an issue under an inferred order", (literal) => {
    for (const type of INFERRED) {
      for (const operator of ORDERING) {
        expect(placesInCondition(operator, literal, type)).toEqual([["impossible-date", "value"]]);
      }
      for (const operator of RANGES) {
        const at = (index: number) => [["impossible-date", "value", index]];
        expect(placesInCondition(operator, ["2024-01-01", literal], type)).toEqual(at(1));
        expect(placesInCondition(operator, [literal, "2024-12-01"], type)).toEqual(at(0));
        expect(placesInCondition(operator, `2024-01-01, ${literal}`, type)).toEqual(at(1));
        expect(placesInCondition(operator, [5, literal], type)).toEqual(at(1));
        expect(placesInCondition(operator, [literal, "zebra"], type)).toEqual(at(0));
        expect(placesInCondition(operator, [literal, "{{payload.b}}"], type)).toEqual(at(0));
        expect(placesInCondition(operator, `{{payload.b}}, ${literal}`, type)).toEqual(at(1));
        expect(placesInCondition(operator, [literal, literal], type)).toEqual([...at(0), ...at(1)]);
      }
    }
  });

  test.each(impossible)("%s has none where it is only text", (literal) => {
    for (const operator of [...EQUALITY, ...PATTERNS]) {
      expect(placesInCondition(operator, literal)).toEqual([]);
      expect(placesInCondition(operator, literal, "TEXT")).toEqual([]);
    }
    for (const operator of LISTS) expect(placesInCondition(operator, [literal])).toEqual([]);
    for (const operator of ORDERING) {
      expect(placesInCondition(operator, literal, "TEXT")).toEqual([]);
    }
    expect(placesInCondition("BETWEEN", ["2024-01-01", literal], "TEXT")).toEqual(
      literal < "2024-01-01" ? [["range-order", "value"]] : [],
    );
  });

  test.each(impossible)("%s is no operand under DATE", (literal) => {
    for (const operator of [...EQUALITY, ...ORDERING]) {
      const places = placesInCondition(operator, literal, "DATE");
      expect(places).toHaveLength(1);
      expect(["inconvertible-value", "impossible-date"]).toContain(places[0]?.[0]);
      expect(places[0]?.slice(1)).toEqual(["value"]);
    }
    for (const operator of [...LISTS, ...RANGES]) {
      const places = placesInCondition(operator, ["2024-01-01", literal], "DATE");
      expect(places).toHaveLength(1);
      expect(["inconvertible-value", "impossible-date"]).toContain(places[0]?.[0]);
      expect(places[0]?.slice(1)).toEqual(["value", 1]);
    }
  });

  test.each(["2024-1-1", "2024-02-30Z", " 2024-02-30", "2024-02-30x", "20240230", "2024-02-30T10"])(
    "%j has not the form, so it is text",
    (literal) => {
      for (const operator of ORDERING) expect(placesInCondition(operator, literal)).toEqual([]);
    },
  );
});

describe("BOOLEAN has no order", () => {
  test.each([...ORDERING, ...RANGES])("%s is an issue", (operator) => {
    const operand = RANGES.includes(operator) ? [false, true] : true;
    const places = placesInCondition(operator, operand, "BOOLEAN");
    expect(places.map(([code]) => code)).toEqual(["unordered-type"]);
    const byReference = placesInCondition(operator, "{{payload.b}}", "BOOLEAN");
    expect(byReference.map(([code]) => code)).toEqual(["unordered-type"]);
  });

  test.each([...EQUALITY, ...LISTS, ...PATTERNS, "IS_DEFINED"])("%s is none", (operator) => {
    expect(placesInCondition(operator, "true", "BOOLEAN")).toEqual([]);
  });
});
