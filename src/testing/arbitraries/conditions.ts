import { type Arbitrary, array, constantFrom, oneof, record } from "fast-check";
import { TYPES } from "../../conditions/reading/comparison-type.js";
import { referenceTo } from "../../conditions/reading/reference.js";
import {
  type Condition,
  type ConditionGroup,
  GROUP_TYPES,
  type GroupType,
} from "../../integration.js";
import { isOperatorName, type OperatorName } from "../../operators/registry.js";
import type { Field } from "../../values/field.js";
import { operandFor } from "./operands.js";
import { type ConditionsOptions, type Vocabulary, vocabularyOf } from "./options.js";
import { PlainerArbitrary, plainerLists } from "./plainer.js";

/**
 * Makes an integration's `conditions`: a list of one or two groups that parse without an issue,
 * whatever the options. They shrink to one group with one condition.
 *
 * @param options - the fields with their literals, the operators, how deep groups nest
 * @throws TypeError on an option that is none, and where conditions have none of the operators
 *
 * @example
 * ```ts
 * const options = { fields: { "subscriber.plan": ["pro"] }, operators: ["EQUAL"] } as const;
 * const lists = fc.sample(conditions(options), 20);
 * lists.every((list) => parseConditions(list).issues.length === 0); // true
 * ```
 */
export function conditions(
  options: ConditionsOptions = {},
): Arbitrary<readonly ConditionGroup<string>[]> {
  const made = conditionsFrom(vocabularyOf(options));
  if (made !== undefined) return made;
  throw new TypeError("operators: conditions have none of these; expected one that they have");
}

/** {@link conditions}; `undefined` where they have none of the operators. */
export function conditionsFrom(
  vocabulary: Vocabulary,
): Arbitrary<readonly ConditionGroup<string>[]> | undefined {
  const groups = groupsFrom(vocabulary, vocabulary.maxDepth);
  if (groups === undefined) return undefined;
  const lists = array(groups, { minLength: 1, maxLength: 2 });
  return new PlainerArbitrary<readonly ConditionGroup<string>[]>(lists, (list) =>
    plainerLists(list, plainerGroups),
  );
}

/** The groups inside in its place, or the group not negated, or with fewer or plainer children. */
function plainerGroups(group: ConditionGroup<string>): readonly ConditionGroup<string>[] {
  const { isNegated, ...affirmed } = group;
  const fewer = plainerLists(group.children, (child) =>
    isGroup(child) ? plainerGroups(child) : [],
  );
  return [
    ...group.children.filter(isGroup),
    ...(isNegated ? [affirmed] : []),
    ...fewer.map((children) => ({ ...group, children })),
  ];
}

function isGroup(
  child: Condition<string> | ConditionGroup<string>,
): child is ConditionGroup<string> {
  return "children" in child;
}

function groupsFrom(
  vocabulary: Vocabulary,
  depth: number,
): Arbitrary<ConditionGroup<string>> | undefined {
  const inner = depth > 1 ? groupsFrom(vocabulary, depth - 1) : undefined;
  const byType = OFFERED.flatMap((type) => {
    const own = conditionsUnder(type, vocabulary);
    return own === undefined ? [] : [groupOf(type, own, inner)];
  });
  return byType.length === 0 ? undefined : oneof({ withCrossShrink: true }, ...byType);
}

/** The plainest first: a group without a type. */
const OFFERED: readonly (GroupType | undefined)[] = [undefined, ...GROUP_TYPES];

function groupOf(
  type: GroupType | undefined,
  condition: Arbitrary<Condition<string>>,
  inner: Arbitrary<ConditionGroup<string>> | undefined,
): Arbitrary<ConditionGroup<string>> {
  const child = inner
    ? oneof(
        { withCrossShrink: true },
        { arbitrary: condition, weight: 3 },
        { arbitrary: inner, weight: 1 },
      )
    : condition;
  const parts = {
    isNegated: constantFrom(undefined, undefined, undefined, true),
    value: constantFrom("AND" as const, "OR" as const),
    children: array(child, { minLength: 1, maxLength: 3 }),
  };
  return record(parts).map(({ isNegated, value, children }) => ({
    ...(isNegated && { isNegated }),
    ...(type && { type }),
    value,
    children,
  }));
}

function conditionsUnder(
  type: GroupType | undefined,
  { pools, operators }: Vocabulary,
): Arbitrary<Condition<string>> | undefined {
  const written = pools
    .map(({ field }) => field)
    .filter(hasReference)
    .map((field) => referenceTo(field).text);
  const references = written.length > 0 ? [constantFrom(...written)] : [];
  const made = pools.flatMap(({ field: { source, path }, values }) =>
    operators.filter(isOperatorName).flatMap((operator) => {
      const operand = operandFor(operator, values, TYPES[type ?? "GROUP"], references);
      return operand === undefined
        ? []
        : [operand.map((value) => conditionOf(source, path, operator, value))];
    }),
  );
  return made.length === 0 ? undefined : oneof({ withCrossShrink: true }, ...made);
}

function conditionOf(
  on: string,
  field: string,
  operator: OperatorName,
  value: unknown,
): Condition<string> {
  const condition = { on, field, operator };
  return value === undefined ? condition : { ...condition, value: value as string };
}

/** No reference holds a path with braces in it. */
function hasReference({ path }: Field): boolean {
  return !/[{}]/.test(path);
}
