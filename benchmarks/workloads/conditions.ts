import type { Condition, ConditionGroup, Source } from "integration-router";
import type { Field, Rule, Test } from "./rule.js";

/** A rule in this package's format. */
export function toConditions(rule: Rule): ConditionGroup[] {
  const node = toNode(rule);
  return ["children" in node ? node : { value: "AND", children: [node] }];
}

function toNode(rule: Rule): Condition | ConditionGroup {
  switch (rule.kind) {
    case "all":
    case "any":
      return { value: rule.kind === "all" ? "AND" : "OR", children: rule.rules.map(toNode) };
    case "not":
      return toComplement(rule.rule);
    default:
      return toCondition(rule);
  }
}

/** A complement where the language has one, and otherwise a negated group. */
function toComplement(rule: Rule): Condition | ConditionGroup {
  const node = toNode(rule);
  if ("children" in node) return { ...node, isNegated: node.isNegated !== true };
  switch (node.operator) {
    case "EQUAL":
      return { ...node, operator: "NOT_EQUAL" };
    case "IN":
      return { ...node, operator: "NOT_IN" };
    case "BETWEEN":
      return { ...node, operator: "NOT_BETWEEN" };
    case "LIKE":
      return { ...node, operator: "NOT_LIKE" };
    default:
      return { isNegated: true, value: "AND", children: [node] };
  }
}

function toCondition(test: Test): Condition {
  const at = toPlace(test.field);
  switch (test.kind) {
    case "equal":
      return { ...at, operator: "EQUAL", value: test.value };
    case "in":
      return { ...at, operator: "IN", value: test.values };
    case "between":
      return { ...at, operator: "BETWEEN", value: [test.low, test.high] };
    case "at-least":
      return { ...at, operator: "LARGER_EQUAL", value: test.low };
    case "ends-with":
      return { ...at, operator: "LIKE", value: `%${test.suffix}` };
  }
}

const SOURCE_OF: Readonly<Record<string, Source>> = {
  subscriber: "subscriber",
  payload: "payload",
  tenant: "tenant",
};

function toPlace(field: Field): { on: Source; field: string } {
  const dot = field.indexOf(".");
  const on = SOURCE_OF[field.slice(0, dot)];
  if (on === undefined) throw new RangeError(`no source in ${field}`);
  return { on, field: field.slice(dot + 1) };
}
