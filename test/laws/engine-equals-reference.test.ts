import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { ConditionsError, compileConditions, parseConditions } from "integration-router";
import { ALL_OPERATORS, validSingleCondition } from "../reference/arbitraries/conditions.js";
import { conditionContext, EXTRA_SOURCE } from "../reference/arbitraries/contexts.js";
import { anyConditions, mistakenConditions } from "../reference/arbitraries/mistakes.js";
import { readingOptions } from "../reference/arbitraries/options.js";
import { mistakeIn, passes } from "../reference/conditions.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

const contexts = fc.array(conditionContext, { minLength: 6, maxLength: 6 });

test("a rule set has issues exactly where the reference finds a mistake, and passes where it passes", () => {
  const valid = new Tally("random rule sets that are valid");
  const passed = new Tally("evaluations of rule sets that pass");
  holdsFor(
    1_000,
    fc.property(anyConditions, readingOptions, contexts, (conditions, options, each) => {
      const mistake = mistakeIn(conditions, options);
      const { issues } = parseConditions(conditions, options);
      valid.add(mistake === undefined);
      expect({ mistake, isValid: issues.length === 0 }).toEqual({
        mistake,
        isValid: mistake === undefined,
      });
      if (mistake !== undefined) {
        expect(() => compileConditions(conditions, options)).toThrow(ConditionsError);
        return;
      }
      const predicate = compileConditions(conditions, options);
      for (const context of each) {
        const expected = passes(conditions, context, options);
        passed.add(expected);
        if (predicate(context) !== expected) expect({ context, passed: !expected }).toEqual({});
      }
    }),
  );
  valid.expectShareBetween(0.6, 0.95);
  passed.expectShareBetween(0.3, 0.85);
});

test("one condition alone is true exactly where the reference says so, whatever its operator", () => {
  const options = { sources: [EXTRA_SOURCE] };
  const truths = new Map(ALL_OPERATORS.map((name) => [name, new Tally(`${name} is true`)]));
  holdsFor(
    4_000,
    fc.property(validSingleCondition, contexts, ({ type, condition }, each) => {
      const conditions = [{ type, value: "AND", children: [condition] }];
      const predicate = compileConditions(conditions, options);
      for (const context of each) {
        const expected = passes(conditions, context, options);
        truths.get(condition.operator)?.add(expected);
        if (predicate(context) !== expected) expect({ context, passed: !expected }).toEqual({});
      }
    }),
  );
  for (const truth of truths.values()) truth.expectShareBetween(0.03, 0.97);
});

test("a planted mistake is always found", () => {
  holdsFor(
    200,
    fc.property(mistakenConditions, (conditions) => {
      const options = { sources: [EXTRA_SOURCE] };
      expect(mistakeIn(conditions, options)).toEqual(expect.any(String));
      expect(parseConditions(conditions, options).issues).not.toEqual([]);
    }),
  );
});
