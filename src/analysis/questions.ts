import { parseConditions, parseRules } from "../conditions/parse.js";
import type { ParseOptions } from "../conditions/reading/parse-options.js";
import type { ConditionContext } from "../context.js";
import { ConditionsError } from "../issues/conditions-error.js";
import { allOf, not } from "../tree/combine-trees.js";
import { ContextOrder } from "../tree/context-order.js";
import type { Tree } from "../tree/tree.js";
import { isObject, ownProperty } from "../values/kinds.js";
import { refuseSemantics } from "./semantics.js";
import { type AnalysisOptions, type Answer, createSolver } from "./solver/solver.js";

/** An answer that could not be given, and why. */
export interface Undecided {
  readonly verdict: "unknown";
  readonly because: string;
}

/**
 * The answer to a claim about every context: proved, or refuted by a context for which it does not
 * hold, as the engine has confirmed.
 */
export type Verdict =
  | { readonly verdict: "proved" }
  | { readonly verdict: "refuted"; readonly context: ConditionContext }
  | Undecided;

/**
 * The answer to the claim that there is a context: proved by one, as the engine has confirmed, or
 * refuted, since no context passes.
 */
export type Satisfiability =
  | { readonly verdict: "proved"; readonly context: ConditionContext }
  | { readonly verdict: "refuted" }
  | Undecided;

/** The budgets of an analysis, and how conditions that are no tree yet are parsed. */
export interface QuestionOptions extends AnalysisOptions, ParseOptions {}

type Ask = (tree: Tree) => Answer;

/**
 * Conditions to ask about: a tree, a record's `conditions` (a list, `undefined` or `null`) or its
 * `rules` (an object).
 */
export type Conditions = Tree | readonly unknown[] | object | null | undefined;

/**
 * Whether some context passes the conditions.
 *
 * @param conditions - a tree, or raw conditions or rules
 * @param options - budgets; sources and limits for what is parsed
 * @returns `proved` with a context that passes, or `refuted` where none does
 * @throws ConditionsError where raw conditions have issues; TypeError on an option that is none
 *
 * @example
 * ```ts
 * const plan = (operator: string, value: string) => ({ on: "subscriber", field: "plan", operator, value });
 * const group = { value: "AND", children: [plan("LARGER", "10"), plan("NOT_EQUAL", "11")] };
 * satisfiable([group]).verdict; // "proved"
 * ```
 */
export function satisfiable(conditions: Conditions, options?: QuestionOptions): Satisfiability {
  const tree = treeOf(conditions, options);
  const answer = asker([tree], options)(tree);
  switch (answer.verdict) {
    case "found":
      return { verdict: "proved", context: answer.context };
    case "none":
      return { verdict: "refuted" };
    case "unknown":
      return answer;
  }
}

/**
 * Whether every context passes the conditions.
 *
 * @param conditions - a tree, or raw conditions or rules
 * @param options - budgets; sources and limits for what is parsed
 * @returns `refuted` with a context that does not pass
 * @throws ConditionsError where raw conditions have issues; TypeError on an option that is none
 *
 * @example
 * ```ts
 * const is = { on: "subscriber", field: "plan", operator: "EQUAL", value: "pro" };
 * const isNot = { ...is, operator: "NOT_EQUAL" };
 * alwaysTrue([{ value: "OR", children: [is, isNot] }]).verdict; // "proved"
 * ```
 */
export function alwaysTrue(conditions: Conditions, options?: QuestionOptions): Verdict {
  const tree = treeOf(conditions, options);
  return refute(asker([tree], options), not(tree));
}

/**
 * Whether every context that passes one set of conditions passes another.
 *
 * @param a - a tree, or raw conditions or rules: what is given
 * @param b - what is to follow
 * @param options - budgets; sources and limits for what is parsed
 * @returns `refuted` with a context that passes `a` and not `b`
 * @throws ConditionsError where raw conditions have issues; TypeError on an option that is none
 *
 * @example
 * ```ts
 * implies({ in: [{ var: "subscriber.plan" }, ["pro"]] }, { "!!": [{ var: "subscriber.plan" }] }).verdict; // "proved"
 * ```
 */
export function implies(a: Conditions, b: Conditions, options?: QuestionOptions): Verdict {
  const [given, following] = [treeOf(a, options), treeOf(b, options)];
  return refute(asker([given, following], options), allOf([given, not(following)]));
}

/**
 * Whether two sets of conditions pass on the same contexts.
 *
 * @param a - a tree, or raw conditions or rules
 * @param b - another
 * @param options - budgets; sources and limits for what is parsed
 * @returns `refuted` with a context that passes one of them only
 * @throws ConditionsError where raw conditions have issues; TypeError on an option that is none
 *
 * @example
 * ```ts
 * const plan = { var: "subscriber.plan" };
 * equivalent({ "!=": [plan, "pro"] }, { "!": [{ "==": [plan, "pro"] }] }).verdict; // "proved"
 * ```
 */
export function equivalent(a: Conditions, b: Conditions, options?: QuestionOptions): Verdict {
  const [one, other] = [treeOf(a, options), treeOf(b, options)];
  const ask = asker([one, other], options);
  const forward = refute(ask, allOf([one, not(other)]));
  if (forward.verdict === "refuted") return forward;
  const backward = refute(ask, allOf([other, not(one)]));
  return backward.verdict === "proved" ? forward : backward;
}

/**
 * Whether no context passes both of two sets of conditions.
 *
 * @param a - a tree, or raw conditions or rules
 * @param b - another
 * @param options - budgets; sources and limits for what is parsed
 * @returns `refuted` with a context that passes both
 * @throws ConditionsError where raw conditions have issues; TypeError on an option that is none
 *
 * @example
 * ```ts
 * const tag = (value: string) => ({ "==": [{ var: "subscriber.tag" }, value] });
 * const answer = disjoint(tag("a"), tag("b"));
 * answer.verdict === "refuted" && answer.context; // { subscriber: { tag: ["a", "b"] } }
 * ```
 */
export function disjoint(a: Conditions, b: Conditions, options?: QuestionOptions): Verdict {
  const [one, other] = [treeOf(a, options), treeOf(b, options)];
  return refute(asker([one, other], options), allOf([one, other]));
}

/** Asks for contexts that pass trees, their keys in the order of those that a question is about. */
function asker(trees: readonly Tree[], options: QuestionOptions | undefined): Ask {
  const solver = createSolver(options);
  return (tree) => {
    const answer = solver.findContext(tree);
    if (answer.verdict !== "found") return answer;
    const order = new ContextOrder({ trees, sources: options?.sources });
    return { verdict: "found", context: order.sorted(answer.context) };
  };
}

/** The verdict on the claim that no context passes a tree. */
function refute(ask: Ask, tree: Tree): Verdict {
  const answer = ask(tree);
  switch (answer.verdict) {
    case "found":
      return { verdict: "refuted", context: answer.context };
    case "none":
      return { verdict: "proved" };
    case "unknown":
      return answer;
  }
}

const TREE_KINDS: ReadonlySet<unknown> = new Set<Tree["kind"]>([
  "constant",
  "and",
  "or",
  "not",
  "condition",
]);

/** No rule has a `kind`, and conditions are a list. */
function isTree(conditions: Conditions): conditions is Tree {
  return isObject(conditions) && TREE_KINDS.has(ownProperty(conditions, "kind"));
}

function treeOf(conditions: Conditions, options: QuestionOptions = {}): Tree {
  if (isTree(conditions)) return conditions;
  if (isObject(conditions) && ownProperty(conditions, "kind") === "opaque") {
    throw new TypeError(
      "conditions: found an opaque predicate; expected a tree, conditions or rules",
    );
  }
  refuseSemantics(options);
  const { sources, limits } = options;
  const parsing: ParseOptions = {
    ...(sources && { sources }),
    ...(limits && { limits }),
  };
  const parse = isObject(conditions) ? parseRules : parseConditions;
  const { tree, issues } = parse(conditions, parsing);
  if (tree === undefined) throw new ConditionsError(issues);
  return tree;
}
