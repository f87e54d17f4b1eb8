import { describe, expect, test } from "@jest/globals";
import { parseRules } from "integration-router";
import { deepFreeze } from "../support/build.js";
import { A, codesInRules, placesInRules } from "../support/rules.js";
import { EXPORTED_NAMES } from "./written.js";

// Rules with the package's own operators that somebody has written by hand, and not well.

const FIELD = { source: "payload", path: "a" };

type Place = readonly [code: string, ...path: (string | number)[]];
type Row = readonly [rule: unknown, ...places: readonly Place[]];

/** Issues inside the arguments of one rule, the operator's name left out of their paths. */
function rows(operator: string, ...each: readonly (readonly [unknown, ...Place[]])[]): Row[] {
  return each.map(([given, ...places]) => [
    { [operator]: given },
    ...places.map(([code, ...path]): Place => [code, operator, ...path]),
  ]);
}

describe.each<[string, readonly Row[]]>([
  [
    "operators",
    [
      ...[
        "ir:",
        "ir:EQUALS",
        "ir:equal",
        "ir:EQUAL ",
        "ir:constructor",
        "ir:__proto__",
        "ir:ir:EQUAL",
      ].map((name): Row => [{ [name]: [FIELD, 1] }, ["unknown-rule-operator"]]),
      ...["EQUAL", "IR:EQUAL", "ir.EQUAL", "irEQUAL"].map(
        (name): Row => [{ [name]: [FIELD, 1] }, ["unknown-rule-operator"]],
      ),
      [{ and: [{ "ir:NOT": [FIELD] }] }, ["unknown-rule-operator", "and", 0]],
      [{ "ir:EQUAL": [FIELD, 1], "ir:IN": [FIELD, [1]] }, ["not-a-rule"]],
    ],
  ],
  [
    "the number of arguments",
    [
      ...rows(
        "ir:EQUAL",
        [[], ["argument-count"]],
        [[FIELD], ["argument-count"]],
        [FIELD, ["argument-count"]],
        [[FIELD, 1, "NUMBER", 2], ["argument-count"]],
      ),
      ...rows("ir:IS_DEFINED", [[], ["argument-count"]], [[FIELD, "TEXT", 1], ["argument-count"]]),
      ...rows("ir:BETWEEN", [[FIELD, 1, 5, "NUMBER"], ["argument-count"]]),
    ],
  ],
  [
    "fields",
    rows(
      "ir:EQUAL",
      ...[undefined, null, "payload.a", ["payload", "a"], 1].map((field): [unknown, Place] => [
        [field, 1],
        ["missing-field", 0],
      ]),
      [
        [A, 1],
        ["unknown-source", 0, "source"],
        ["missing-field", 0, "path"],
      ],
      [
        [{ source: "payload" }, 1],
        ["missing-field", 0, "path"],
      ],
      [
        [{ path: "a" }, 1],
        ["unknown-source", 0, "source"],
      ],
      [
        [{ source: "stranger", path: "a" }, 1],
        ["unknown-source", 0, "source"],
      ],
      [
        [{ source: "__proto__", path: "a" }, 1],
        ["unknown-source", 0, "source"],
      ],
      [
        [Object.create(FIELD), 1],
        ["unknown-source", 0, "source"],
        ["missing-field", 0, "path"],
      ],
      [
        [{ ...FIELD, path: "" }, 1],
        ["missing-field", 0, "path"],
      ],
      [
        [{ ...FIELD, path: ["a"] }, 1],
        ["missing-field", 0, "path"],
      ],
      [
        [{ ...FIELD, path: "a..b" }, 1],
        ["invalid-path", 0, "path"],
      ],
      [
        [{ ...FIELD, path: ".a" }, 1],
        ["invalid-path", 0, "path"],
      ],
    ),
  ],
  [
    "types",
    [
      ...rows(
        "ir:EQUAL",
        ...["number", "inferred", "", 0, true, ["TEXT"], FIELD].map((type): [unknown, Place] => [
          [FIELD, 1, type],
          ["unknown-group-type", 2],
        ]),
      ),
      ...rows("ir:IS_DEFINED", [
        [FIELD, "string"],
        ["unknown-group-type", 1],
      ]),
      ...rows("ir:LARGER", [
        [FIELD, true, "BOOLEAN"],
        ["unordered-type", 2],
      ]),
      ...rows("ir:NOT_BETWEEN", [
        [FIELD, [false, true], "BOOLEAN"],
        ["unordered-type", 2],
      ]),
    ],
  ],
  [
    "one value",
    [
      ...rows(
        "ir:EQUAL",
        [
          [FIELD, undefined],
          ["missing-value", 1],
        ],
        [
          [FIELD, null],
          ["missing-value", 1],
        ],
        [
          [FIELD, ["x"]],
          ["list-as-scalar", 1],
        ],
        [
          [FIELD, Number.NaN],
          ["invalid-value", 1],
        ],
        [
          [FIELD, A],
          ["unknown-source", 1, "source"],
          ["missing-field", 1, "path"],
        ],
        [
          [FIELD, { ...FIELD, source: "x" }],
          ["unknown-source", 1, "source"],
        ],
        [
          [FIELD, "{{payload}}"],
          ["invalid-reference", 1],
        ],
        [
          [FIELD, "x", "NUMBER"],
          ["inconvertible-value", 1],
        ],
      ),
      ...rows("ir:LARGER", [
        [FIELD, "2024-02-30"],
        ["impossible-date", 1],
      ]),
      ...rows("ir:LIKE", [
        [FIELD, "\\"],
        ["lone-escape", 1],
      ]),
    ],
  ],
  [
    "lists and ranges",
    [
      ...rows(
        "ir:IN",
        [
          [FIELD, []],
          ["empty-list", 1],
        ],
        [
          [FIELD, null],
          ["missing-value", 1],
        ],
        [
          [FIELD, ["x", null]],
          ["invalid-item", 1, 1],
        ],
        [
          [FIELD, ["x", ["y"]]],
          ["invalid-item", 1, 1],
        ],
        [
          [FIELD, ["x", { ...FIELD, path: "a." }]],
          ["invalid-path", 1, 1, "path"],
        ],
        [
          [FIELD, [1, "x"], "NUMBER"],
          ["inconvertible-value", 1, 1],
        ],
        [
          [FIELD, "[x"],
          ["invalid-json-list", 1],
        ],
      ),
      ...rows(
        "ir:BETWEEN",
        [
          [FIELD, 1],
          ["range-size", 1],
        ],
        [
          [FIELD, [1, 2, 3]],
          ["range-size", 1],
        ],
        [
          [FIELD, [5, 1]],
          ["range-order", 1],
        ],
        [
          [FIELD, ["2024-01-01", "2024-13-01"], "DATE"],
          ["inconvertible-value", 1, 1],
        ],
      ),
    ],
  ],
  [
    "lengths of time",
    rows(
      "ir:WITHIN_LAST",
      [
        [FIELD, "3 days"],
        ["invalid-duration", 1],
      ],
      [
        [FIELD, { amount: 0, unit: "days" }],
        ["invalid-duration", 1, "amount"],
      ],
      [
        [FIELD, { amount: 1, unit: "day" }],
        ["invalid-duration", 1, "unit"],
      ],
    ),
  ],
])("%s", (_, each) => {
  test.each(each.map((row) => [JSON.stringify(row[0]), ...row] as const))(
    "%s",
    (_, rule, ...places) => {
      expect(placesInRules(rule)).toEqual(places);
    },
  );
});

test("all mistakes are told at once", () => {
  const rule = { "ir:LARGER": [{ source: "x", path: "" }, [], "BOOLEAN"] };
  expect(codesInRules({ and: [rule, { "ir:X": 1 }] })).toEqual([
    ...["unknown-source", "missing-field", "unordered-type", "list-as-scalar"],
    "unknown-rule-operator",
  ]);
});

test("a sentence says where, what was found and what would be right", () => {
  const message = (rule: unknown): string | undefined => parseRules(rule).issues[0]?.message;
  expect(message({ "ir:EQUAL": ["payload.a", 1] })).toBe(
    'rules["ir:EQUAL"][0]: found "payload.a"; expected a field such as { "source": "subscriber", "path": "data.plan" }',
  );
  const names = EXPORTED_NAMES.join(", ");
  expect(message({ "ir:EQUALS": [] })).toBe(`rules: found "ir:EQUALS"; expected one of ${names}`);
  expect(message({ EQUALS: [] })).not.toContain("ir:");
});

describe("limits hold for these operators too", () => {
  test.each<[rule: unknown, limits: object, code: string]>([
    [{ "ir:IN": [FIELD, ["x", "y"]] }, { items: 1 }, "too-many-items"],
    [{ "ir:EQUAL": [FIELD, "four"] }, { textLength: 3 }, "value-too-long"],
    [{ "ir:LIKE": [FIELD, "four"] }, { patternLength: 3 }, "pattern-too-long"],
    [{ "ir:IS_DEFINED": [{ ...FIELD, path: "a.b.c" }] }, { pathSteps: 2 }, "path-too-long"],
    [{ "ir:EQUAL": [FIELD, { ...FIELD, path: "a.b.c" }] }, { pathSteps: 2 }, "path-too-long"],
  ])("%j", (rule, limits, code) => {
    expect(codesInRules(rule, { limits })).toEqual([code]);
    expect(codesInRules(rule)).toEqual([]);
  });
});

describe("what throws when it is read", () => {
  const boom = (): never => {
    throw new Error("a trap in rules");
  };
  const throwing = (target: object): object =>
    new Proxy(target, { get: boom, has: boom, ownKeys: boom, getOwnPropertyDescriptor: boom });

  test.each<[name: string, given: unknown, ...path: (string | number)[]]>([
    ["the arguments", throwing([])],
    ["a field", [throwing({}), 1], 0],
    ["an operand", [FIELD, throwing({})], 1],
    ["a list", [FIELD, throwing([])], 1],
    ["an item", [FIELD, ["x", throwing({})]], 1, 1],
  ])("%s", (_, given, ...path) => {
    const [issue, ...others] = parseRules({ "ir:IN": given }).issues;
    expect(others).toEqual([]);
    expect(issue?.code).toBe("unreadable");
    expect(issue?.path.slice(2, path.length + 2)).toEqual(path);
  });
});

describe("what is no mistake", () => {
  test.each([
    [{ "ir:IS_DEFINED": FIELD }],
    [{ "ir:IS_DEFINED": [FIELD, null] }],
    [{ "ir:EQUAL": [FIELD, 1, undefined] }],
    [{ "ir:EQUAL": [FIELD, 1, "STATEMENT"] }],
    // the operand is read as the value of a condition is
    [{ "ir:IN": [FIELD, "x, {{payload.b}}"] }],
    [{ "ir:BETWEEN": [FIELD, "[1, 5]"] }],
    [{ "ir:EQUAL": [FIELD, "{{payload.b}}"] }],
    [{ and: [{ "ir:EQUAL": [FIELD, 1] }, { "==": [A, 1] }, { "!": { "ir:IS_EMPTY": FIELD } }] }],
  ])("%j", (rule) => {
    expect(placesInRules(deepFreeze(rule))).toEqual([]);
  });
});
