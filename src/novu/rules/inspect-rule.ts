import type { ConditionFinding, Finding } from "../finding.js";
import type { Expression, Run } from "./expression.js";
import { isTruthy } from "./truth.js";

const LONGEST_OPERATORS = 100;

/**
 * Tells how a rule comes to its result. What joins conditions is shown as such; any other operator is
 * a condition, on the first field among its arguments.
 *
 * @param start - begins an evaluation; each part is evaluated on its own
 */
export function inspectRule(rule: Expression, data: object, start: () => Run): Finding {
  const read = ({ evaluate }: Expression): unknown => {
    try {
      return evaluate(data, start());
    } catch {
      return undefined;
    }
  };
  return inspect(rule, read);
}

type Read = (expression: Expression) => unknown;

function inspect(expression: Expression, read: Read): Finding {
  const passed = isTruthy(read(expression));
  const { rule } = expression;
  if (rule === undefined) return { kind: "constant", passed };
  const { operator, given } = rule;
  if (operator === "and" || operator === "or") {
    return { kind: operator, passed, children: given.map((member) => inspect(member, read)) };
  }
  // Arguments beyond the first decide nothing, unless they throw: such a rule is shown whole.
  const [only, ...others] = given;
  if (only !== undefined && others.length === 0) {
    if (operator === "!") return { kind: "not", passed, child: inspect(only, read) };
    if (operator === "!!") return inspect(only, read);
  }
  return inspectCondition(expression, operator, given, passed, read);
}

function inspectCondition(
  expression: Expression,
  operator: string,
  given: readonly Expression[],
  passed: boolean,
  read: Read,
): ConditionFinding {
  if (operator === "var") {
    const about = nameOf(expression.rule?.path ?? "");
    return {
      kind: "condition",
      passed,
      ...about,
      operator: "!!",
      expected: undefined,
      actual: read(expression),
    };
  }
  const at = Math.max(
    given.findIndex(({ rule }) => rule?.path !== undefined),
    0,
  );
  const field = given[at];
  const others = given.filter((_, index) => index !== at);
  const [only, ...further] = others;
  return {
    kind: "condition",
    passed,
    ...nameOf(field?.rule?.path ?? ""),
    operator: operator.slice(0, LONGEST_OPERATORS),
    expected: only === undefined || further.length > 0 ? listOf(others, read) : read(only),
    actual: field === undefined ? undefined : read(field),
  };
}

function listOf(members: readonly Expression[], read: Read): unknown {
  return members.length === 0 ? undefined : members.map(read);
}

/** The source, and the path inside it. */
function nameOf(path: string): { readonly on: string; readonly field: string } {
  const dot = path.indexOf(".");
  return dot < 0 ? { on: "", field: path } : { on: path.slice(0, dot), field: path.slice(dot + 1) };
}
