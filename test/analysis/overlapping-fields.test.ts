import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileConditions } from "integration-router";
import { satisfiable } from "integration-router/analysis";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { passes } from "../reference/conditions.js";

const fields = ["x", "x.length", "x[0]", "x[1]", "x.a", "x[0].a", "x[0].length", "x[2].a.b"];

const condition = fc
  .record({
    on: fc.constant("subscriber"),
    field: fc.constantFrom(...fields),
    operator: fc.constantFrom(
      ...["IS_DEFINED", "EQUAL", "NOT_EQUAL", "LARGER", "SMALLER", "LIKE", "ALL_IN", "IN"],
    ),
    value: fc.constantFrom("a", "1", "2", "3"),
  })
  // What a length reads as text is not decided.
  .filter(({ field, operator }) => operator !== "LIKE" || !field.endsWith("length"));

const group: fc.Arbitrary<unknown> = fc.record({
  isNegated: fc.boolean(),
  value: fc.constantFrom("AND", "AND", "OR"),
  children: fc.array(condition, { minLength: 1, maxLength: 4 }),
});

const conditions = fc
  .array(group, { minLength: 1, maxLength: 3 })
  .map((children) => [{ value: "AND", children }]);

const leaves: readonly unknown[] = [
  undefined,
  "a",
  "ax",
  1,
  2,
  3,
  4,
  { a: "a" },
  { a: 2 },
  ["a"],
  [1, 2],
];
const pairs = leaves.flatMap((one) => leaves.map((other) => [one, other]));
const values: readonly unknown[] = [
  ...leaves,
  [],
  { length: 2, 0: "a", 1: 1 },
  { a: 1, 0: { a: "a", length: 3 } },
  { a: "a", 0: { a: 1 }, 1: "a", length: "a", 2: { a: { b: "a" } } },
  ...leaves.map((one) => [one]),
  ...leaves.map((a) => ({ a })),
  ...leaves.map((length) => ({ length, 0: "a" })),
  ...pairs,
  ...pairs.map(([one, other]) => ({ 0: one, 1: other })),
  ...pairs.flatMap(([one, other]) => leaves.map((third) => [one, other, third])),
  ...pairs.map(([one, other]) => [one, other, { a: { b: 1 } }]),
  ...pairs.map(([one, other]) => [one, other, { a: { b: "a" } }, one]),
];
const contexts = values.map((x) => ({ subscriber: { x } }));

test("where fields lie inside one another, no value contradicts a verdict", () => {
  const found = new Tally("conditions on overlapping fields that can be passed");
  holdsFor(
    120,
    fc.property(conditions, (made) => {
      const predicate = compileConditions(made);
      const answer = satisfiable(made);
      found.add(answer.verdict === "proved");
      expect(answer.verdict).not.toBe("unknown");
      if (answer.verdict === "proved") {
        expect(predicate(answer.context)).toBe(true);
        expect(passes(made, answer.context)).toBe(true);
      } else {
        expect(contexts.find(predicate)).toBeUndefined();
      }
    }),
  );
  found.expectShareBetween(0.3, 0.95);
});
