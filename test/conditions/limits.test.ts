import { describe, expect, test } from "@jest/globals";
import { condition, group, nested } from "../support/build.js";
import { codesOf, placesInCondition, placesOf } from "../support/issues.js";
import { holds, matches, passes } from "../support/passes.js";

// Every limit: at it, one past it, and with its option changed.

const LIST_OPERATORS = ["IN", "NOT_IN", "ANY_IN", "ALL_IN"];

/** What cannot be read, in whatever place: a group whose every property throws. */
function unreadable(): object {
  const get = (): never => {
    throw new Error("read past a limit");
  };
  const trap = { get, enumerable: true };
  return Object.defineProperties({}, { value: trap, type: trap, isNegated: trap, children: trap });
}

const deepPath = (groups: number): (string | number)[] => [
  0,
  ...Array.from({ length: groups - 1 }, () => ["children", 0]).flat(),
];

describe("depth: 32", () => {
  test("at it", () => {
    expect(placesOf([nested(32)])).toEqual([]);
    expect(matches([nested(32)], { payload: { a: "x" } })).toBe(true);
    expect(matches([nested(32)], { payload: { a: "y" } })).toBe(false);
  });

  test("past it", () => {
    expect(placesOf([nested(33)])).toEqual([["too-deep", ...deepPath(33)]]);
  });

  test("nothing deeper is read", () => {
    let inner = group([condition("NOPE")], { value: "NEITHER" });
    for (let level = 0; level < 40; level++) inner = group([inner]);
    expect(codesOf([inner])).toEqual(["too-deep"]);
    let closed: unknown = unreadable();
    for (let level = 0; level < 32; level++) closed = group([closed]);
    expect(codesOf([closed])).toEqual(["too-deep"]);
  });

  test("each place that is too deep is an issue, and the rest is read on", () => {
    expect(placesOf([nested(33), nested(32), nested(40), group([condition("NOPE", 5)])])).toEqual([
      ["too-deep", ...deepPath(33)],
      ["too-deep", 2, ...deepPath(33).slice(1)],
      ["unknown-operator", 3, "children", 0, "operator"],
    ]);
  });

  test("an empty group counts", () => {
    let inner = group([]);
    for (let level = 1; level < 32; level++) inner = group([inner]);
    expect(codesOf([inner])).toEqual([]);
    expect(codesOf([group([inner])])).toEqual(["too-deep"]);
  });

  test.each([1, 2, 5, 33, 100])("changed to %d", (depth) => {
    const options = { limits: { depth } };
    expect(placesOf([nested(depth)], options)).toEqual([]);
    expect(placesOf([nested(depth + 1)], options)).toEqual([["too-deep", ...deepPath(depth + 1)]]);
  });
});

describe("groups and conditions: 10,000", () => {
  const wide = (conditions: number): unknown[] => [
    group(new Array(conditions).fill(condition("EQUAL", "x"))),
  ];

  test("at it", () => {
    expect(codesOf(wide(9_999))).toEqual([]);
    expect(codesOf(new Array(10_000).fill(group([])))).toEqual([]);
    expect(codesOf([...wide(4_999), ...wide(4_999)])).toEqual([]);
    expect(matches(wide(9_999), { payload: { a: "x" } })).toBe(true);
  });

  test("past it", () => {
    expect(codesOf(wide(10_000))).toEqual(["too-many-nodes"]);
    expect(codesOf(new Array(10_001).fill(group([])))).toEqual(["too-many-nodes"]);
    expect(codesOf([...wide(4_999), ...wide(5_000)])).toEqual(["too-many-nodes"]);
  });

  test("nothing more is read", () => {
    const children = [...new Array(10_000).fill(condition("EQUAL", "x")), condition("NOPE", 5)];
    expect(codesOf([group(children), group([condition("NOPE", 5)])])).toEqual(["too-many-nodes"]);
    const closed = [...new Array(9_999).fill(condition("EQUAL", "x")), unreadable()];
    expect(codesOf([group(closed)])).toEqual(["too-many-nodes"]);
  });

  test.each([1, 2, 10, 10_001, 20_000])("changed to %d", (nodes) => {
    const options = { limits: { nodes } };
    expect(codesOf(wide(nodes - 1), options)).toEqual([]);
    expect(codesOf(wide(nodes), options)).toEqual(["too-many-nodes"]);
  });
});

describe.each(LIST_OPERATORS)("items: 10,000, of %s", (operator) => {
  const list = (length: number): string[] => Array.from({ length }, (_, index) => `i${index}`);
  const tooMany = [["too-many-items", "value"]];

  test("at it", () => {
    expect(placesInCondition(operator, list(10_000))).toEqual([]);
    expect(placesInCondition(operator, list(10_000).join(","))).toEqual([]);
    expect(placesInCondition(operator, JSON.stringify(list(10_000)))).toEqual([]);
    expect(holds("i9999", operator, list(10_000))).toBe(operator !== "NOT_IN");
    expect(holds("i10000", operator, list(10_000))).toBe(operator === "NOT_IN");
  });

  test("past it", () => {
    expect(placesInCondition(operator, list(10_001))).toEqual(tooMany);
    expect(placesInCondition(operator, list(10_001).join(","))).toEqual(tooMany);
    expect(placesInCondition(operator, JSON.stringify(list(10_001)))).toEqual(tooMany);
  });

  test("none of them is read then", () => {
    expect(placesInCondition(operator, [...list(10_000), unreadable()])).toEqual(tooMany);
    expect(placesInCondition(operator, new Array(10_001).fill({}))).toEqual(tooMany);
    expect(placesInCondition(operator, list(10_001), "NUMBER")).toEqual(tooMany);
  });

  test("empty parts do not count", () => {
    expect(placesInCondition(operator, `${",".repeat(20_000)}a, ,b`)).toEqual([]);
    expect(placesInCondition(operator, list(10_000).join(",,"))).toEqual([]);
    expect(placesInCondition(operator, list(10_001).join(",,"))).toEqual(tooMany);
  });

  test("the same item each time counts each time", () => {
    expect(placesInCondition(operator, new Array(10_001).fill("a"))).toEqual(tooMany);
    expect(placesInCondition(operator, "a,".repeat(10_000))).toEqual([]);
    expect(placesInCondition(operator, "a,".repeat(10_001))).toEqual(tooMany);
  });

  test.each([1, 2, 10_001])("changed to %d", (items) => {
    const options = { limits: { items } };
    expect(placesInCondition(operator, list(items), "GROUP", options)).toEqual([]);
    expect(placesInCondition(operator, list(items).join(","), "GROUP", options)).toEqual([]);
    expect(placesInCondition(operator, list(items + 1), "GROUP", options)).toEqual(tooMany);
    expect(placesInCondition(operator, list(items + 1).join(","), "GROUP", options)).toEqual(
      tooMany,
    );
  });
});

describe("text: 100,000 UTF-16 units", () => {
  const scalars = ["EQUAL", "NOT_EQUAL", "LARGER", "LARGER_EQUAL", "SMALLER", "SMALLER_EQUAL"];
  const at = "x".repeat(100_000);
  const past = `${at}x`;

  test.each(scalars)("of %s", (operator) => {
    expect(placesInCondition(operator, at)).toEqual([]);
    expect(placesInCondition(operator, past)).toEqual([["value-too-long", "value"]]);
    expect(placesInCondition(operator, "😀".repeat(50_000))).toEqual([]);
    expect(placesInCondition(operator, `${"😀".repeat(50_000)}x`)).toEqual([
      ["value-too-long", "value"],
    ]);
    // nothing is trimmed
    expect(placesInCondition(operator, " ".repeat(100_001))).toEqual([["value-too-long", "value"]]);
  });

  test.each(LIST_OPERATORS)("of a string that %s splits", (operator) => {
    expect(placesInCondition(operator, at)).toEqual([]);
    expect(placesInCondition(operator, past)).toEqual([["value-too-long", "value"]]);
    expect(placesInCondition(operator, `a,${"x".repeat(99_998)}`)).toEqual([]);
    expect(placesInCondition(operator, `a,${"x".repeat(99_999)}`)).toEqual([
      ["value-too-long", "value"],
    ]);
    expect(placesInCondition(operator, ",".repeat(100_001))).toEqual([["value-too-long", "value"]]);
    expect(placesInCondition(operator, `["${"x".repeat(99_997)}"]`)).toEqual([
      ["value-too-long", "value"],
    ]);
  });

  test.each(LIST_OPERATORS)("of an item of %s", (operator) => {
    expect(placesInCondition(operator, ["a", at, at])).toEqual([]);
    expect(placesInCondition(operator, ["a", past, at, past])).toEqual([
      ["value-too-long", "value", 1],
      ["value-too-long", "value", 3],
    ]);
  });

  test.each(["BETWEEN", "NOT_BETWEEN"])("of a bound of %s", (operator) => {
    expect(placesInCondition(operator, ["a", at])).toEqual([]);
    expect(placesInCondition(operator, ["a", past])).toEqual([["value-too-long", "value", 1]]);
    expect(placesInCondition(operator, `a,${past}`)).toEqual([["value-too-long", "value"]]);
  });

  test("of a reference", () => {
    const padded = (units: number): string => "{{payload.b}}".padEnd(units);
    expect(placesInCondition("EQUAL", padded(100_000))).toEqual([]);
    expect(placesInCondition("EQUAL", padded(100_001))).toEqual([["value-too-long", "value"]]);
    expect(placesInCondition("IN", ["a", padded(100_001)])).toEqual([
      ["value-too-long", "value", 1],
    ]);
  });

  test.each([1, 10, 100_001])("changed to %d", (textLength) => {
    const options = { limits: { textLength } };
    const text = "x".repeat(textLength);
    for (const operator of [...scalars, ...LIST_OPERATORS]) {
      expect(placesInCondition(operator, text, "GROUP", options)).toEqual([]);
      expect(placesInCondition(operator, `${text}x`, "GROUP", options)).toEqual([
        ["value-too-long", "value"],
      ]);
    }
    expect(placesInCondition("IN", [`${text}x`], "GROUP", options)).toEqual([
      ["value-too-long", "value", 0],
    ]);
  });
});

describe.each(["LIKE", "NOT_LIKE", "ILIKE", "NOT_ILIKE"])("pattern: 1,000, of %s", (operator) => {
  const pattern = (units: number): string => "x%".repeat(units / 2).padEnd(units, "y");

  test("at it", () => {
    expect(placesInCondition(operator, pattern(1_000))).toEqual([]);
    expect(placesInCondition(operator, "😀".repeat(500))).toEqual([]);
    expect(placesInCondition(operator, "\\%".repeat(500))).toEqual([]);
  });

  test("past it", () => {
    const tooLong = [["pattern-too-long", "value"]];
    expect(placesInCondition(operator, pattern(1_001))).toEqual(tooLong);
    expect(placesInCondition(operator, `${"😀".repeat(500)}x`)).toEqual(tooLong);
    expect(placesInCondition(operator, `${"\\%".repeat(500)}x`)).toEqual(tooLong);
    expect(placesInCondition(operator, "x".repeat(100_000))).toEqual(tooLong);
  });

  test("a reference is no literal pattern", () => {
    const padded = "{{payload.b}}".padStart(1_001);
    expect(placesInCondition(operator, padded)).toEqual([]);
    expect(holds("xx", operator, "{{payload.b}}", "GROUP", `x${"%".repeat(5_000)}`)).toBe(
      !operator.startsWith("NOT"),
    );
  });

  test.each([1, 10, 1_001])("changed to %d", (patternLength) => {
    const options = { limits: { patternLength } };
    expect(placesInCondition(operator, "x".repeat(patternLength), "GROUP", options)).toEqual([]);
    expect(placesInCondition(operator, "x".repeat(patternLength + 1), "GROUP", options)).toEqual([
      ["pattern-too-long", "value"],
    ]);
  });
});

describe("steps in a path: 64", () => {
  const named = (steps: number): string => new Array(steps).fill("a").join(".");
  const bracketed = (steps: number): string => "[0]".repeat(steps);
  const quoted = (steps: number): string => '["a.b"]'.repeat(steps);
  const field = (path: string) => [group([condition("EQUAL", "x", path)])];
  const place = [["path-too-long", 0, "children", 0, "field"]];

  test.each([named, bracketed, quoted])("of a field: %p", (path) => {
    expect(placesOf(field(path(64)))).toEqual([]);
    expect(placesOf(field(path(65)))).toEqual(place);
    expect(placesOf(field(path(50_000)))).toEqual(place);
  });

  test("64 steps read something", () => {
    let payload: unknown = "x";
    for (let step = 0; step < 64; step++) payload = { a: payload };
    expect(passes(condition("EQUAL", "x", named(64)), { payload })).toBe(true);
  });

  test("long names are not many steps", () => {
    expect(placesOf(field("a".repeat(100_000)))).toEqual([]);
  });

  test("of a reference", () => {
    const reference = (path: string): string => `{{payload${path}}}`;
    for (const path of [(steps: number) => `.${named(steps)}`, bracketed, quoted]) {
      const tooLong = reference(path(65));
      expect(placesInCondition("EQUAL", reference(path(64)))).toEqual([]);
      expect(placesInCondition("EQUAL", tooLong)).toEqual([["path-too-long", "value"]]);
      expect(placesInCondition("LIKE", tooLong)).toEqual([["path-too-long", "value"]]);
      expect(placesInCondition("IN", ["a", reference(path(64))])).toEqual([]);
      expect(placesInCondition("IN", ["a", tooLong])).toEqual([["path-too-long", "value", 1]]);
      expect(placesInCondition("IN", `a, ${tooLong}`)).toEqual([["path-too-long", "value", 1]]);
      expect(placesInCondition("BETWEEN", `${tooLong}, 5`)).toEqual([
        ["path-too-long", "value", 0],
      ]);
    }
  });

  test.each([1, 2, 65, 1_000])("changed to %d", (pathSteps) => {
    const options = { limits: { pathSteps } };
    expect(placesOf(field(named(pathSteps)), options)).toEqual([]);
    expect(placesOf(field(named(pathSteps + 1)), options)).toEqual(place);
    const reference = (steps: number): string => `{{payload.${named(steps)}}}`;
    expect(placesInCondition("EQUAL", reference(pathSteps), "GROUP", options)).toEqual([]);
    expect(placesInCondition("EQUAL", reference(pathSteps + 1), "GROUP", options)).toEqual([
      ["path-too-long", "value"],
    ]);
  });
});

describe("what a reference reads has no limits", () => {
  test("long lists and long text", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => index);
    expect(holds(19_999, "IN", "{{payload.b}}", "GROUP", many)).toBe(true);
    expect(holds(20_000, "NOT_IN", "{{payload.b}}", "GROUP", many)).toBe(true);
    const long = "x".repeat(200_000);
    expect(holds(long, "EQUAL", "{{payload.b}}", "GROUP", long)).toBe(true);
    expect(holds(long, "IN", "{{payload.b}}", "GROUP", [long])).toBe(true);
    expect(holds(long, "LIKE", "{{payload.b}}", "GROUP", `${long.slice(1)}_`)).toBe(true);
  });
});
