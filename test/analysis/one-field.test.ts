import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileConditions } from "integration-router";
import { alwaysTrue, satisfiable } from "integration-router/analysis";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { validSingleCondition } from "../reference/arbitraries/conditions.js";
import { passes } from "../reference/conditions.js";
import { LISTS, SINGLES } from "./support/values.js";

/** A group of one condition on the one field, without references. */
const group = validSingleCondition
  .map(({ type, condition }) => ({
    type,
    value: "AND",
    children: [{ ...condition, on: "subscriber", field: "x" }],
  }))
  .filter((made) => !JSON.stringify(made).includes("{{"));

const conditions = fc
  .record({
    value: fc.constantFrom("AND", "OR"),
    isNegated: fc.boolean(),
    children: fc.array(
      fc.tuple(group, fc.boolean()).map(([made, isNegated]) => ({ ...made, isNegated })),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map((made) => [made]);

const contexts = [...SINGLES, ...LISTS].map((x) => ({ subscriber: { x } }));

test("whatever conditions are put on one field, no value contradicts a verdict", () => {
  const decided = new Tally("verdicts that are not unknown");
  const found = new Tally("conditions that can be passed");
  holdsFor(
    120,
    fc.property(conditions, (made) => {
      const predicate = compileConditions(made);
      const answer = satisfiable(made);
      const opposite = alwaysTrue(made);
      decided.add(answer.verdict !== "unknown");
      decided.add(opposite.verdict !== "unknown");
      found.add(answer.verdict === "proved");
      if (answer.verdict === "proved") {
        expect(predicate(answer.context)).toBe(true);
        expect(passes(made, answer.context)).toBe(true);
      }
      if (opposite.verdict === "refuted") {
        expect(predicate(opposite.context)).toBe(false);
        expect(passes(made, opposite.context)).toBe(false);
      }
      const passing = contexts.find(predicate);
      if (answer.verdict === "refuted") expect(passing).toBeUndefined();
      const failing = contexts.find((context) => !predicate(context));
      if (opposite.verdict === "proved") expect(failing).toBeUndefined();
    }),
  );
  decided.expectShareBetween(0.97, 1.01);
  found.expectShareBetween(0.5, 0.99);
});
