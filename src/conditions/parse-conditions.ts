import { oneOf } from "../issues/describe.js";
import { IssueLog } from "../issues/issue-log.js";
import {
  isOperatorName,
  OPERATOR_NAMES,
  type OperatorName,
  operators,
} from "../operators/registry.js";
import { type ConditionNode, PASSES, type Tree } from "../tree/tree.js";
import type { ComparisonType } from "../values/domain.js";
import type { Field } from "../values/field.js";
import { isAbsent, isList, isObject, ownProperty } from "../values/kinds.js";
import { readType } from "./reading/comparison-type.js";
import { FieldParser } from "./reading/field-parser.js";
import type { FieldTable } from "./reading/field-table.js";
import { NodeCount } from "./reading/node-count.js";
import { OperandParser } from "./reading/operands.js";
import type { ParseProfile } from "./reading/parse-options.js";
import { type ParseResult, resultOf } from "./reading/parse-result.js";

/**
 * Parses `conditions` as this package means them.
 *
 * @param fields - the fields met so far, where many records are parsed one after the other
 */
export function parseConditionsWithProfile(
  conditions: unknown,
  profile: ParseProfile,
  fields: FieldTable,
): ParseResult {
  const log = new IssueLog("conditions");
  return resultOf(log, () => new ConditionsParser(profile, log, fields).parseList(conditions));
}

/** Parses one integration's conditions. Every property of the input is read once. */
class ConditionsParser {
  readonly #profile: ParseProfile;
  readonly #log: IssueLog;
  readonly #fields: FieldParser;
  readonly #count: NodeCount;

  constructor(profile: ParseProfile, log: IssueLog, fields: FieldTable) {
    this.#profile = profile;
    this.#log = log;
    this.#fields = new FieldParser(profile, log, fields);
    this.#count = new NodeCount(profile.limits.nodes, "groups and conditions", log);
  }

  parseList(conditions: unknown): Tree | undefined {
    if (isAbsent(conditions)) return PASSES;
    if (!isList(conditions)) {
      return this.#log.addWrong("conditions-not-a-list", conditions, "a list of groups");
    }
    const groups = this.#parseEach(conditions, undefined, 0);
    return groups && combine("or", groups);
  }

  /**
   * Parses the groups of the list, or the children of a group.
   *
   * @param type - the comparison type of conditions among them; none may stand in the list itself
   * @param depth - how deep the group is that they are in
   * @returns `undefined` where one of them is none
   */
  #parseEach(
    list: readonly unknown[],
    type: ComparisonType | undefined,
    depth: number,
  ): readonly Tree[] | undefined {
    const trees: Tree[] = [];
    for (let index = 0; index < list.length && !this.#count.isExceeded; index++) {
      this.#log.enter(index);
      const tree = this.#count.add() ? this.#parseNode(list[index], type, depth) : undefined;
      if (tree !== undefined) trees.push(tree);
      this.#log.leave();
    }
    return trees.length === list.length ? trees : undefined;
  }

  #parseNode(node: unknown, type: ComparisonType | undefined, depth: number): Tree | undefined {
    if (!isObject(node)) {
      const expected = type === undefined ? "a group" : "a group or a condition";
      return this.#log.addWrong("not-a-group", node, expected);
    }
    return type === undefined || Object.hasOwn(node, "children")
      ? this.#parseGroup(node, depth + 1)
      : this.#parseCondition(node, type);
  }

  #parseGroup(group: object, depth: number): Tree | undefined {
    const limit = this.#profile.limits.depth;
    if (depth > limit) {
      return this.#log.addExcess("too-deep", `a group at depth ${depth}`, limit);
    }
    const kind = this.#parseGroupValue(ownProperty(group, "value"));
    const type = readType(ownProperty(group, "type"), this.#log, "type");
    const isNegated = this.#parseNegation(ownProperty(group, "isNegated"));
    const children = ownProperty(group, "children");
    if (!isList(children)) {
      const expected = "a list of groups and conditions";
      return this.#log.addWrong("children-not-a-list", children, expected, "children");
    }
    if (isNegated && children.length === 0) {
      const found = "true on a group without children";
      this.#log.add("empty-negation", found, "false, there is nothing to negate", "isNegated");
    }
    this.#log.enter("children");
    const parsed = this.#parseEach(children, type ?? "inferred", depth);
    this.#log.leave();
    if (parsed === undefined || kind === undefined) return undefined;
    const tree = combine(kind, parsed);
    return isNegated ? { kind: "not", child: tree } : tree;
  }

  #parseCondition(condition: object, type: ComparisonType): Tree | undefined {
    const field = this.#fields.parse(condition, "on", "field");
    const operator = this.#parseOperatorName(ownProperty(condition, "operator"));
    return operator && this.#parseComparison(operator, field, condition, type);
  }

  /** @param field - the field, where it is one: the value's issues are wanted without it too */
  #parseComparison<N extends OperatorName>(
    name: N,
    field: Field | undefined,
    condition: object,
    type: ComparisonType,
  ): ConditionNode<N> | undefined {
    const operator = operators[name];
    const problem = operator.typeProblem?.(type, name);
    if (problem !== undefined) {
      this.#log.add(problem.code, problem.found, problem.expected, "operator");
    }
    this.#log.enter("value");
    const raw = operator.shape === "none" ? undefined : ownProperty(condition, "value");
    const operand = new OperandParser(operator, type, this.#profile, this.#log).parse(raw);
    this.#log.leave();
    return field && operand && { kind: "condition", field, operator: name, operand, type };
  }

  #parseGroupValue(value: unknown): "and" | "or" | undefined {
    if (value === "AND") return "and";
    if (value === "OR") return "or";
    return this.#log.addWrong("unknown-group-value", value, "AND or OR", "value");
  }

  #parseNegation(isNegated: unknown): boolean {
    if (isAbsent(isNegated) || typeof isNegated === "boolean") return isNegated ?? false;
    this.#log.addWrong("invalid-negation", isNegated, "true or false", "isNegated");
    return false;
  }

  #parseOperatorName(operator: unknown): OperatorName | undefined {
    if (isOperatorName(operator)) return operator;
    return this.#log.addWrong("unknown-operator", operator, oneOf(OPERATOR_NAMES), "operator");
  }
}

/** A list without members passes, whatever joins them. */
function combine(kind: "and" | "or", children: readonly Tree[]): Tree {
  return children.length === 0 ? PASSES : { kind, children };
}
