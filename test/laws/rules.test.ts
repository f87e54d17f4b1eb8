import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileRules, type Predicate } from "integration-router";
import { conditionContext, EXTRA_SOURCE } from "../reference/arbitraries/contexts.js";
import { validRules, validSingleRule } from "../reference/arbitraries/rules.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

const contexts = fc.array(conditionContext, { minLength: 3, maxLength: 3 });

function compile(rules: unknown): Predicate {
  return compileRules(rules, { sources: [EXTRA_SOURCE] });
}

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ["==", "!="],
  ["===", "!=="],
  ["notIn", "in"],
  ["contains", "doesNotContain"],
  ["startsWith", "doesNotBeginWith"],
  ["endsWith", "doesNotEndWith"],
  ["containsAny", "doesNotContainAny"],
  ["between", "notBetween"],
  ["null", "notNull"],
  ["isEmpty", "isNonEmpty"],
  ["withinLast", "notWithinLast"],
]);

test("an operator and its opposite never agree", () => {
  const truth = new Tally("operators with an opposite that are true");
  const withOpposite = validSingleRule.filter(({ operator }) => OPPOSITES.has(operator));
  holdsFor(
    500,
    fc.property(withOpposite, contexts, ({ operator, rule }, each) => {
      const one = compile(rule);
      const other = compile({ [OPPOSITES.get(operator) ?? ""]: rule[operator] });
      for (const context of each) {
        // Without a clock of its own a context has a later one at each call.
        const now = Object.hasOwn(context, "now") ? (context["now"] ?? 0) : 0;
        const asked = Object.assign(Object.create(Object.getPrototypeOf(context)), context, {
          now,
        });
        truth.add(one(asked));
        expect(other(asked)).toBe(!one(asked));
      }
    }),
  );
  truth.expectShareBetween(0.1, 0.9);
});

test("De Morgan: not all is one that is not, and signs cancel out", () => {
  holdsFor(
    250,
    fc.property(
      fc.array(validRules, { minLength: 1, maxLength: 3 }),
      fc.nat(6),
      contexts,
      (rules, signs, each) => {
        const notAll = compile({ "!": [{ and: rules }] });
        const someNot = compile({ or: rules.map((rule) => ({ "!": rule })) });
        const notAny = compile({ "!": { or: rules } });
        const allNot = compile({ and: rules.map((rule) => ({ "!": [rule] })) });
        const all = compile({ and: rules });
        let signed: unknown = { and: rules };
        for (let sign = 0; sign < signs; sign++) signed = { "!": signed };
        const many = compile(signed);
        for (const context of each) {
          expect(someNot(context)).toBe(notAll(context));
          expect(allNot(context)).toBe(notAny(context));
          expect(many(context)).toBe(all(context) === (signs % 2 === 0));
        }
      },
    ),
  );
});

test("the order of members decides nothing", () => {
  holdsFor(
    150,
    fc.property(
      fc.array(validRules, { minLength: 2, maxLength: 4 }),
      fc.constantFrom("and", "or"),
      contexts,
      (rules, operator, each) => {
        const forwards = compile({ [operator]: rules });
        const backwards = compile({ [operator]: [...rules].reverse() });
        for (const context of each) expect(backwards(context)).toBe(forwards(context));
      },
    ),
  );
});
