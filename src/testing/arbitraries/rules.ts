import { type Arbitrary, array, constantFrom, oneof } from "fast-check";
import type { Rules } from "../../integration.js";
import { operators, type TreeOperatorName } from "../../operators/registry.js";
import { operandFor } from "./operands.js";
import { type ConditionsOptions, type Vocabulary, vocabularyOf } from "./options.js";
import { PlainerArbitrary, plainerLists } from "./plainer.js";

/** How JSON Logic spells operators whose arguments are a field and an operand, the plainest first. */
const SPELLINGS: readonly (readonly [spelling: string, operator: TreeOperatorName])[] = [
  ["==", "EQUAL"],
  ["===", "EQUAL"],
  ["!=", "NOT_EQUAL"],
  ["!==", "NOT_EQUAL"],
  [">", "LARGER"],
  [">=", "LARGER_EQUAL"],
  ["<", "SMALLER"],
  ["<=", "SMALLER_EQUAL"],
  ["in", "IN"],
  ["notIn", "NOT_IN"],
  ["containsAny", "ANY_IN"],
  ["doesNotContainAny", "NOT_IN"],
  ["between", "BETWEEN"],
  ["notBetween", "NOT_BETWEEN"],
  ["contains", "CONTAINS"],
  ["doesNotContain", "NOT_CONTAINS"],
  ["startsWith", "STARTS_WITH"],
  ["doesNotBeginWith", "NOT_STARTS_WITH"],
  ["endsWith", "ENDS_WITH"],
  ["doesNotEndWith", "NOT_ENDS_WITH"],
  ["notNull", "IS_DEFINED"],
  ["isEmpty", "IS_EMPTY"],
  ["isNonEmpty", "IS_NOT_EMPTY"],
  ["moreThanXAgo", "MORE_THAN_X_AGO"],
  ["lessThanXAgo", "LESS_THAN_X_AGO"],
  ["withinLast", "WITHIN_LAST"],
  ["notWithinLast", "NOT_WITHIN_LAST"],
  ["exactlyXAgo", "EXACTLY_X_AGO"],
];

/** The operators whose arguments are rules. */
const GROUPS: readonly string[] = ["and", "or", "!"];

/**
 * Makes an integration's `rules`, conditions written as JSON Logic, that parse without an issue,
 * whatever the options. They shrink to one condition.
 *
 * @param options - the fields with their literals, the operators, how deep groups nest
 * @throws TypeError on an option that is none, and where rules have none of the operators
 *
 * @example
 * ```ts
 * const options = { fields: { "subscriber.plan": ["pro"] }, operators: ["STARTS_WITH"] } as const;
 * const samples = fc.sample(rules(options), 20);
 * samples.every((rule) => parseRules(rule).issues.length === 0); // true
 * ```
 */
export function rules(options: ConditionsOptions = {}): Arbitrary<Rules> {
  const made = rulesFrom(vocabularyOf(options));
  if (made !== undefined) return made;
  throw new TypeError("operators: rules have none of these; expected one that they have");
}

/** {@link rules}; `undefined` where they have none of the operators. */
export function rulesFrom(vocabulary: Vocabulary): Arbitrary<Rules> | undefined {
  const leaves = leavesFrom(vocabulary);
  if (leaves.length === 0) return undefined;
  let node: Arbitrary<Rules> = oneof({ withCrossShrink: true }, ...leaves);
  const leaf = node;
  for (let depth = 0; depth < vocabulary.maxDepth; depth++) {
    const children = array(node, { minLength: 1, maxLength: 3 });
    node = oneof(
      { withCrossShrink: true },
      { arbitrary: leaf, weight: 2 },
      { arbitrary: children.map((and): Rules => ({ and })), weight: 2 },
      { arbitrary: children.map((or): Rules => ({ or })), weight: 2 },
      { arbitrary: node.map((child): Rules => ({ "!": [child] })), weight: 1 },
    );
  }
  return new PlainerArbitrary(node, plainerThan);
}

/** A group's parts in its place, or the group with fewer or plainer ones. */
function plainerThan(rule: Rules): readonly Rules[] {
  return Object.entries(rule).flatMap(([operator, given]) => {
    if (!GROUPS.includes(operator)) return [];
    const children = given as readonly Rules[];
    const fewer = plainerLists(children, plainerThan).map((left): Rules => ({ [operator]: left }));
    return [...children, ...fewer];
  });
}

function leavesFrom({ pools, operators: wanted }: Vocabulary): Arbitrary<Rules>[] {
  const references = [constantFrom(...pools.map(({ name }) => ({ var: name })))];
  return pools.flatMap(({ name, values }) => {
    const field = { var: name };
    const spelled = SPELLINGS.filter(([, operator]) => wanted.includes(operator));
    const made = spelled.flatMap(([spelling, operator]) => {
      const operand = operandFor(operator, values, "inferred", references);
      if (operand === undefined) return [];
      const takesNone = operators[operator].shape === "none";
      return [
        operand.map((value): Rules => ({ [spelling]: takesNone ? [field] : [field, value] })),
      ];
    });
    // A field that stands where a rule could.
    return wanted.includes("IS_TRUTHY") ? [...made, constantFrom<Rules[]>(field)] : made;
  });
}
