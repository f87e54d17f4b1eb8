import type { Rule, Test } from "../workloads/rule.js";

/** A rule as json-rules-engine's conditions; `endsWith` is an operator that its user adds. */
function toRulesEngine(rule: Rule): RulesEngineNode {
  switch (rule.kind) {
    case "all":
      return { all: rule.rules.map(toRulesEngine) };
    case "any":
      return { any: rule.rules.map(toRulesEngine) };
    case "not":
      if (rule.rule.kind === "equal") return { ...toLeaf(rule.rule), operator: "notEqual" };
      if (rule.rule.kind === "in") return { ...toLeaf(rule.rule), operator: "notIn" };
      return { not: toRulesEngine(rule.rule) };
    case "between":
      return {
        all: [
          { ...place(rule), operator: "greaterThanInclusive", value: rule.low },
          { ...place(rule), operator: "lessThanInclusive", value: rule.high },
        ],
      };
    default:
      return toLeaf(rule);
  }
}

export type RulesEngineNode = Leaf | All | { any: RulesEngineNode[] } | { not: RulesEngineNode };

interface All {
  all: RulesEngineNode[];
}

interface Leaf {
  fact: string;
  path: string;
  operator: string;
  value: unknown;
}

/** At the top stands a group, never a leaf. */
export function toRulesEngineRoot(rule: Rule): Exclude<RulesEngineNode, Leaf> {
  const node = toRulesEngine(rule);
  return "fact" in node ? { all: [node] } : node;
}

function toLeaf(test: Exclude<Test, { kind: "between" }>): Leaf {
  switch (test.kind) {
    case "equal":
      return { ...place(test), operator: "equal", value: test.value };
    case "in":
      return { ...place(test), operator: "in", value: [...test.values] };
    case "at-least":
      return { ...place(test), operator: "greaterThanInclusive", value: test.low };
    case "ends-with":
      return { ...place(test), operator: "endsWith", value: test.suffix };
  }
}

function place({ field }: Test): { fact: string; path: string } {
  const dot = field.indexOf(".");
  return { fact: field.slice(0, dot), path: `$.${field.slice(dot + 1)}` };
}
