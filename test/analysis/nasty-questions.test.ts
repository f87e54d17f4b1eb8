import { describe, expect, test } from "@jest/globals";
import type { Tree } from "integration-router";
import { alwaysTrue, type Conditions, satisfiable } from "integration-router/analysis";
import { passes } from "../reference/conditions.js";
import { rulesPass } from "../reference/rules.js";

const OUT_OF_STEPS = "the search took more steps than its budget";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const DAY = 86_400_000;

/** A list of what is made of each number up to one. */
function times<Item>(count: number, make: (index: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** An item of a list, from its beginning again past its end. */
function turn<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError("no items");
  return item;
}

const subscriber = (field: string) => ({ var: `subscriber.${field}` });
const payload = (field: string) => ({ var: `payload.${field}` });

function group(children: readonly unknown[], value = "AND"): readonly unknown[] {
  return [{ value, children }];
}

const on = (field: string, operator: string, value: unknown) => ({
  on: "subscriber",
  field,
  operator,
  value,
});

const day = (index: number) =>
  new Date(Date.UTC(2020, 0, 1) + index * DAY).toISOString().slice(0, 10);
const isNoList = (field: string) => ({ "==": [subscriber(`${field}.length`), null] });

function relative(index: number) {
  const names = ["withinLast", "moreThanXAgo", "lessThanXAgo", "exactlyXAgo"];
  const unit = turn(["days", "hours", "months", "weeks", "years"], index);
  return { [turn(names, index)]: [subscriber("at"), { amount: index + 1, unit }] };
}

function comparesFields(index: number) {
  const name = turn(["<", ">", "==", "!=", "<="], index);
  return { [name]: [subscriber(`f${index % 37}`), payload(`g${(index * 7) % 41}`)] };
}

/** A name that leads so deep. */
const deepName = (depth: number) => times(depth, (step) => `p${step}`).join(".");

/** Questions whose answer takes long, each with the verdict that would be wrong. */
const nasty: readonly (readonly [string, Conditions, "proved" | "refuted" | undefined])[] = [
  [
    "many patterns with two wildcards",
    group(times(13, (index) => on("plan", "LIKE", `%${LETTERS[index]}%${LETTERS[index + 13]}%`))),
    "refuted",
  ],
  [
    "200 patterns in any case",
    group(
      times(200, (index) =>
        on(
          "plan",
          index % 2 === 0 ? "NOT_ILIKE" : "ILIKE",
          `%${turn([...LETTERS], index)}%${turn([...LETTERS], index * 7)}%${index}%`,
        ),
      ),
    ),
    undefined,
  ],
  [
    "long patterns",
    group(times(10, (index) => on("plan", "LIKE", `%${"a_".repeat(400)}%${index}%`))),
    "refuted",
  ],
  [
    "200 conditions of five kinds on one field",
    group(
      times(200, (index) => {
        const number = String(index);
        const text = index % 3 === 0 ? `${turn([...LETTERS], index)}${index}` : number;
        return turn(
          [
            on("plan", "SMALLER", text),
            on("plan", "LARGER", text),
            on("plan", "LIKE", text),
            on("plan", "BETWEEN", [number, String(index + 5)]),
            on("plan", "EQUAL", text),
          ],
          index,
        );
      }),
      "OR",
    ),
    undefined,
  ],
  [
    "long texts in order",
    group(
      times(60, (index) =>
        on("plan", index % 2 === 0 ? "LARGER" : "SMALLER", "q".repeat(50_000) + index),
      ),
    ),
    undefined,
  ],
  [
    "a thousand characters in order",
    group(times(1000, (index) => on("plan", "LARGER", String.fromCharCode(0x3000 + index * 17)))),
    "refuted",
  ],
  ["many durations beside dates", { and: [...times(200, relative), isNoList("at")] }, undefined],
  [
    "durations that exclude each other at 400 times of the clock",
    {
      and: [
        { withinLast: [subscriber("at"), { amount: 1, unit: "days" }] },
        { moreThanXAgo: [subscriber("at"), { amount: 3, unit: "days" }] },
        isNoList("at"),
        ...times(100, (index) => ({ "!=": [subscriber("at"), day(index)] })),
      ],
    },
    "proved",
  ],
  ["hundreds of references", { and: times(400, comparesFields) }, undefined],
  [
    "conditions on a list and on what is in it",
    {
      and: [
        ...times(200, (index) => ({ in: [`t${index}`, payload("items")] })),
        { "==": [payload("items.0.sku"), "x"] },
      ],
    },
    "refuted",
  ],
  [
    "hundreds of long lists",
    {
      and: times(300, (index) => ({
        or: [{ ">": [payload(`a${index}.length`), 5000] }, { "==": [payload(`a${index}`), index] }],
      })),
    },
    "refuted",
  ],
  [
    "lists in lists",
    {
      and: times(30, (depth) => ({
        "==": [payload(["x", ...times(depth, (step) => step % 3)].join(".")), depth],
      })),
    },
    undefined,
  ],
  [
    "nine pigeons in eight holes",
    {
      and: [
        ...times(9, (pigeon) => ({
          or: times(8, (hole) => ({ "!!": [payload(`p${pigeon}h${hole}`)] })),
        })),
        ...times(8, (hole) =>
          times(9, (one) =>
            times(one, (other) => ({
              or: [{ "!": [payload(`p${one}h${hole}`)] }, { "!": [payload(`p${other}h${hole}`)] }],
            })),
          ).flat(),
        ).flat(),
      ],
    },
    "proved",
  ],
];

describe.each(nasty)("%s", (_name, conditions, wrong) => {
  test("the answer comes, and is not wrong", () => {
    const answer = satisfiable(conditions);
    if (wrong !== undefined) expect(answer.verdict).not.toBe(wrong);
    if (answer.verdict !== "proved") return;
    const passed = Array.isArray(conditions)
      ? passes(conditions, answer.context)
      : rulesPass(conditions, answer.context);
    expect(passed).toBe(true);
  });

  test("its work is counted: a small budget ends it", () => {
    const answer = satisfiable(conditions, { steps: 1000 });
    expect(answer.verdict).toBe("unknown");
  });
});

describe("paths and trees that nest deep", () => {
  test("a deep path is built once", () => {
    const answer = satisfiable({ "==": [payload(deepName(60)), 1] });
    expect(answer.verdict).toBe("proved");
  });

  test("fields each in the one before", () => {
    const chain = times(60, (depth) => ({ "!=": [payload(deepName(depth + 1)), 1] }));
    expect(satisfiable({ and: chain }).verdict).toBe("proved");
  });

  const leaf: Tree = { kind: "constant", value: true };
  const nested = (depth: number, wrap: (child: Tree) => Tree, innermost: Tree = leaf): Tree =>
    times(depth, (level) => level).reduce((tree) => wrap(tree), innermost);
  const not = (child: Tree): Tree => ({ kind: "not", child });

  test("a tree that would end the stack is unknown", () => {
    expect(satisfiable(nested(1000, not)).verdict).toBe("proved");
    expect(satisfiable(nested(100_000, not))).toEqual({
      verdict: "unknown",
      because: "the conditions nest deeper than 1200",
    });
  });

  test("a tree that would end the stack where a part of it was asked about before", () => {
    const part = nested(1000, not);
    expect(satisfiable(part).verdict).toBe("proved");
    expect(satisfiable(nested(1000, not, part)).verdict).toBe("unknown");
  });

  test("a tree of few parts that stand in it more often than could be counted", () => {
    const both = (child: Tree): Tree => ({ kind: "and", children: [child, child] });
    expect(satisfiable(nested(100, both))).toEqual({ verdict: "unknown", because: OUT_OF_STEPS });
  });

  test("alternatives within alternatives, whatever the budget", () => {
    const needsList = (...tags: readonly string[]) => ({
      and: tags.map((tag) => ({ in: [tag, payload("tags")] })),
    });
    const either = times(1050, (index) => ({
      or: [{ "==": [payload(`a${index}`), 1] }, { "==": [payload(`b${index}`), 1] }],
    }));
    const wide = { or: [needsList("a", "b"), needsList("c", "d"), needsList("e", "f")] };
    expect(satisfiable({ and: [...either, wide] }, { steps: 1e9 })).toEqual({
      verdict: "unknown",
      because: "the search nests deeper than 1000",
    });
  });
});

test("a condition that is always true is not refuted for want of steps", () => {
  const like = (end: string) =>
    times(40, (index) => on("plan", "LIKE", `%${"ab".repeat(index)}%${index}${end}`));
  // What ends in a text holds it; that is not to be seen from how the conditions are put together.
  const negated = { value: "AND", isNegated: true, children: like("") };
  const either = group([...like("%"), negated], "OR");
  expect(alwaysTrue(either, { steps: 3000 }).verdict).toBe("unknown");
  expect(alwaysTrue(either).verdict).not.toBe("refuted");
});
