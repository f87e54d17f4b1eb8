import { describe, expect, test } from "@jest/globals";
import { compileConditions } from "integration-router";
import { type Satisfiability, satisfiable } from "integration-router/analysis";
import { passes } from "../reference/conditions.js";

type Row = readonly [operator: string, value?: unknown, type?: string];

/** One field that all of some conditions are put on; a name that begins with `!` negates its group. */
function conditionsOf(rows: readonly Row[]): readonly unknown[] {
  const children = rows.map(([operator, value, type = "GROUP"]) => ({
    type,
    value: "AND",
    isNegated: operator.startsWith("!"),
    children: [{ on: "subscriber", field: "x", operator: operator.replace("!", ""), value }],
  }));
  return [{ value: "AND", children }];
}

function ask(rows: readonly Row[]): Satisfiability {
  const conditions = conditionsOf(rows);
  const answer = satisfiable(conditions);
  if (answer.verdict === "proved") {
    expect(compileConditions(conditions)(answer.context)).toBe(true);
    expect(passes(conditions, answer.context)).toBe(true);
  }
  return answer;
}

const POSSIBLE: readonly (readonly Row[])[] = [
  [
    ["EQUAL", "10"],
    ["LARGER", 9],
  ],
  [
    ["EQUAL", 10],
    ["NOT_EQUAL", "10", "TEXT"],
    ["NOT_EQUAL", 10, "NUMBER"],
    ["!LARGER", 11],
  ],
  [
    ["LARGER", 10],
    ["NOT_EQUAL", 11],
    ["SMALLER", 12],
  ],
  [
    ["LARGER", "apple"],
    ["SMALLER", "apples"],
  ],
  [
    ["LARGER", "a"],
    ["SMALLER", "b"],
    ["LIKE", "%z"],
    ["NOT_LIKE", "az"],
  ],
  [
    ["LARGER", "apple"],
    ["LARGER", 10],
  ],
  [
    ["BETWEEN", "b,c"],
    ["NOT_LIKE", "b%"],
  ],
  [
    ["EQUAL", "2026-03-01"],
    ["LARGER_EQUAL", "2026-03-01T00:00Z"],
    ["SMALLER_EQUAL", "2026-03-01"],
  ],
  [
    ["LARGER", "2026-03-01"],
    ["SMALLER", "2026-03-01T00:00:00.001Z"],
  ],
  [
    ["LARGER", "2026-03-01", "DATE"],
    ["LIKE", "%+02:00"],
  ],
  [["NOT_EQUAL", "a"], ["!IS_DEFINED"]],
  [
    ["EQUAL", "a"],
    ["EQUAL", "b"],
    ["!ALL_IN", "a,b"],
  ],
  [
    ["ALL_IN", "a,b"],
    ["EQUAL", "a"],
    ["EQUAL", "b"],
    ["NOT_IN", "c"],
  ],
  [["IS_DEFINED"], ["NOT_LIKE", "%"], ["!ALL_IN", "a"]],
  [
    ["LIKE", "a%"],
    ["LIKE", "%b"],
    ["NOT_LIKE", "%c%"],
    ["NOT_LIKE", "ab"],
  ],
  [
    ["LIKE", "%1%"],
    ["LIKE", "%2%"],
    ["LARGER", 10],
    ["SMALLER", 20],
  ],
  [
    ["LIKE", "%5"],
    ["LARGER", 10],
    ["SMALLER", 11],
  ],
  [
    ["LIKE", "__"],
    ["LIKE", "😀_"],
  ],
  [
    ["ILIKE", "i̇x"],
    ["NOT_LIKE", "i%"],
  ],
  [
    ["ILIKE", "k"],
    ["NOT_LIKE", "k"],
    ["NOT_LIKE", "K"],
  ],
  [
    ["EQUAL", "9007199254740993", "TEXT"],
    ["EQUAL", 9007199254740992, "NUMBER"],
  ],
  [
    ["EQUAL", 1, "NUMBER"],
    ["LIKE", "%+%"],
  ],
  [
    ["LARGER", "1e308", "NUMBER"],
    ["NOT_LIKE", "%"],
  ],
  [
    ["EQUAL", 0],
    ["EQUAL", "0", "TEXT"],
  ],
  [
    ["LARGER", "😀"],
    ["SMALLER", "😂"],
  ],
];

const IMPOSSIBLE: readonly (readonly Row[])[] = [
  [
    ["EQUAL", true, "BOOLEAN"],
    ["NOT_EQUAL", "true"],
  ],
  [
    ["EQUAL", "1a"],
    ["LARGER", 10],
    ["ALL_IN", "1a"],
  ],
  [
    ["EQUAL", "10"],
    ["ALL_IN", "10"],
    ["LARGER", 10],
  ],
  [
    ["LARGER", "apple"],
    ["ALL_IN", "1,2,a"],
  ],
  [["!IS_DEFINED"], ["EQUAL", "a"]],
  [
    ["EQUAL", "a"],
    ["NOT_IN", "a,b"],
  ],
  [
    ["EQUAL", "a"],
    ["NOT_LIKE", "a"],
  ],
  [
    ["ALL_IN", "a"],
    ["EQUAL", "b"],
  ],
  [
    ["BETWEEN", "10,20"],
    ["!LARGER_EQUAL", 10],
  ],
  [
    ["BETWEEN", "apple,banana"],
    ["!LARGER_EQUAL", "apple"],
  ],
  [
    ["LARGER", 10],
    ["!LARGER", 9],
  ],
  [
    ["SMALLER", "2026-03-01"],
    ["!SMALLER", "2026-03-02"],
  ],
  [
    ["LIKE", "a%"],
    ["!LIKE", "%"],
  ],
  [
    ["LIKE", "a_"],
    ["NOT_LIKE", "%_"],
  ],
  [
    ["LIKE", "ab%"],
    ["!LARGER_EQUAL", "ab", "TEXT"],
  ],
  [
    ["ILIKE", "A%"],
    ["!ILIKE", "a%"],
  ],
  [
    ["LIKE", "a%"],
    ["NOT_ILIKE", "a%"],
  ],
  [
    ["EQUAL", true, "BOOLEAN"],
    ["!IN", "true", "BOOLEAN"],
  ],
  [["IS_DEFINED"], ["!IS_DEFINED"]],
];

describe("conditions on one field that a value passes", () => {
  test.each(POSSIBLE.map((rows) => [JSON.stringify(rows), rows] as const))("%s", (_, rows) => {
    expect(ask(rows).verdict).toBe("proved");
  });
});

describe("conditions on one field that no value passes", () => {
  test.each(IMPOSSIBLE.map((rows) => [JSON.stringify(rows), rows] as const))("%s", (_, rows) => {
    expect(ask(rows).verdict).toBe("refuted");
  });
});

describe("contexts are as small and as plain as they can be", () => {
  test.each<readonly [readonly Row[], unknown]>([
    [[["NOT_EQUAL", "a"]], {}],
    [[["EQUAL", "pro"]], { subscriber: { x: "pro" } }],
    [[["LARGER", 10]], { subscriber: { x: 11 } }],
    [[["IS_DEFINED"]], { subscriber: { x: 1 } }],
    [
      [
        ["LIKE", "a%"],
        ["NOT_LIKE", "a"],
      ],
      { subscriber: { x: "ax" } },
    ],
    [
      [
        ["EQUAL", "a"],
        ["EQUAL", "b"],
      ],
      { subscriber: { x: ["a", "b"] } },
    ],
  ])("%j", (rows, context) => {
    expect(ask(rows)).toEqual({ verdict: "proved", context });
  });
});
