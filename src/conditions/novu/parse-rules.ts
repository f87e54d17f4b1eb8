import { IssueLog } from "../issue-log.js";
import { NodeCount } from "../node-count.js";
import type { ParseProfile } from "../parse-options.js";
import { type ParseResult, resultOf } from "../parse-result.js";
import { areNoRules } from "../rules/rule.js";
import { type ForeignNode, PASSES, type Tree } from "../tree.js";
import { LimitPassed, RuleCompiler } from "./rules/compile-rule.js";
import type { Expression } from "./rules/expression.js";
import { inspectRule } from "./rules/inspect-rule.js";
import { Run } from "./rules/run.js";
import { isTruthy } from "./rules/truth.js";

/**
 * Parses `rules` as Novu evaluates them, with json-logic-js. Whatever its shape, a rule is no issue:
 * what that library throws on is false. Only what cannot be read at all, and what is more than the
 * limits, is one.
 */
export function parseNovuRules(raw: unknown, profile: ParseProfile): ParseResult {
  const log = new IssueLog("rules");
  return resultOf(log, () => (areNoRules(raw) ? PASSES : parseRule(raw, profile, log)));
}

function parseRule(raw: unknown, { limits }: ParseProfile, log: IssueLog): Tree | undefined {
  const count = new NodeCount(limits.nodes, "operators and lists", log);
  try {
    const rule = new RuleCompiler(limits, limits.depth, count, log).compile(raw);
    return treeOf(rule, (now) => new Run(limits, now));
  } catch (error) {
    if (error instanceof LimitPassed) return undefined;
    throw error;
  }
}

/** A rule is one node: where a part of it throws, the whole is false, whatever stands around it. */
function treeOf(rule: Expression, start: (now: number) => Run): ForeignNode {
  return {
    kind: "foreign",
    usesClock: rule.usesClock,
    passes: (context, now) => {
      try {
        return isTruthy(rule.evaluate(context, start(now)));
      } catch {
        return false;
      }
    },
    inspect: (context, now) => inspectRule(rule, context, () => start(now)),
  };
}
