import { expect, test } from "@jest/globals";
import { holds } from "../support/passes.js";

// Patterns that take a backtracking matcher or a regular expression for ever. There is nothing to
// measure: with a matcher that keeps its bound each of these is over at once.

const LONG = "a".repeat(20_000);

test.each<[name: string, pattern: string]>([
  ["many runs", `${"%a".repeat(499)}b`],
  ["many runs in a row", `${"%".repeat(999)}b`],
  ["runs and underscores", `${"%_".repeat(499)}b`],
  ["one long needle", `%${"a".repeat(900)}b%`],
  ["one long needle with a gap", `%${"a".repeat(400)}_${"a".repeat(400)}b%`],
  ["two needles that cannot both be", `%${"a".repeat(450)}%${"a".repeat(450)}b`],
])("a text that nearly matches: %s", (_, pattern) => {
  expect(holds(LONG, "LIKE", pattern)).toBe(false);
  expect(holds(LONG, "NOT_ILIKE", pattern)).toBe(true);
  expect(holds(`${LONG}b`, "LIKE", pattern)).toBe(true);
});

test("a referenced pattern may be longer than a literal one", () => {
  const pattern = `${"%a".repeat(1500)}b`;
  const text = "a".repeat(3000);
  expect(holds(text, "LIKE", "{{payload.b}}", "GROUP", pattern)).toBe(false);
  expect(holds(`${text}b`, "LIKE", "{{payload.b}}", "GROUP", pattern)).toBe(true);
  const same = "x".repeat(200_000);
  expect(holds(same, "LIKE", "{{payload.b}}", "GROUP", same)).toBe(true);
});

test("an awkward text of lone surrogates", () => {
  const text = "\ud83d".repeat(20_000);
  expect(holds(text, "LIKE", `${"%_\ud83d".repeat(300)}\ude00`)).toBe(false);
  expect(holds(text, "LIKE", `${"%_\ud83d".repeat(300)}`)).toBe(true);
});
