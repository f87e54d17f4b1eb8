import { expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { compileRules, explainSelection } from "integration-router";
import { novu } from "integration-router/novu";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { NOW, novuContext, novuRule } from "../reference/arbitraries/novu-rules.js";
import { LIBRARY_OPERATORS, NOVU_OPERATORS, novuJsonLogic } from "../support/novu-json-logic.js";

const evaluate = novuJsonLogic(NOW);

test("a rule decides what json-logic-js with Novu's operators decides", () => {
  const passing = new Tally("rules that pass");
  holdsFor(
    2_000,
    fc.property(novuRule, novuContext, (rule, context) => {
      const expected = evaluate(rule, context);
      passing.add(expected);
      expect(compileRules(rule, { semantics: novu })(context)).toBe(expected);
    }),
  );
  passing.expectShareBetween(0.1, 0.9);
});

test.each([...NOVU_OPERATORS, ...LIBRARY_OPERATORS])("and each operator alone: %s", (operator) => {
  holdsFor(
    60,
    fc.property(fc.array(novuRule, { maxLength: 4 }), novuContext, (given, context) => {
      const rule = { [operator]: given };
      expect(compileRules(rule, { semantics: novu })(context)).toBe(evaluate(rule, context));
    }),
  );
});

test("nothing is written to the console", () => {
  const log = jest.spyOn(console, "log");
  expect(compileRules({ log: "here" }, { semantics: novu })({})).toBe(true);
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

test("a trace passes where the rule does, and is plain data", () => {
  holdsFor(
    250,
    fc.property(novuRule, novuContext, (rules, context) => {
      const integrations = [{ active: true, channel: "chat", rules }];
      const { candidates } = explainSelection(
        integrations,
        { channel: "chat", ...context },
        { semantics: novu },
      );
      const trace = candidates[0]?.trace;
      expect(trace?.passed).toBe(evaluate(rules, { channel: "chat", ...context }));
      expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
    }),
  );
});
