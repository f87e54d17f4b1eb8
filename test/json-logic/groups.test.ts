import { describe, expect, test } from "@jest/globals";
import type { Tree } from "integration-router";
import { toJsonLogic } from "integration-router/json-logic";
import { group } from "../support/build.js";
import { A } from "../support/rules.js";
import { rewritten, treeOf, treeOfConditions } from "./written.js";

const FIELD = { source: "payload", path: "a" };

/** Four conditions, of which the first has a complement. */
const [x, y, z, w] = [
  { "==": [A, "x"] },
  { ">": [A, "y"] },
  { "<": [A, "z"] },
  { ">=": [A, "w"] },
] as const;

const X = { "ir:EQUAL": [FIELD, "x"] };
const NOT_X = { "ir:NOT_EQUAL": [FIELD, "x"] };
const Y = { "ir:LARGER": [FIELD, "y"] };
const Z = { "ir:SMALLER": [FIELD, "z"] };
const W = { "ir:LARGER_EQUAL": [FIELD, "w"] };
const ALWAYS = { "!!": [true] };
const NEVER = { "!!": [false] };

const not = <T>(rule: T) => ({ "!": [rule] as const });

describe.each<[string, readonly (readonly [rules: unknown, written: unknown])[]]>([
  [
    "groups",
    [
      [{ and: [x, y] }, { and: [X, Y] }],
      [{ or: [x, y] }, { or: [X, Y] }],
      [{ and: [x, { or: [y, z] }] }, { and: [X, { or: [Y, Z] }] }],
      [{ or: [{ and: [x, y] }, z] }, { or: [{ and: [X, Y] }, Z] }],
      [{ "<": [1, A, 5] }, { and: [{ "ir:LARGER": [FIELD, 1] }, { "ir:SMALLER": [FIELD, 5] }] }],
    ],
  ],
  [
    "groups of one",
    [
      [{ and: [x] }, X],
      [{ or: x }, X],
      [{ and: [{ or: [{ and: [x] }] }] }, X],
      [not({ and: [x] }), NOT_X],
      [not({ or: [y] }), not(Y)],
    ],
  ],
  [
    "groups in groups of the same kind",
    [
      [{ and: [x, { and: [y, { and: [z, w] }] }] }, { and: [X, Y, Z, W] }],
      [{ or: [{ or: [x, y] }, z] }, { or: [X, Y, Z] }],
      // by way of a group of one between them
      [{ and: [x, { or: [{ and: [y, z] }] }] }, { and: [X, Y, Z] }],
      [{ and: [{ or: [x, y] }, { or: [z, w] }] }, { and: [{ or: [X, Y] }, { or: [Z, W] }] }],
    ],
  ],
  [
    "negation",
    [
      [not(x), NOT_X],
      [not({ "!=": [A, "x"] }), X],
      [not(y), not(Y)],
      [not(not(y)), Y],
      [{ "!!": y }, Y],
      [not({ and: [not({ or: [y] })] }), Y],
      [not({ and: [x, y] }), not({ and: [X, Y] })],
      [{ and: [not({ and: [x, y] }), z] }, { and: [not({ and: [X, Y] }), Z] }],
      [not({ null: A }), { "ir:IS_DEFINED": [FIELD] }],
      [{ null: A }, not({ "ir:IS_DEFINED": [FIELD] })],
      [not({ isEmpty: A }), { "ir:IS_NOT_EMPTY": [FIELD] }],
      [not({ notIn: [A, ["x"]] }), { "ir:IN": [FIELD, ["x"]] }],
      [not({ containsAny: [A, ["x"]] }), not({ "ir:ANY_IN": [FIELD, ["x"]] })],
      // De Morgan's laws, where a group becomes one with the group around it
      [{ or: [not({ and: [x, y] }), z] }, { or: [NOT_X, not(Y), Z] }],
      [{ and: [z, not({ or: [not(x), y] })] }, { and: [Z, X, not(Y)] }],
      [{ or: [z, not({ and: [x, not({ or: [y, w] })] })] }, { or: [Z, NOT_X, Y, W] }],
    ],
  ],
  [
    "constants",
    [
      [true, ALWAYS],
      [false, NEVER],
      [not(true), NEVER],
      [{ "!!": [false] }, NEVER],
      [{}, ALWAYS],
      [undefined, ALWAYS],
      [{ and: [true, true] }, ALWAYS],
      [{ or: [false] }, NEVER],
      [{ and: [true, x] }, X],
      [{ and: [x, false, y] }, NEVER],
      [{ or: [x, true] }, ALWAYS],
      [{ or: [false, x, y] }, { or: [X, Y] }],
      [not({ and: [x, { or: [y, not(false)] }] }), NOT_X],
    ],
  ],
])("%s", (_, rows) => {
  test.each(rows)("%j", (rules, written) => {
    const rule = rewritten(rules);
    expect(rule).toStrictEqual(written);
    expect(rewritten(rule)).toStrictEqual(rule);
  });
});

describe("conditions", () => {
  test.each<[conditions: unknown, written: unknown]>([
    [undefined, ALWAYS],
    [[], ALWAYS],
    [[group([])], ALWAYS],
    [[group([]), group([{ on: "payload", field: "a", operator: "IS_DEFINED" }])], ALWAYS],
  ])("%j", (conditions, written) => {
    expect(toJsonLogic(treeOfConditions(conditions))).toStrictEqual(written);
  });
});

test("a node that no rule can say is a TypeError that names its kind", () => {
  const foreign = { kind: "foreign", passes: () => true } as unknown as Tree;
  const message =
    'tree: found a node of the kind "foreign"; expected constant, condition, not, and or or';
  for (const tree of [
    foreign,
    { kind: "not", child: foreign } as const,
    { kind: "or", children: [treeOf(x), foreign] } as const,
  ]) {
    expect(() => toJsonLogic(tree)).toThrow(new TypeError(message));
  }
});
