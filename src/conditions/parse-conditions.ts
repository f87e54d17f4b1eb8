import { GROUP_TYPES, type GroupType } from "../integration.js";
import {
  isOperatorName,
  OPERATOR_NAMES,
  type OperatorName,
  operators,
} from "../operators/registry.js";
import type { ComparisonType } from "../values/domain.js";
import type { Field } from "../values/field.js";
import { isAbsent, isList, isObject, ownProperty } from "../values/kinds.js";
import { describe } from "./describe.js";
import { FieldTable, type ParsedPath } from "./field-table.js";
import { IssueLog } from "./issue-log.js";
import { NodeCount } from "./node-count.js";
import { OperandParser } from "./operands.js";
import { type ParseOptions, type ParseProfile, resolveParseOptions } from "./parse-options.js";
import { type ParseResult, resultOf } from "./parse-result.js";
import { type ConditionNode, PASSES, type Tree } from "./tree.js";

/**
 * Parses an integration's `conditions`.
 *
 * @param conditions - a list of groups, of unknown shape; `undefined` and `null` pass always
 * @param options - further sources, other limits
 * @returns the tree, or every issue found (the first hundred, where there are more)
 * @throws TypeError on an option that is none; never because of the conditions
 *
 * @example
 * ```ts
 * const { tree, issues } = parseConditions([
 *   {
 *     value: "AND",
 *     children: [{ on: "subscriber", field: "data.plan", operator: "EQUALS", value: "pro" }],
 *   },
 * ]);
 * issues[0]?.path; // ["conditions", 0, "children", 0, "operator"]
 * ```
 */
export function parseConditions(conditions: unknown, options?: ParseOptions): ParseResult {
  return parseConditionsWithProfile(conditions, resolveParseOptions(options), new FieldTable());
}

/**
 * {@link parseConditions} with its options resolved beforehand.
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

/** What each of a group's types says of the domain. */
export const TYPES: { readonly [T in GroupType]: ComparisonType } = {
  NUMBER: "number",
  DATE: "date",
  BOOLEAN: "boolean",
  TEXT: "text",
  GROUP: "inferred",
  STATEMENT: "inferred",
  LIST: "inferred",
  MULTI_LIST: "inferred",
};

/** Parses one integration's conditions. Every property of the input is read once. */
class ConditionsParser {
  readonly #profile: ParseProfile;
  readonly #log: IssueLog;
  readonly #fields: FieldTable;
  readonly #count: NodeCount;

  constructor(profile: ParseProfile, log: IssueLog, fields: FieldTable) {
    this.#profile = profile;
    this.#log = log;
    this.#fields = fields;
    this.#count = new NodeCount(profile.limits.nodes, "groups and conditions", log);
  }

  parseList(conditions: unknown): Tree | undefined {
    if (isAbsent(conditions)) return PASSES;
    if (!isList(conditions)) {
      return this.#log.add(
        "conditions-not-a-list",
        `found ${describe(conditions)}; expected a list of groups`,
      );
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
      return this.#log.add("not-a-group", `found ${describe(node)}; expected ${expected}`);
    }
    return type === undefined || Object.hasOwn(node, "children")
      ? this.#parseGroup(node, depth + 1)
      : this.#parseCondition(node, type);
  }

  #parseGroup(group: object, depth: number): Tree | undefined {
    const limit = this.#profile.limits.depth;
    if (depth > limit) {
      const message = `found a group at depth ${depth}; expected at most ${limit}`;
      return this.#log.add("too-deep", message);
    }
    const kind = this.#parseGroupValue(ownProperty(group, "value"));
    const type = this.#parseType(ownProperty(group, "type"));
    const isNegated = this.#parseNegation(ownProperty(group, "isNegated"));
    const children = ownProperty(group, "children");
    if (!isList(children)) {
      const message = `found ${describe(children)}; expected a list of groups and conditions`;
      return this.#log.add("children-not-a-list", message, "children");
    }
    if (isNegated && children.length === 0) {
      const message =
        "found true on a group without children; expected false, there is nothing to negate";
      this.#log.add("empty-negation", message, "isNegated");
    }
    this.#log.enter("children");
    const parsed = this.#parseEach(children, type ?? "inferred", depth);
    this.#log.leave();
    if (parsed === undefined || kind === undefined) return undefined;
    const tree = combine(kind, parsed);
    return isNegated ? { kind: "not", child: tree } : tree;
  }

  #parseCondition(condition: object, type: ComparisonType): Tree | undefined {
    const source = this.#parseSource(ownProperty(condition, "on"));
    const path = this.#parsePath(ownProperty(condition, "field"));
    const operator = this.#parseOperatorName(ownProperty(condition, "operator"));
    const field =
      source !== undefined && path !== undefined ? this.#fields.get(source, path) : undefined;
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
    if (problem !== undefined) this.#log.add(problem.code, problem.message, "operator");
    this.#log.enter("value");
    const raw = operator.shape === "none" ? undefined : ownProperty(condition, "value");
    const operand = new OperandParser(operator, type, this.#profile, this.#log).parse(raw);
    this.#log.leave();
    return field && operand && { kind: "condition", field, operator: name, operand, type };
  }

  #parseGroupValue(value: unknown): "and" | "or" | undefined {
    if (value === "AND") return "and";
    if (value === "OR") return "or";
    return this.#log.add(
      "unknown-group-value",
      `found ${describe(value)}; expected AND or OR`,
      "value",
    );
  }

  #parseType(type: unknown): ComparisonType | undefined {
    if (isAbsent(type)) return "inferred";
    const known = GROUP_TYPES.find((name) => name === type);
    if (known !== undefined) return TYPES[known];
    const message = `found ${describe(type)}; expected one of ${GROUP_TYPES.join(", ")}`;
    return this.#log.add("unknown-group-type", message, "type");
  }

  #parseNegation(isNegated: unknown): boolean {
    if (isAbsent(isNegated) || typeof isNegated === "boolean") return isNegated ?? false;
    this.#log.add(
      "invalid-negation",
      `found ${describe(isNegated)}; expected true or false`,
      "isNegated",
    );
    return false;
  }

  #parseSource(on: unknown): string | undefined {
    const { sources } = this.#profile;
    if (typeof on === "string" && sources.has(on)) return on;
    const message = `found ${describe(on)}; expected one of ${[...sources].join(", ")}`;
    return this.#log.add("unknown-source", message, "on");
  }

  #parsePath(path: unknown): ParsedPath | undefined {
    if (typeof path !== "string" || path === "") {
      const message = `found ${describe(path)}; expected a path such as data.plan`;
      return this.#log.add("missing-field", message, "field");
    }
    const limit = this.#profile.limits.pathSteps;
    const parsed = this.#fields.parse(path, limit);
    if (parsed.ok) return { path, steps: parsed.steps };
    if (parsed.reason === "too-long") {
      const message = `found a path with more than ${limit} steps; expected at most ${limit}`;
      return this.#log.add("path-too-long", message, "field");
    }
    const message = `found ${describe(path)}, which goes wrong at character ${parsed.at + 1}; expected a path such as data.plan, items[0].sku or data["a.b"]`;
    return this.#log.add("invalid-path", message, "field");
  }

  #parseOperatorName(operator: unknown): OperatorName | undefined {
    if (isOperatorName(operator)) return operator;
    const message = `found ${describe(operator)}; expected one of ${OPERATOR_NAMES.join(", ")}`;
    return this.#log.add("unknown-operator", message, "operator");
  }
}

/** A list without members passes, whatever joins them. */
function combine(kind: "and" | "or", children: readonly Tree[]): Tree {
  return children.length === 0 ? PASSES : { kind, children };
}
