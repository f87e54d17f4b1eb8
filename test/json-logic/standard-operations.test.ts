import { expect, jest, test } from "@jest/globals";
import { addOperators } from "integration-router/json-logic";
import jsonLogic from "json-logic-js";
import { apply, EXPORTED_NAMES } from "./written.js";

// Adding the operators changes no rule of anybody else.

const FIELD = { source: "payload", path: "a" };

/** What comes of a rule: its result, or what it throws. */
function outcome(rule: unknown, data: unknown): unknown {
  try {
    return { result: apply(rule, data) };
  } catch (error) {
    return { thrown: String(error) };
  }
}

const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 2.5, "", "0", "1", "a", "apple"],
  ...[[], [1, 2], ["a", ""], { var: "n" }, { var: "list" }, { var: "nothing" }, { var: "" }],
];

const STANDARD: readonly string[] = [
  ...["==", "===", "!=", "!==", ">", ">=", "<", "<=", "!!", "!", "%", "log", "in", "cat", "substr"],
  ...["+", "*", "-", "/", "min", "max", "merge", "var", "missing", "missing_some"],
  ...["if", "?:", "and", "or", "filter", "map", "reduce", "all", "none", "some"],
  // and what is none
  ...["ir", "EQUAL", "between", "ir.EQUAL", "constructor", "startsWith", ""],
];

/** The results of every standard operation on every pair of values, and on some triples. */
function standardResults(): readonly unknown[] {
  const data = { n: 5, list: [1, "a", null, { n: 1 }], payload: { a: "x" } };
  return STANDARD.flatMap((operation) => {
    const lone = VALUES.map((value) => ({ [operation]: value }));
    const pairs = VALUES.flatMap((first) =>
      VALUES.map((second) => ({ [operation]: [first, second] })),
    );
    const triples = VALUES.map((value) => ({ [operation]: [{ var: "list" }, value, 1] }));
    const rules = [...lone, ...pairs, ...triples];
    return rules.map((rule) => [JSON.stringify(rule), outcome(rule, data)]);
  });
}

test("no standard operation gives another result than before", () => {
  const log = jest.spyOn(console, "log").mockImplementation(() => undefined);
  const before = standardResults();
  expect(outcome({ "ir:EQUAL": [FIELD, "x"] }, {})).toEqual({
    thrown: "Error: Unrecognized operation ir:EQUAL",
  });
  addOperators(jsonLogic);
  expect(apply({ "ir:EQUAL": [FIELD, "x"] }, { payload: { a: "x" } })).toBe(true);
  expect(standardResults()).toStrictEqual(before);
  log.mockRestore();
});

test("only names of the package's own are registered, each operator's once", () => {
  const names: string[] = [];
  addOperators({ add_operation: (name) => names.push(name) });
  expect(names).toEqual(EXPORTED_NAMES);
  expect(names.filter((name) => name.includes("."))).toEqual([]);
});
