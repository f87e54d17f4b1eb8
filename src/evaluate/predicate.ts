import { generateTest } from "../codegen/generate-test.js";
import { parseConditions, parseRules } from "../conditions/parse.js";
import type { ParseOptions } from "../conditions/reading/parse-options.js";
import type { ParseResult } from "../conditions/reading/parse-result.js";
import type { ConditionContext } from "../context.js";
import { ConditionsError } from "../issues/conditions-error.js";
import type { Tree } from "../tree/tree.js";
import { clockOf, usesClock } from "./clock.js";
import { compileTest } from "./closures/closures.js";
import type { Test } from "./closures/guarded.js";

/** Decides whether conditions or rules pass in a context; never throws and changes nothing. */
export type Predicate = (context: ConditionContext) => boolean;

/** A predicate that tells how it runs. */
export interface CompiledPredicate extends Predicate {
  /**
   * Whether it runs as a generated function. False without the option `codegen`, and where the
   * option could not be followed: in a runtime that makes no functions from code, and for trees so
   * large that engines would not optimise theirs. The decisions are the same.
   */
  readonly codegen: boolean;
}

/** How a predicate is made. */
export interface CompileOptions {
  /**
   * Evaluates through generated functions, one for each shape of conditions, instead of closures:
   * faster, with the same decisions. It needs a runtime that allows `new Function`; where that
   * forbids it (a content security policy, an edge runtime) closures serve as they do without it.
   */
  readonly codegen?: boolean | undefined;
}

/**
 * Compiles an integration's `conditions` on their own.
 *
 * @param conditions - a list of groups, of unknown shape; `undefined` and `null` pass always
 * @param options - further sources, other limits, code generation
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
export function compileConditions(
  conditions: unknown,
  options?: ParseOptions & CompileOptions,
): CompiledPredicate {
  return compileParsed(parseConditions(conditions, options), options);
}

/**
 * Compiles an integration's `rules`, conditions written as JSON Logic, on their own.
 *
 * @param rules - a rule, of unknown shape; `undefined`, `null` and `{}` are none, which pass always
 * @param options - further sources, other limits, code generation
 * @returns the predicate, to be kept and called for every message
 * @throws ConditionsError with every issue, where the rules have any
 *
 * @example
 * ```ts
 * const passes = compileRules({ in: [{ var: "subscriber.data.country" }, ["DE", "FR"]] });
 * passes({ subscriber: { data: { country: "FR" } } }); // true
 * ```
 */
export function compileRules(
  rules: unknown,
  options?: ParseOptions & CompileOptions,
): CompiledPredicate {
  return compileParsed(parseRules(rules, options), options);
}

function compileParsed(
  { tree, issues }: ParseResult,
  options: CompileOptions | undefined,
): CompiledPredicate {
  if (tree === undefined) throw new ConditionsError(issues);
  return compileTree(tree, options);
}

/**
 * Compiles a tree into a predicate specialised to it: constants are converted and paths split here,
 * once, and evaluating strings, numbers and booleans allocates nothing.
 *
 * @param tree - a tree, as a parser gave it
 * @param options - code generation
 *
 * @example
 * ```ts
 * const { tree } = parseConditions(null);
 * const passes = tree && compileTree(tree, { codegen: true });
 * passes?.({}); // true
 * if (passes?.codegen === false) console.warn("this runtime makes no functions from code");
 * ```
 */
export function compileTree(tree: Tree, options?: CompileOptions): CompiledPredicate {
  const { test, codegen } = makeTest(tree, options);
  // Without a clock in the tree nothing looks at the second argument, and none is made up for it.
  const predicate = usesClock(tree)
    ? (context: ConditionContext) => test(context, clockOf(context))
    : (test as Predicate);
  return Object.assign(predicate, { codegen });
}

/** A test of a tree, and whether it runs as a generated function. */
export interface MadeTest {
  readonly test: Test;
  readonly codegen: boolean;
}

/** {@link compileTree} for those who read the clock themselves. */
export function makeTest(tree: Tree, options?: CompileOptions): MadeTest {
  const generated = options?.codegen === true ? generateTest(tree) : undefined;
  return { test: generated ?? compileTest(tree), codegen: generated !== undefined };
}
