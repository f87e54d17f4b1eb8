import { NodeCount } from "../../conditions/reading/node-count.js";
import type { ParseProfile } from "../../conditions/reading/parse-options.js";
import { type ParseResult, resultOf } from "../../conditions/reading/parse-result.js";
import { areNoRules } from "../../conditions/rules/rule.js";
import { IssueLog } from "../../issues/issue-log.js";
import type { Evaluable, OpaquePredicate } from "../../tree/opaque.js";
import { PASSES } from "../../tree/tree.js";
import { traceFinding } from "../finding.js";
import { LimitPassed, RuleCompiler } from "./compile-rule.js";
import type { Expression, Run } from "./expression.js";
import { inspectRule } from "./inspect-rule.js";
import { LimitedRun } from "./run.js";
import { isTruthy } from "./truth.js";

/**
 * Parses `rules` as Novu evaluates them, with json-logic-js. Whatever its shape, a rule is no issue:
 * what that library throws on is false. Only what cannot be read at all, and what is more than the
 * limits, is one.
 */
export function parseNovuRules(raw: unknown, profile: ParseProfile): ParseResult<Evaluable> {
  const log = new IssueLog("rules");
  return resultOf<Evaluable>(log, () => (areNoRules(raw) ? PASSES : parseRule(raw, profile, log)));
}

function parseRule(
  raw: unknown,
  { limits }: ParseProfile,
  log: IssueLog,
): OpaquePredicate | undefined {
  const count = new NodeCount(limits.nodes, "operators and lists", log);
  try {
    const rule = new RuleCompiler(limits, limits.depth, count, log).compile(raw);
    return predicateOf(rule, (now) => new LimitedRun(limits, now));
  } catch (error) {
    if (error instanceof LimitPassed) return undefined;
    throw error;
  }
}

/** A rule is one predicate: where a part of it throws, the whole is false. */
function predicateOf(rule: Expression, start: (now: number) => Run): OpaquePredicate {
  return {
    kind: "opaque",
    usesClock: rule.usesClock,
    passes: (context, now) => {
      try {
        return isTruthy(rule.evaluate(context, start(now)));
      } catch {
        return false;
      }
    },
    trace: (context, now, redact) =>
      traceFinding(
        inspectRule(rule, context, () => start(now)),
        redact,
      ),
  };
}
