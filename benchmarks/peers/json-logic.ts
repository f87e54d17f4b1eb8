import type { Rule } from "../workloads/rule.js";

/** A rule as JSON Logic, in built-in operators only: `substr` from the end does for a suffix. */
export function toJsonLogic(rule: Rule): JsonLogicRule {
  switch (rule.kind) {
    case "all":
      return { and: rule.rules.map(toJsonLogic) };
    case "any":
      return { or: rule.rules.map(toJsonLogic) };
    case "not":
      return rule.rule.kind === "equal"
        ? { "!==": [{ var: rule.rule.field }, rule.rule.value] }
        : { "!": [toJsonLogic(rule.rule)] };
    case "equal":
      return { "===": [{ var: rule.field }, rule.value] };
    case "in":
      return { in: [{ var: rule.field }, rule.values] };
    case "between":
      return { "<=": [rule.low, { var: rule.field }, rule.high] };
    case "at-least":
      return { ">=": [{ var: rule.field }, rule.low] };
    case "ends-with": {
      // With a default, since `substr` of nothing throws in one of the two.
      const end = { substr: [{ var: [rule.field, ""] }, -rule.suffix.length] };
      return { "===": [end, rule.suffix] };
    }
  }
}

export type JsonLogicRule = { readonly [operator: string]: unknown };
