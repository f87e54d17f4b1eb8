import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { ConditionsError, compileRules, parseRules } from "integration-router";
import { codegen } from "integration-router/codegen";
import { conditionContext, EXTRA_SOURCE } from "../reference/arbitraries/contexts.js";
import { readingOptions } from "../reference/arbitraries/options.js";
import {
  anyRules,
  mistakenRules,
  RULE_OPERATORS,
  validSingleRule,
} from "../reference/arbitraries/rules.js";
import { mistakeInRules, rulesPass } from "../reference/rules.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

const contexts = fc.array(conditionContext, { minLength: 6, maxLength: 6 });

test("rules have issues exactly where the reference finds a mistake, and pass where it passes", () => {
  const valid = new Tally("random rules that are valid");
  const passed = new Tally("evaluations of rules that pass");
  holdsFor(
    1_000,
    fc.property(anyRules, readingOptions, contexts, (rules, options, each) => {
      const mistake = mistakeInRules(rules, options);
      const { issues } = parseRules(rules, options);
      valid.add(mistake === undefined);
      expect({ mistake, isValid: issues.length === 0 }).toEqual({
        mistake,
        isValid: mistake === undefined,
      });
      if (mistake !== undefined) {
        expect(() => compileRules(rules, options)).toThrow(ConditionsError);
        return;
      }
      const closures = compileRules(rules, options);
      const generated = compileRules(rules, { ...options, codegen });
      for (const context of each) {
        const expected = rulesPass(rules, context, options);
        passed.add(expected);
        const decided = { closures: closures(context), generated: generated(context) };
        if (decided.closures !== expected || decided.generated !== expected) {
          expect({ context, ...decided }).toEqual({ expected });
        }
      }
    }),
  );
  valid.expectShareBetween(0.6, 0.95);
  passed.expectShareBetween(0.3, 0.85);
});

test("one rule alone is true exactly where the reference says so, whatever its operator", () => {
  const options = { sources: [EXTRA_SOURCE] };
  const truths = new Map(RULE_OPERATORS.map((name) => [name, new Tally(`${name} is true`)]));
  holdsFor(
    1_000,
    fc.property(validSingleRule, contexts, ({ operator, rule }, each) => {
      const predicate = compileRules(rule, options);
      for (const context of each) {
        const expected = rulesPass(rule, context, options);
        truths.get(operator)?.add(expected);
        if (predicate(context) !== expected) expect({ context, passed: !expected }).toEqual({});
      }
    }),
  );
  for (const truth of truths.values()) truth.expectShareBetween(0.02, 0.97);
});

test("a planted mistake is always found", () => {
  holdsFor(
    200,
    fc.property(mistakenRules, (rules) => {
      const options = { sources: [EXTRA_SOURCE] };
      expect(mistakeInRules(rules, options)).toEqual(expect.any(String));
      expect(parseRules(rules, options).issues).not.toEqual([]);
    }),
  );
});
