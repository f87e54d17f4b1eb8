import { describe, expect, test } from "@jest/globals";
import { parseConditions } from "integration-router";
import { mistakeIn } from "../reference/conditions.js";

function only(operator: string, value: unknown, field = "a"): unknown[] {
  return [{ value: "AND", children: [{ on: "subscriber", field, operator, value }] }];
}

function nested(depth: number): unknown[] {
  let group = { value: "AND", children: only("IS_DEFINED", null) };
  for (let level = 2; level < depth; level += 1) group = { value: "OR", children: [group] };
  return [group];
}

function nodes(count: number): unknown[] {
  const [condition] = [{ on: "payload", field: "a", operator: "IS_DEFINED" }];
  const group = { value: "AND", children: Array(count / 2 - 1).fill(condition) };
  return [group, group];
}

function steps(count: number): string {
  return Array(count).fill("a").join(".");
}

function unended(count: number): string {
  return "a".repeat(count);
}

/** What is just within each limit, and the same just past it. */
const EDGES: readonly (readonly [string, unknown, unknown])[] = [
  ["depth", nested(32), nested(33)],
  ["groups and conditions, shared ones each time", nodes(10_000), nodes(10_002)],
  ["items of a list", only("IN", Array(10_000).fill(1)), only("IN", Array(10_001).fill(1))],
  [
    "items between commas, empty parts not counted",
    only("NOT_IN", `,,${"1, ,".repeat(10_000)}`),
    only("NOT_IN", "1,".repeat(10_001)),
  ],
  [
    "items of a JSON list",
    only("ALL_IN", `[${Array(10_000).fill("1").join()}]`),
    only("ALL_IN", `[${Array(10_001).fill("1").join()}]`),
  ],
  ["text", only("EQUAL", unended(100_000)), only("EQUAL", unended(100_001))],
  ["text of a list", only("IN", unended(100_000)), only("IN", `a${" ".repeat(100_000)}`)],
  [
    "text of an item",
    only("IN", ["b", unended(100_000)]),
    only("IN", ["b", `${unended(100_000)}b`]),
  ],
  ["a pattern", only("LIKE", unended(1_000)), only("NOT_ILIKE", unended(1_001))],
  [
    "a pattern in UTF-16 units",
    only("LIKE", "😀".repeat(500)),
    only("LIKE", `${"😀".repeat(500)}a`),
  ],
  ["steps", only("IS_DEFINED", null, steps(64)), only("IS_DEFINED", null, steps(65))],
  [
    "steps of a reference",
    only("EQUAL", `{{payload.${steps(64)}}}`),
    only("EQUAL", `{{payload.${steps(65)}}}`),
  ],
  [
    "steps of a referenced item",
    only("IN", ["a", `{{ payload[0].${steps(63)} }}`]),
    only("IN", ["a", `{{ payload[0].${steps(64)} }}`]),
  ],
];

describe("each limit is where the reference has it", () => {
  test.each(EDGES)("%s", (_name, within, past) => {
    expect(mistakeIn(within)).toBeUndefined();
    expect(parseConditions(within).issues).toEqual([]);
    expect(mistakeIn(past)).toEqual(expect.stringMatching(/too (many|long|deep)/));
    expect(parseConditions(past).issues).not.toEqual([]);
  });
});
