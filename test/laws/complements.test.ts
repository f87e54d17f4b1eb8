import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { validSingleCondition } from "../reference/arbitraries/conditions.js";
import { conditionContext } from "../reference/arbitraries/contexts.js";
import { compile } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

const POSITIVES: readonly string[] = ["EQUAL", "IN", "LIKE", "ILIKE", "BETWEEN"];

function positiveOf(operator: string): string {
  return operator.replace(/^NOT_/, "");
}

test("a complement is the opposite of its positive on every context", () => {
  const truth = new Tally("positive operators that are true");
  const withComplement = validSingleCondition.filter(({ condition }) =>
    POSITIVES.includes(positiveOf(condition.operator)),
  );
  holdsFor(
    500,
    fc.property(
      withComplement,
      fc.array(conditionContext, { minLength: 3, maxLength: 3 }),
      ({ type, condition }, contexts) => {
        const operator = positiveOf(condition.operator);
        const positive = compile([{ type, value: "AND", children: [{ ...condition, operator }] }]);
        const complement = compile([
          { type, value: "AND", children: [{ ...condition, operator: `NOT_${operator}` }] },
        ]);
        for (const context of contexts) {
          truth.add(positive(context));
          expect(complement(context)).toBe(!positive(context));
        }
      },
    ),
  );
  truth.expectShareBetween(0.05, 0.9);
});
