import { expect, test } from "@jest/globals";
import { condition, group } from "../../../support/build.js";
import { message, row } from "../../support/rows.js";
import type { MakeRouter } from "../support/strategies.js";
import { named, single, testTable, valuesOfA } from "../support/table.js";

/** A list of `length` elements, all "other" but the last. */
function endingIn(element: unknown, length: number): unknown[] {
  return [...Array.from({ length: length - 1 }, () => "other"), element];
}

const holed: unknown[] = [];
holed[3] = "x";

const LISTS = valuesOfA({
  x: "x",
  "[x]": ["x"],
  "[x, x]": ["x", "x"],
  "[x, y]": ["x", "y"],
  "[y, x, z]": ["y", "x", "z"],
  "16 with x": endingIn("x", 16),
  "17 with x": endingIn("x", 17),
  "100 with x": endingIn("x", 100),
  "16 of x": Array.from({ length: 16 }, () => "x"),
  "17 of x": Array.from({ length: 17 }, () => "x"),
  "[]": [],
  "holes and x": holed,
  "[null, undefined, x]": [null, undefined, "x"],
  "[null]": [null],
  "[[x]]": [["x"]],
  "[[x], x]": [["x"], "x"],
  "[{}, x]": [{}, "x"],
  "[1, true, x]": [1, true, "x"],
});

const WITH_X = [
  ...["x", "[x]", "[x, x]", "[x, y]", "[y, x, z]", "16 with x", "17 with x", "100 with x"],
  ...["16 of x", "17 of x", "holes and x", "[null, undefined, x]", "[[x], x]", "[{}, x]"],
  "[1, true, x]",
];
const ONLY_X = ["x", "[x]", "[x, x]", "16 of x", "17 of x"];

/** Fields that hold lists, of every length and with everything in them. */
export function lists(make: MakeRouter): void {
  testTable(make, "lists in the context", {
    payloads: LISTS,
    examples: [
      single("EQUAL", "x", WITH_X),
      single("IN", ["x", "nothing"], WITH_X),
      single("ANY_IN", "y, z", ["[x, y]", "[y, x, z]"]),
      single("ALL_IN", ["x"], ONLY_X),
      single("ALL_IN", "x, y", [...ONLY_X, "[x, y]"]),
      single("ALL_IN", ["x", "other"], [...ONLY_X, "16 with x", "17 with x", "100 with x"]),
      single("LIKE", "x%", WITH_X),
      single("LIKE", "%z", ["[y, x, z]"]),
      single("BETWEEN", ["w", "x"], WITH_X),
      single("LARGER", "x", ["[x, y]", "[y, x, z]"]),
      single("EQUAL", true, ["[1, true, x]"]),
      single("NOT_EQUAL", "x", ["[]", "[null]", "[[x]]"]),
      single("IS_DEFINED", undefined, Object.keys(LISTS)),
      named(
        "both of x and y",
        [condition("EQUAL", "x"), condition("IN", ["y"])],
        ["[x, y]", "[y, x, z]"],
      ),
      named(
        "y by its beginning, z by its end",
        [condition("LIKE", "y%"), condition("LIKE", "%z")],
        ["[y, x, z]"],
      ),
    ],
  });

  test("each element finds its own integrations, once each and in order", () => {
    const values = Array.from({ length: 200 }, (_, place) => place);
    const router = make(
      [...values, ...values].map((value, place) =>
        row(`${place}`, {
          priority: place % 3,
          conditions: [
            group([condition("IN", [value, value + 1])]),
            group([condition("EQUAL", value + 2)]),
          ],
        }),
      ),
    );
    for (const a of [[5], [5, 5], [7, 5, 9, 150], [199, 0, 100], [3, "3", 3n, 3.5], [-1, 500]]) {
      const isHit = (value: number): boolean =>
        a.some((element) => [value, value + 1, value + 2].includes(Number(element)));
      const expected = [...values, ...values]
        .map((value, place) => ({ value, place }))
        .filter(({ value }) => isHit(value))
        .sort((one, other) => (other.place % 3) - (one.place % 3) || one.place - other.place);
      const found = router.rank(message({ payload: { a } })).map(({ name }) => Number(name));
      expect(found).toEqual(expected.map(({ place }) => place));
    }
  });
}
