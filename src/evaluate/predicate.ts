import { ConditionsError } from "../conditions/conditions-error.js";
import { parseConditions } from "../conditions/parse-conditions.js";
import type { ParseOptions } from "../conditions/parse-options.js";
import type { ConditionNode, Tree } from "../conditions/tree.js";
import type { ConditionContext } from "../context.js";
import type { Matcher } from "../operators/operator.js";
import { type OperatorName, operators } from "../operators/registry.js";
import { fieldReader } from "../values/field.js";

/** Decides whether conditions pass in a context; never throws and changes nothing. */
export type Predicate = (context: ConditionContext) => boolean;

/**
 * Compiles an integration's `conditions` on their own.
 *
 * @param conditions - a list of groups, of unknown shape; `undefined` and `null` pass always
 * @param options - further sources, other limits
 * @returns the predicate, to be kept and called for every message
 * @throws ConditionsError with every issue, where the conditions have any
 *
 * @example
 * ```ts
 * const passes = compileConditions([
 *   {
 *     value: "AND",
 *     children: [{ on: "subscriber", field: "data.country", operator: "IN", value: "DE,FR" }],
 *   },
 * ]);
 * passes({ subscriber: { data: { country: "FR" } } }); // true
 * ```
 */
export function compileConditions(conditions: unknown, options?: ParseOptions): Predicate {
  const { tree, issues } = parseConditions(conditions, options);
  if (tree === undefined) throw new ConditionsError(issues);
  return compileTree(tree);
}

/**
 * Compiles a tree into closures specialised to it: constants are converted and paths split here,
 * once, and evaluating strings, numbers and booleans allocates nothing.
 *
 * @param tree - a tree, as a parser gave it
 *
 * @example
 * ```ts
 * const { tree } = parseConditions(null);
 * const passes = tree && compileTree(tree);
 * passes?.({}); // true
 * ```
 */
export function compileTree(tree: Tree): Predicate {
  switch (tree.kind) {
    case "constant": {
      const { value } = tree;
      return () => value;
    }
    case "not":
      return negate(compileTree(tree.child));
    case "and":
      return every(tree.children.map(compileTree));
    case "or":
      return some(tree.children.map(compileTree));
    case "condition":
      return compileCondition(tree);
  }
}

function compileCondition<N extends OperatorName>(condition: ConditionNode<N>): Predicate {
  const read = fieldReader(condition.field);
  const matches = compileMatcher(condition);
  const isPositive: Predicate = (context) => {
    // Hostile data can throw when it is read (a getter, a revoked proxy): it then matches nothing.
    try {
      return matches(read(context), context);
    } catch {
      return false;
    }
  };
  return operators[condition.operator].negated ? negate(isPositive) : isPositive;
}

/** The matcher of a condition's positive operator. */
export function compileMatcher<N extends OperatorName>(condition: ConditionNode<N>): Matcher {
  return operators[condition.operator].compile(condition.operand, condition.type);
}

function negate(predicate: Predicate): Predicate {
  return (context) => !predicate(context);
}

function every(predicates: readonly Predicate[]): Predicate {
  const [first, second, third] = predicates;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (third === undefined) return (context) => first(context) && second(context);
  return (context) => {
    for (const predicate of predicates) if (!predicate(context)) return false;
    return true;
  };
}

function some(predicates: readonly Predicate[]): Predicate {
  const [first, second, third] = predicates;
  if (first === undefined) return () => false;
  if (second === undefined) return first;
  if (third === undefined) return (context) => first(context) || second(context);
  return (context) => {
    for (const predicate of predicates) if (predicate(context)) return true;
    return false;
  };
}
