import { describe, expect, test } from "@jest/globals";
import { ConditionsError, compileConditions, parseConditions } from "integration-router";
import { condition, group } from "../support/build.js";
import { issuesOf, type Place, placesInCondition, placesOf } from "../support/issues.js";

/** The issues of the error that compiling conditions throws. */
function thrownBy(conditions: unknown): ConditionsError {
  try {
    compileConditions(conditions);
  } catch (error) {
    if (error instanceof ConditionsError) return error;
    throw error;
  }
  throw new Error("compiled without an issue");
}

const MANY = [
  group([
    condition("EQUALS", "x"),
    { on: "webhook", field: "a..b", operator: "LARGER" },
    condition("EQUAL", "x"),
    group([condition("IN", [5, "x", null, true])], { type: "NUMBER", isNegated: "yes" }),
  ]),
  "text",
  group([condition("BETWEEN", "2, 1", "")], { value: "and", type: "number" }),
  group("children"),
  group([], { isNegated: true }),
];

const PLACES = [
  ["unknown-operator", 0, "children", 0, "operator"],
  ["unknown-source", 0, "children", 1, "on"],
  ["invalid-path", 0, "children", 1, "field"],
  ["missing-value", 0, "children", 1, "value"],
  ["invalid-negation", 0, "children", 3, "isNegated"],
  ["inconvertible-value", 0, "children", 3, "children", 0, "value", 1],
  ["invalid-item", 0, "children", 3, "children", 0, "value", 2],
  ["inconvertible-value", 0, "children", 3, "children", 0, "value", 3],
  ["not-a-group", 1],
  ["unknown-group-value", 2, "value"],
  ["unknown-group-type", 2, "type"],
  ["missing-field", 2, "children", 0, "field"],
  ["range-order", 2, "children", 0, "value"],
  ["children-not-a-list", 3, "children"],
  ["empty-negation", 4, "isNegated"],
];

const sorted = (places: readonly (readonly unknown[])[]): string[] =>
  places.map((place) => JSON.stringify(place)).sort();

describe("every issue at once", () => {
  test("with its place", () => {
    expect(sorted(placesOf(MANY))).toEqual(sorted(PLACES));
  });

  test("the list's entries in their order", () => {
    const entries = placesOf(MANY).map(([, entry]) => Number(entry));
    expect(entries).toEqual([...entries].sort((a, b) => a - b));
  });

  test("and there is no tree", () => {
    const result = parseConditions(MANY);
    expect(result.tree).toBeUndefined();
    expect(result.issues.length).toBe(PLACES.length);
  });

  test("compileConditions throws them in one error", () => {
    const error = thrownBy(MANY);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("ConditionsError");
    expect(error.issues).toEqual(issuesOf(MANY));
    expect(error.message).toContain("EQUALS");
  });

  test("without issues there is a tree", () => {
    const result = parseConditions([group([condition("EQUAL", "x")])]);
    expect(result.issues).toEqual([]);
    expect(result.tree).toBeDefined();
  });
});

describe("every issue of one condition", () => {
  const five = "x".repeat(5);
  const limits = { textLength: 4 };

  test.each<[name: string, operator: string, value: unknown, type: string, places: Place[]]>([
    [
      "items that are none beside items that do not convert",
      "IN",
      [null, "x", 5, {}, true],
      "NUMBER",
      [
        ["invalid-item", "value", 0],
        ["inconvertible-value", "value", 1],
        ["invalid-item", "value", 3],
        ["inconvertible-value", "value", 4],
      ],
    ],
    [
      "references that are none beside items that do not convert",
      "ALL_IN",
      ["{{", "x", "5"],
      "NUMBER",
      [
        ["invalid-reference", "value", 0],
        ["inconvertible-value", "value", 1],
      ],
    ],
    [
      "items that are too long beside others",
      "IN",
      ["ten", five, null],
      "NUMBER",
      [
        ["inconvertible-value", "value", 0],
        ["value-too-long", "value", 1],
        ["invalid-item", "value", 2],
      ],
    ],
    [
      "a bound that is none beside one that does not convert",
      "BETWEEN",
      [null, "x"],
      "NUMBER",
      [
        ["invalid-item", "value", 0],
        ["inconvertible-value", "value", 1],
      ],
    ],
    [
      "a bound that is none beside a date that is none",
      "NOT_BETWEEN",
      ["{{", "2024-02-30"],
      "GROUP",
      [
        ["invalid-reference", "value", 0],
        ["impossible-date", "value", 1],
      ],
    ],
    [
      "a bound too many beside one that does not convert",
      "BETWEEN",
      ["1", "2", "x"],
      "NUMBER",
      [
        ["range-size", "value"],
        ["inconvertible-value", "value", 2],
      ],
    ],
    [
      "an operator without an order and a value that is none",
      "LARGER",
      ["x"],
      "BOOLEAN",
      [
        ["list-as-scalar", "value"],
        ["unordered-type", "operator"],
      ],
    ],
  ])("%s", (_, operator, value, type, places) => {
    const options = Array.isArray(value) && value.includes(five) ? { limits } : {};
    expect(sorted(placesInCondition(operator, value, type, options))).toEqual(sorted(places));
  });
});

describe("the first hundred", () => {
  const wrong = (count: number): unknown[] => [
    group(Array.from({ length: count }, () => condition("NOPE", "x"))),
  ];
  const place = (index: number) => ["unknown-operator", 0, "children", index, "operator"];

  test.each([1, 99, 100])("%d are all", (count) => {
    expect(placesOf(wrong(count))).toEqual(
      Array.from({ length: count }, (_, index) => place(index)),
    );
    expect(thrownBy(wrong(count)).issues).toHaveLength(count);
  });

  test.each([101, 150, 9_999])("of %d", (count) => {
    const first = Array.from({ length: 100 }, (_, index) => place(index));
    expect(placesOf(wrong(count))).toEqual(first);
    expect(thrownBy(wrong(count)).issues.map(({ path }) => path[3])).toEqual(
      first.map((each) => each[3]),
    );
  });

  test("of items", () => {
    const conditions = [group([condition("IN", new Array(500).fill(null))])];
    const places = placesOf(conditions);
    expect(places).toHaveLength(100);
    expect(places[99]).toEqual(["invalid-item", 0, "children", 0, "value", 99]);
  });
});
