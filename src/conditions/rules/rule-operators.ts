import type { TreeOperatorName } from "../../operators/registry.js";
import type { Tree } from "../../tree/tree.js";
import type { ConditionReader } from "./condition-reader.js";

/** An operator of JSON Logic whose arguments are a field and what it is compared with. */
export interface RuleOperator {
  /** How many arguments it may have. */
  readonly counts: readonly number[];
  /** Makes conditions of the arguments; the log gets the issues that keep it from that. */
  read(reader: ConditionReader): Tree | undefined;
}

function negate(child: Tree | undefined): Tree | undefined {
  return child && { kind: "not", child };
}

/** Equality asks, of the literal `null`, whether the field is there. */
function equality(operator: "EQUAL" | "NOT_EQUAL"): RuleOperator {
  return {
    counts: [2],
    read(reader) {
      const at = reader.fieldIndex();
      if (at === undefined) return undefined;
      if (reader.values[1 - at] !== null) return reader.condition(operator, at, 1 - at);
      const isThere = reader.presence("IS_DEFINED", at);
      return operator === "EQUAL" ? negate(isThere) : isThere;
    },
  };
}

/** @param turned - what it means where the field stands second */
function ordering(operator: TreeOperatorName, turned: TreeOperatorName): RuleOperator {
  return {
    counts: [2],
    read(reader) {
      const at = reader.fieldIndex();
      return at === undefined
        ? undefined
        : reader.condition(at === 0 ? operator : turned, at, 1 - at);
    },
  };
}

/** @param between - what it means of three arguments, the field the second of them */
function orderingOrRange(
  operator: TreeOperatorName,
  turned: TreeOperatorName,
  between: RuleOperator["read"],
): RuleOperator {
  const ofTwo = ordering(operator, turned);
  return {
    counts: [2, 3],
    read: (reader) => (reader.values.length === 3 ? between(reader) : ofTwo.read(reader)),
  };
}

/** Each bound is a condition of its own, with a domain of its own. */
function strictlyBetween(reader: ConditionReader): Tree | undefined {
  const field = reader.field(1);
  const above = reader.conditionOn("LARGER", field, 0);
  const below = reader.conditionOn("SMALLER", field, 2);
  return above && below && { kind: "and", children: [above, below] };
}

const membership: RuleOperator = {
  counts: [2],
  read: (reader) =>
    reader.isField(0) || !reader.isField(1)
      ? reader.listCondition("IN")
      : reader.condition("CONTAINS", 1, 0),
};

/** The field first, one value second. */
function compared(operator: TreeOperatorName): RuleOperator {
  return { counts: [2], read: (reader) => reader.condition(operator, 0, 1) };
}

/** The field first, a list second. */
function listed(operator: TreeOperatorName): RuleOperator {
  return { counts: [2], read: (reader) => reader.listCondition(operator) };
}

/** The field alone. */
function presence(operator: TreeOperatorName): RuleOperator {
  return { counts: [1], read: (reader) => reader.presence(operator, 0) };
}

const absence: RuleOperator = {
  counts: [1],
  read: (reader) => negate(reader.presence("IS_DEFINED", 0)),
};

/** The operators that make conditions, by their names. */
export const RULE_OPERATORS: ReadonlyMap<string, RuleOperator> = new Map([
  ["==", equality("EQUAL")],
  ["=", equality("EQUAL")],
  ["===", equality("EQUAL")],
  ["!=", equality("NOT_EQUAL")],
  ["!==", equality("NOT_EQUAL")],
  [">", ordering("LARGER", "SMALLER")],
  [">=", ordering("LARGER_EQUAL", "SMALLER_EQUAL")],
  ["<", orderingOrRange("SMALLER", "LARGER", strictlyBetween)],
  ["<=", orderingOrRange("SMALLER_EQUAL", "LARGER_EQUAL", (reader) => reader.range())],
  ["in", membership],
  ["notIn", listed("NOT_IN")],
  ["contains", compared("CONTAINS")],
  ["doesNotContain", compared("NOT_CONTAINS")],
  ["startsWith", compared("STARTS_WITH")],
  ["doesNotBeginWith", compared("NOT_STARTS_WITH")],
  ["endsWith", compared("ENDS_WITH")],
  ["doesNotEndWith", compared("NOT_ENDS_WITH")],
  ["containsAny", listed("ANY_IN")],
  // `ANY_IN` and `IN` mean the same, and so do their complements.
  ["doesNotContainAny", listed("NOT_IN")],
  ["between", listed("BETWEEN")],
  ["notBetween", listed("NOT_BETWEEN")],
  ["null", absence],
  ["notNull", presence("IS_DEFINED")],
  ["isEmpty", presence("IS_EMPTY")],
  ["isNonEmpty", presence("IS_NOT_EMPTY")],
  ["moreThanXAgo", compared("MORE_THAN_X_AGO")],
  ["lessThanXAgo", compared("LESS_THAN_X_AGO")],
  ["withinLast", compared("WITHIN_LAST")],
  ["notWithinLast", compared("NOT_WITHIN_LAST")],
  ["exactlyXAgo", compared("EXACTLY_X_AGO")],
]);
