import { describe, expect, test } from "@jest/globals";
import { OPERATOR_NAMES } from "integration-router";
import { condition, group } from "../support/build.js";
import { issuesOf } from "../support/issues.js";
import { A, B, ruleHolds } from "../support/rules.js";

// Every row of the table of operators, both ways.

type Row = readonly [rule: unknown, passesOn: readonly unknown[], failsOn: readonly unknown[]];

const ABSENT = [undefined, null];
const OBJECTS = [{}, { b: "x" }];
const FEW_DAYS = ["2024-02-28", "2024-02-29T00:00Z", 1_709_164_800_000, new Date("2024-03-01")];

function testRows(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    const cases = rows.map((row) => [JSON.stringify(row[0]), ...row] as const);
    test.each(cases)("%s", (_, rule, passesOn, failsOn) => {
      const passes = (a: unknown): boolean => ruleHolds(rule, a, "x");
      expect(passesOn.filter((a) => !passes(a))).toEqual([]);
      expect(failsOn.filter(passes)).toEqual([]);
      const not = (a: unknown): boolean => ruleHolds({ "!": [rule] }, a, "x");
      expect(passesOn.filter(not)).toEqual([]);
      expect(failsOn.filter((a) => !not(a))).toEqual([]);
    });
  });
}

const isX = { "==": [A, "x"] };
const isSeven = { "==": [A, 7] };

testRows("and, or, !, !!", [
  [{ and: [isX, { notNull: A }] }, ["x"], ["y", ...ABSENT]],
  [{ and: [isX] }, ["x"], ["y"]],
  [{ and: isX }, ["x"], ["y"]],
  [{ or: [isX, isSeven] }, ["x", 7], ["y", 8, ...ABSENT]],
  [{ "!": [isX] }, ["y", ...ABSENT], ["x"]],
  [{ "!": isX }, ["y", ...ABSENT], ["x"]],
  [{ "!!": [isX] }, ["x"], ["y"]],
  [{ "!!": isX }, ["x"], ["y"]],
  [{ "!": { "!": { "!!": { "!": isX } } } }, ["y"], ["x"]],
  [{ and: [true, isX] }, ["x"], ["y"]],
  [{ and: [false, isX] }, [], ["x", "y"]],
  [{ or: [true, isX] }, ["x", "y"], []],
  [{ or: [false, isX] }, ["x"], ["y"]],
  [true, ["x", ...ABSENT], []],
  [false, [], ["x", ...ABSENT]],
  [{ "!": [false] }, ["x"], []],
  [{ "!!": true }, ["x"], []],
]);

const TRUTHY = ["x", "false", " ", 1, -1, 1n, true, [0], [null], {}, new Date(0), Number.NaN];
const FALSY = ["", 0, -0, 0n, false, [], ...ABSENT];

testRows("a field where a rule could stand", [
  [A, TRUTHY, FALSY],
  [{ var: ["payload.a"] }, TRUTHY, FALSY],
  [{ "!!": [A] }, TRUTHY, FALSY],
  [{ "!": A }, FALSY, TRUTHY],
  [{ and: [A, { "!=": [A, 1] }] }, ["x"], [1, ""]],
]);

const IS_X: Row[1] = ["x", ["x"], ["y", "x"]];
const IS_NOT_X: Row[1] = ["X", "y", 0, ["y"], [], ...OBJECTS, ...ABSENT];

testRows("equality", [
  ...["==", "=", "==="].flatMap((operator): Row[] => [
    [{ [operator]: [A, "x"] }, IS_X, IS_NOT_X],
    [{ [operator]: ["x", A] }, IS_X, IS_NOT_X],
    [{ [operator]: [A, 7] }, [7, 7n, "7", [7]], ["7.0", 7.5, true, ...ABSENT]],
    [{ [operator]: [A, "7"] }, ["7", 7], ["7.0", " 7"]],
    [{ [operator]: [A, true] }, [true, "true"], [1, "TRUE", false]],
    [{ [operator]: [A, B] }, IS_X, IS_NOT_X],
    [{ [operator]: [B, "x"] }, ["anything", undefined], []],
    [{ [operator]: [A, "{{payload.b}}"] }, IS_X, IS_NOT_X],
    [{ [operator]: [A, { var: "payload.c" }] }, [], ["x", ...ABSENT]],
    [{ [operator]: [A, null] }, ABSENT, ["", 0, [], {}]],
    [{ [operator]: [null, A] }, ABSENT, ["", 0, [], {}]],
  ]),
  ...["!=", "!=="].flatMap((operator): Row[] => [
    [{ [operator]: [A, "x"] }, IS_NOT_X, IS_X],
    [{ [operator]: ["x", A] }, IS_NOT_X, IS_X],
    [{ [operator]: [A, { var: "payload.c" }] }, ["x", ...ABSENT], []],
    [{ [operator]: [A, null] }, ["", 0, [], {}], ABSENT],
    [{ [operator]: [null, A] }, ["", 0, [], {}], ABSENT],
  ]),
]);

testRows("order", [
  [{ ">": [A, 5] }, [5.1, "6", [1, 6]], [5, "5", "a", [], ...OBJECTS, ...ABSENT]],
  [{ ">=": [A, 5] }, [5, "5.0"], [4.9, ...ABSENT]],
  [{ "<": [A, 5] }, [4.9, -1, "0"], [5, "", ...ABSENT]],
  [{ "<=": [A, 5] }, [5, 4n], [5.1, ...ABSENT]],
  [{ ">": [5, A] }, [4.9], [5, 5.1, ...ABSENT]],
  [{ ">=": [5, A] }, [5, 4.9], [5.1, ...ABSENT]],
  [{ "<": [5, A] }, [5.1], [5, 4.9, ...ABSENT]],
  [{ "<=": [5, A] }, [5, 5.1], [4.9, ...ABSENT]],
  [{ ">": [A, "2024-02-28"] }, FEW_DAYS.slice(1), ["2024-02-28", "2024-02-27", "x"]],
  [{ ">": [A, B] }, ["y"], ["x", "w", 5, ...ABSENT]],
  // of two fields the first is the field: "x" is compared with what is read
  [{ "<": [B, A] }, ["y"], ["x", "w", ...ABSENT]],
  [{ "<": [A, { var: "payload.c" }] }, [], [1, "a", ...ABSENT]],
]);

testRows("a field between two values", [
  [{ "<=": [1, A, 5] }, [1, 5, "3", [9, 2]], [0.9, 5.1, ...ABSENT]],
  [{ "<": [1, A, 5] }, [1.1, 4.9, "3"], [1, 5, ...ABSENT]],
  // each bound has a domain of its own, while those of a range share one
  [{ "<": [1, A, "b"] }, ["2"], ["1", "a", 2]],
  [{ "<=": [1, A, "b"] }, ["2", "1", "a"], [2]],
  [{ "<": [1, A, 5] }, [[0, 9]], [[0], [9]]],
  [{ "<=": [1, A, 5] }, [], [[0, 9]]],
  [{ "<=": ["a", A, B] }, ["a", "b", "x"], ["xa", "A"]],
  [{ "<": ["a", A, "{{payload.b}}"] }, ["b"], ["a", "x"]],
]);

testRows("membership", [
  [{ in: [A, ["x", 7, true]] }, ["x", 7, "7", true, ["q", "x"]], ["y", "X", [], ...ABSENT]],
  [{ in: [A, ["{{payload.b}}", "y"]] }, ["x", "y"], ["z"]],
  [{ in: [A, [B, "y"]] }, ["x", "y"], ["z"]],
  [{ in: [A, B] }, ["x"], ["y"]],
  [{ in: [A, "{{payload.b}}"] }, ["x"], ["y"]],
  [{ notIn: [A, ["x", 7]] }, ["y", [], ...ABSENT], ["x", 7, ["q", "x"]]],
  [{ notIn: [A, { var: "payload.c" }] }, ["y", ...ABSENT], []],
  [{ containsAny: [A, ["x", "y"]] }, ["x", ["q", "y"]], ["z", ["q"], [], ...ABSENT]],
  [{ doesNotContainAny: [A, ["x", "y"]] }, ["z", ["q"], [], ...ABSENT], ["x", ["q", "y"]]],
  [{ containsAny: [A, B] }, ["x", ["x"]], ["y", ["y"]]],
]);

const HAS_PRO: Row[1] = ["pro", "nonprofit", ["pro"], ["a", "pro"]];
const HAS_NO_PRO: Row[1] = ["Pro", "pr", ["nonprofit"], [["pro"]], [], 7, ...OBJECTS, ...ABSENT];

testRows("contains", [
  [{ contains: [A, "pro"] }, HAS_PRO, HAS_NO_PRO],
  [{ in: ["pro", A] }, HAS_PRO, HAS_NO_PRO],
  [{ doesNotContain: [A, "pro"] }, HAS_NO_PRO, HAS_PRO],
  [
    { contains: [A, 7] },
    [7, 171, "x7", [7], ["7"], new Date("2027-01-01")],
    [8, ["7x"], [17], true],
  ],
  [{ contains: [A, "7"] }, [7, 171, [7], ["7"]], [["17"]]],
  [{ contains: [A, true] }, [true, "untrue", [true]], [false, ["untrue"]]],
  [{ contains: [A, "%"] }, ["5%"], ["5"]],
  [{ contains: [A, ""] }, ["", "x", 7, [""]], [[], ["x"], {}, ...ABSENT]],
  [{ contains: [A, B] }, ["axb", ["x"]], ["a", ["axb"], ...ABSENT]],
  [{ contains: [A, { var: "payload.c" }] }, [], ["", "undefined", [], ...ABSENT]],
  [{ doesNotContain: [A, { var: "payload.c" }] }, ["", "undefined", [], ...ABSENT], []],
  [{ in: ["{{payload.b}}", A] }, ["axb", ["x"]], ["a"]],
]);

testRows("the ends of a text", [
  [
    { startsWith: [A, "ab"] },
    ["ab", "abc", ["q", "abc"]],
    ["Ab", "a", "cab", [], ...OBJECTS, ...ABSENT],
  ],
  [{ doesNotBeginWith: [A, "ab"] }, ["Ab", [], ...ABSENT], ["abc", ["q", "abc"]]],
  [{ endsWith: [A, "bc"] }, ["bc", "abc", ["abc"]], ["bcd", "BC", [], ...OBJECTS, ...ABSENT]],
  [{ doesNotEndWith: [A, "bc"] }, ["bcd", [], ...ABSENT], ["abc", ["abc"]]],
  [{ startsWith: [A, "2024-02"] }, [new Date("2024-02-29")], [new Date("2024-03-01")]],
  [{ startsWith: [A, 4] }, [42, "42", 4n, [42]], [24]],
  [{ endsWith: [A, ".example"] }, ["a@b.example"], ["a@bXexample"]],
  [{ startsWith: [A, "a_"] }, ["a_b"], ["axb"]],
  [{ startsWith: [A, ""] }, ["", "x", 7], [[], {}, Number.NaN, ...ABSENT]],
  [{ startsWith: [A, B] }, ["xy"], ["yx", ...ABSENT]],
  [{ endsWith: [A, B] }, ["yx", ["yx"]], ["xy", ...ABSENT]],
  [{ endsWith: [A, { var: "payload.c" }] }, [], ["", "x", ...ABSENT]],
]);

testRows("ranges", [
  [{ between: [A, [1, 5]] }, [1, 5, "3", [9, 2]], [0, 6, ...OBJECTS, ...ABSENT]],
  [{ notBetween: [A, [1, 5]] }, [0, 6, ...OBJECTS, ...ABSENT], [1, 5, "3"]],
  [{ between: [A, ["2024-02-28", "2024-03-01"]] }, FEW_DAYS, ["2024-02-27", "x"]],
  [{ between: [A, ["a", B]] }, ["a", "x"], ["z"]],
  [{ between: [A, B] }, [], ["x", 1]],
]);

test("a reference may hold the two bounds of a range, or the items of a list", () => {
  expect(ruleHolds({ between: [A, B] }, 3, [1, 5])).toBe(true);
  expect(ruleHolds({ between: [A, B] }, 3, [1, 5, 9])).toBe(false);
  expect(ruleHolds({ in: [A, B] }, 3, [1, 3])).toBe(true);
  expect(ruleHolds({ in: [A, "{{payload.b}}"] }, 3, [1, 3])).toBe(true);
  expect(ruleHolds({ in: [A, [B]] }, 3, [1, 3])).toBe(false);
  expect(ruleHolds({ contains: [A, B] }, ["x"], ["x"])).toBe(false);
  expect(ruleHolds({ startsWith: [A, B] }, "x", ["x"])).toBe(false);
});

const NOTHING = ["", [], ...ABSENT];
const SOMETHING = [" ", "x", 0, -0, 0n, false, Number.NaN, [null], {}, new Date(Number.NaN)];

testRows("presence", [
  [{ null: A }, ABSENT, ["", [], 0, false, {}]],
  [{ null: [A] }, ABSENT, ["", [], 0, false, {}]],
  [{ notNull: A }, ["", [], 0, false, {}], ABSENT],
  [{ isEmpty: A }, NOTHING, SOMETHING],
  [{ isEmpty: [A] }, NOTHING, SOMETHING],
  [{ isNonEmpty: [A] }, SOMETHING, NOTHING],
]);

describe("conditions do not know what only rules can say", () => {
  test.each(["CONTAINS", "NOT_STARTS_WITH", "IS_EMPTY", "IS_TRUTHY", "WITHIN_LAST", "=="])(
    "%s",
    (operator) => {
      const [issue, ...others] = issuesOf([group([condition(operator, "x")])]);
      expect(others).toEqual([]);
      expect(issue?.code).toBe("unknown-operator");
      expect(issue?.message).toContain(`expected one of ${OPERATOR_NAMES.join(", ")}`);
      expect(OPERATOR_NAMES).toHaveLength(17);
    },
  );
});
