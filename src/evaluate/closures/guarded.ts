import type { Matcher } from "../../operators/operator.js";
import { operators, type TreeOperatorName } from "../../operators/registry.js";
import type { ConditionNode, Tree } from "../../tree/tree.js";
import { type TreeVisitor, visit } from "../../tree/visit.js";
import { fieldReader } from "../../values/field.js";

/**
 * Decides a tree, or a part of one, in a context; never throws.
 *
 * @param now - the clock; anything where the tree does not use it
 */
export type Test = (context: object, now: number) => boolean;

/**
 * Compiles a tree into closures specialised to it: constants are converted and paths split here,
 * once, and evaluating strings, numbers and booleans allocates nothing.
 */
export function compileGuarded(tree: Tree): Test {
  return visit(tree, GUARDED);
}

const GUARDED: TreeVisitor<Test> = {
  constant:
    ({ value }) =>
    () =>
      value,
  condition: compileCondition,
  not: ({ child }) => negate(compileGuarded(child)),
  group: ({ kind, children }) => joined(children.map(compileGuarded), kind === "or"),
};

function compileCondition<N extends TreeOperatorName>(condition: ConditionNode<N>): Test {
  const read = fieldReader(condition.field);
  const matches = compileMatcher(condition);
  const isPositive: Test = (context, now) => {
    // Hostile data can throw when it is read (a getter, a revoked proxy): it then matches nothing.
    try {
      return matches(read(context), context, now);
    } catch {
      return false;
    }
  };
  return operators[condition.operator].negated ? negate(isPositive) : isPositive;
}

/** The matcher of a condition's positive operator. */
export function compileMatcher<N extends TreeOperatorName>(condition: ConditionNode<N>): Matcher {
  return operators[condition.operator].compile(condition.operand, condition.type);
}

function negate(test: Test): Test {
  return (context, now) => !test(context, now);
}

/** One test that comes out as it is enough to decide: true among alternatives, false in a conjunction. */
function joined(tests: readonly Test[], decisive: boolean): Test {
  const [first, second] = tests;
  if (first !== undefined && second === undefined) return first;
  return (context, now) => {
    for (const test of tests) if (test(context, now) === decisive) return decisive;
    return !decisive;
  };
}
