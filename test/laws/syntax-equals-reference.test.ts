import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileConditions, parseConditions } from "integration-router";
import { conditionContext } from "../reference/arbitraries/contexts.js";
import {
  crowdedPattern,
  crowdedText,
  scrambledDate,
  scrambledNumber,
  scrambledOperand,
  scrambledPath,
} from "../reference/arbitraries/scrambled.js";
import { literal } from "../reference/arbitraries/values.js";
import { mistakeIn, passes } from "../reference/conditions.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

interface Written {
  readonly type: string;
  readonly field?: string;
  readonly operator: string;
  readonly value: unknown;
}

/** Holds the one condition to the reference: whether it is valid, and if it is, what it says. */
function expectSame(
  { type, field = "a", operator, value }: Written,
  context: object,
): { readonly isValid: boolean; readonly passed: boolean } {
  const condition = { on: "subscriber", field, operator, value };
  const conditions = [{ type, value: "AND", children: [condition] }];
  const mistake = mistakeIn(conditions);
  const isValid = mistake === undefined;
  const hasNoIssues = parseConditions(conditions).issues.length === 0;
  if (hasNoIssues !== isValid) expect({ mistake, hasNoIssues }).toEqual({ hasNoIssues: isValid });
  const passed = isValid && passes(conditions, context);
  if (isValid) expect(compileConditions(conditions)(context)).toBe(passed);
  return { isValid, passed };
}

/** A source in which the pieces of scrambled paths often lead somewhere. */
const deep = {
  a: { a: [{ a: 1, n: null }], "0": { n: 1 }, n: ["a", ["a"]], b: 1, "]": 1 },
  n: [{ a: [1], n: 1, "": 1 }, [0, { a: 1 }]],
  "0": ["a", "a"],
  "1": { "1": 1 },
  '"': { a: 1 },
  "a b": { c: 1, a: 1 },
  " ": 1,
  data: { "a.b": 1, a: { b: 1 } },
  items: Array.from({ length: 11 }, () => ({ sku: 1 })),
};

test("a scrambled path is a path for both, and leads to the same value", () => {
  const valid = new Tally("scrambled paths that are paths");
  const found = new Tally("scrambled paths that lead somewhere");
  holdsFor(
    800,
    fc.property(scrambledPath, (field) => {
      const context = { subscriber: deep };
      const written = { type: "TEXT", field, operator: "IS_DEFINED", value: "" };
      const { isValid, passed } = expectSame(written, context);
      valid.add(isValid);
      found.add(passed);
      expectSame({ type: "TEXT", field, operator: "IN", value: "1,a" }, context);
    }),
  );
  valid.expectShareBetween(0.1, 0.9);
  found.expectShareBetween(0.05, 0.9);
});

test("a scrambled operand is read the same, as a scalar, a list and a range", () => {
  const valid = new Tally("scrambled operands without a mistake");
  const operators = fc.constantFrom("EQUAL", "LIKE", "IN", "ALL_IN", "BETWEEN");
  holdsFor(
    800,
    fc.property(scrambledOperand, operators, conditionContext, (value, operator, context) => {
      for (const field of ["t", "n", "tags"]) {
        valid.add(expectSame({ type: "GROUP", field, operator, value }, context).isValid);
      }
    }),
  );
  valid.expectShareBetween(0.1, 0.9);
});

const comparison = fc.constantFrom("EQUAL", "LARGER", "SMALLER_EQUAL");

test("a scrambled date is the same instant for both, or none, in a field and as a literal", () => {
  const valid = new Tally("scrambled dates that are dates");
  holdsFor(
    600,
    fc.property(scrambledDate, literal.date, comparison, (text, value, operator) => {
      expectSame({ type: "DATE", operator, value }, { subscriber: { a: text } });
      expectSame({ type: "LIST", operator, value: text }, { subscriber: { a: value } });
      const asLiteral = { type: "DATE", operator, value: text };
      valid.add(expectSame(asLiteral, { subscriber: { a: value } }).isValid);
    }),
  );
  valid.expectShareBetween(0.1, 0.9);
});

test("a scrambled number is the same number for both, or none, in a field and as a literal", () => {
  const valid = new Tally("scrambled numbers that are numbers");
  holdsFor(
    600,
    fc.property(scrambledNumber, literal.number, comparison, (text, value, operator) => {
      expectSame({ type: "NUMBER", operator, value }, { subscriber: { a: text } });
      expectSame({ type: "LIST", operator, value: text }, { subscriber: { a: value } });
      const asLiteral = { type: "NUMBER", operator, value: text };
      valid.add(expectSame(asLiteral, { subscriber: { a: value } }).isValid);
    }),
  );
  valid.expectShareBetween(0.1, 0.9);
});

test("a pattern matches the same texts, written down and referenced", () => {
  const matched = new Tally("crowded texts that match");
  holdsFor(
    800,
    fc.property(
      crowdedPattern,
      fc.array(crowdedText, { minLength: 3, maxLength: 3 }),
      fc.constantFrom("LIKE", "ILIKE"),
      (pattern, texts, operator) => {
        for (const a of texts) {
          const context = { subscriber: { a }, payload: { pattern } };
          expectSame({ type: "TEXT", operator, value: pattern }, context);
          const value = "{{payload.pattern}}";
          matched.add(expectSame({ type: "TEXT", operator, value }, context).passed);
        }
      },
    ),
  );
  matched.expectShareBetween(0.02, 0.9);
});
