import { oneOf } from "../../issues/describe.js";
import { IssueLog } from "../../issues/issue-log.js";
import { PASSES, type Tree } from "../../tree/tree.js";
import type { FieldTable } from "../reading/field-table.js";
import { NodeCount } from "../reading/node-count.js";
import type { ParseProfile } from "../reading/parse-options.js";
import { type ParseResult, resultOf } from "../reading/parse-result.js";
import { ConditionReader } from "./condition-reader.js";
import { EXPORTED_OPERATORS, hasExportPrefix } from "./exported-operators.js";
import { FieldSyntax } from "./field-syntax.js";
import {
  addWrongCount,
  areNoRules,
  type Rule,
  type RuleArguments,
  readArguments,
  readRule,
} from "./rule.js";
import { RULE_OPERATORS } from "./rule-operators.js";
import { VarSyntax } from "./var-syntax.js";

/**
 * Parses `rules` as this package means them.
 *
 * @param fields - the fields met so far, where many records are parsed one after the other
 */
export function parseRulesWithProfile(
  rules: unknown,
  profile: ParseProfile,
  fields: FieldTable,
): ParseResult {
  const log = new IssueLog("rules");
  return resultOf(log, () => new RulesParser(profile, log, fields).parse(rules));
}

/** A node that is read as far as its operator: a literal, or a rule. */
type Opened = Rule | boolean;

/** A node without the signs in front of it. */
interface Unsigned {
  readonly node: Opened | undefined;
  readonly isNegated: boolean;
  /** How many steps further in the node is, which the log has to come back from. */
  readonly steps: number;
}

/** Parses one integration's rules. Every property of the input is read once. */
class RulesParser {
  readonly #profile: ParseProfile;
  readonly #log: IssueLog;
  readonly #vars: VarSyntax;
  readonly #fields: FieldSyntax;
  readonly #count: NodeCount;

  constructor(profile: ParseProfile, log: IssueLog, fields: FieldTable) {
    this.#profile = profile;
    this.#log = log;
    this.#vars = new VarSyntax(profile, log, fields);
    this.#fields = new FieldSyntax(profile, log, fields);
    this.#count = new NodeCount(profile.limits.nodes, "rules", log);
  }

  parse(rules: unknown): Tree | undefined {
    return areNoRules(rules) ? PASSES : this.#parseNode(rules, 0);
  }

  /** @param depth - how deep the group is that the node is in */
  #parseNode(raw: unknown, depth: number): Tree | undefined {
    if (!this.#count.add()) return undefined;
    const { node, isNegated, steps } = this.#takeOffSigns(raw);
    const tree = node === undefined ? undefined : this.#parseOpened(node, depth);
    for (let step = 0; step < steps; step++) this.#log.leave();
    return tree !== undefined && isNegated ? { kind: "not", child: tree } : tree;
  }

  /**
   * Takes the signs (`!`, `!!`) off a node, in a loop, since there may be thousands of them. The
   * last one counts with the node that it stands on.
   */
  #takeOffSigns(raw: unknown): Unsigned {
    let node = this.#open(raw);
    let isNegated = false;
    let steps = 0;
    for (let signs = 0; isSigned(node); signs++) {
      if (signs > 0 && !this.#count.add()) return { node: undefined, isNegated, steps };
      const { operator } = node;
      const given = readArguments(node, this.#log);
      isNegated = isNegated !== (operator === "!");
      this.#log.enter(operator);
      steps++;
      if (given.count !== 1) {
        addWrongCount(given.count, "one", this.#log);
        return { node: undefined, isNegated, steps };
      }
      if (given.isListed) {
        this.#log.enter(0);
        steps++;
      }
      node = this.#open(given.at(0));
    }
    return { node, isNegated, steps };
  }

  #open(raw: unknown): Opened | undefined {
    return typeof raw === "boolean" ? raw : readRule(raw, this.#log);
  }

  #parseOpened(node: Opened, depth: number): Tree | undefined {
    if (typeof node === "boolean") return { kind: "constant", value: node };
    switch (node.operator) {
      case "and":
      case "or":
        return this.#parseGroup(node.operator, node, depth + 1);
      case "var":
        return this.#parseTruthiness(node);
      default:
        return this.#parseCondition(node);
    }
  }

  #parseGroup(kind: "and" | "or", rule: Rule, depth: number): Tree | undefined {
    const limit = this.#profile.limits.depth;
    if (depth > limit) {
      return this.#log.addExcess("too-deep", `${kind} at depth ${depth}`, limit);
    }
    const given = readArguments(rule, this.#log);
    this.#log.enter(kind);
    if (given.count === 0) addWrongCount(0, "at least one", this.#log);
    const children: Tree[] = [];
    for (let index = 0; index < given.count && !this.#count.isExceeded; index++) {
      if (given.isListed) this.#log.enter(index);
      const child = this.#parseNode(given.at(index), depth);
      if (child !== undefined) children.push(child);
      if (given.isListed) this.#log.leave();
    }
    this.#log.leave();
    return children.length === given.count ? { kind, children } : undefined;
  }

  /** A field that stands where a rule could. */
  #parseTruthiness({ holder }: Rule): Tree | undefined {
    const field = this.#vars.readField(holder);
    const operand = { kind: "none" } as const;
    return field && { kind: "condition", field, operator: "IS_TRUTHY", operand, type: "inferred" };
  }

  #parseCondition(rule: Rule): Tree | undefined {
    const { operator: name } = rule;
    const known = hasExportPrefix(name) ? EXPORTED_OPERATORS : RULE_OPERATORS;
    const operator = known.get(name);
    if (operator === undefined) {
      const names = known === RULE_OPERATORS ? KNOWN : known.keys();
      return this.#log.addWrong("unknown-rule-operator", name, oneOf(names));
    }
    const given = readArguments(rule, this.#log);
    this.#log.enter(name);
    const tree = operator.counts.includes(given.count)
      ? operator.read(this.#readerOf(given))
      : addWrongCount(given.count, operator.counts.map(inWords).join(" or "), this.#log);
    this.#log.leave();
    return tree;
  }

  #readerOf(given: RuleArguments): ConditionReader {
    return new ConditionReader(given, this.#vars, this.#fields, this.#profile, this.#log);
  }
}

const KNOWN: readonly string[] = ["and", "or", "!", "!!", "var", ...RULE_OPERATORS.keys()];

function isSigned(node: Opened | undefined): node is Rule {
  return typeof node === "object" && (node.operator === "!" || node.operator === "!!");
}

function inWords(count: number): string {
  return count === 1 ? "one" : count === 2 ? "two" : "three";
}
