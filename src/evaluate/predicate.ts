import { parseConditions, parseRules } from "../conditions/parse.js";
import type { ParseOptions } from "../conditions/reading/parse-options.js";
import type { ParseResult } from "../conditions/reading/parse-result.js";
import type { SemanticsOption } from "../conditions/semantics.js";
import type { ConditionContext } from "../context.js";
import { ConditionsError } from "../issues/conditions-error.js";
import { describe } from "../issues/describe.js";
import type { Evaluable } from "../tree/opaque.js";
import type { Tree } from "../tree/tree.js";
import { usesClock } from "../tree/walk.js";
import { clockOf } from "./clock.js";
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

/**
 * Makes the test of a tree as a generated function; `undefined` where the runtime makes no functions
 * from code, or the tree is not worth one.
 */
export type CodeGenerator = (tree: Tree) => Test | undefined;

/** How a predicate is made. */
export interface CompileOptions {
  /**
   * `codegen`, of `integration-router/codegen`: evaluates through generated functions, one for each
   * shape of conditions, instead of closures: faster, with the same decisions. It needs a runtime
   * that allows `new Function`; where that is forbidden (a content security policy, an edge runtime)
   * closures serve as they do without it.
   */
  readonly codegen?: CodeGenerator | undefined;
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
  options?: ParseOptions & SemanticsOption & CompileOptions,
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
  options?: ParseOptions & SemanticsOption & CompileOptions,
): CompiledPredicate {
  return compileParsed(parseRules(rules, options), options);
}

function compileParsed(
  { tree, issues }: ParseResult<Evaluable>,
  options: CompileOptions | undefined,
): CompiledPredicate {
  if (tree === undefined) throw new ConditionsError(issues);
  return compileTree(tree, options);
}

/**
 * Compiles a tree into a predicate specialised to it: constants are converted and paths split here,
 * once, and evaluating strings, numbers and booleans allocates nothing.
 *
 * @param tree - a tree, or under another semantics an opaque predicate, as a parser gave it
 * @param options - code generation
 * @throws TypeError on a `codegen` that is no function
 *
 * @example
 * ```ts
 * const { tree } = parseConditions(null);
 * const passes = tree && compileTree(tree);
 * passes?.({}); // true
 * ```
 */
export function compileTree(tree: Evaluable, options?: CompileOptions): CompiledPredicate {
  const { test, codegen } = makeTest(tree, resolveCodegen(options), compileTest);
  // Without a clock in the tree nothing looks at the second argument, and none is made up for it.
  const predicate = readsClock(tree)
    ? (context: ConditionContext) => test(context, clockOf(context))
    : (test as Predicate);
  return Object.assign(predicate, { codegen });
}

/**
 * The code generator that the options name, where they do.
 *
 * @throws TypeError where it is no function
 */
export function resolveCodegen({ codegen }: CompileOptions = {}): CodeGenerator | undefined {
  if (codegen === undefined || codegen === null) return undefined;
  if (typeof codegen === "function") return codegen;
  throw new TypeError(
    `codegen: found ${describe(codegen)}; expected the codegen of integration-router/codegen, or nothing`,
  );
}

/** Whether anything in what conditions were parsed to looks at the clock. */
export function readsClock(evaluable: Evaluable): boolean {
  return evaluable.kind === "opaque" ? evaluable.usesClock : usesClock(evaluable);
}

/** A test of a tree, and whether it runs as a generated function. */
export interface MadeTest {
  readonly test: Test;
  readonly codegen: boolean;
}

/**
 * Compiles a tree into closures: `compileTest` where they are called for every message,
 * `compileGuarded` where making them must cost little.
 */
export type Compile = (tree: Tree) => Test;

/** {@link compileTree} for those who read the clock themselves. */
export function makeTest(
  evaluable: Evaluable,
  codegen: CodeGenerator | undefined,
  compile: Compile,
): MadeTest {
  if (evaluable.kind === "opaque") return { test: evaluable.passes, codegen: false };
  const generated = codegen?.(evaluable);
  return { test: generated ?? compile(evaluable), codegen: generated !== undefined };
}
