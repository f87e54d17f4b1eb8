import type { ConditionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import { comparePrecedence } from "../../routing/selection/order.js";
import { allOf, not } from "../../tree/combine-trees.js";
import type { Tree } from "../../tree/tree.js";
import { type DecisionList, decidingPlace, decisionListOf, type Rule } from "./decision-list.js";
import type { Questions } from "./questions.js";
import { reach } from "./reach.js";
import type { AnalysedList } from "./read-list.js";
import { type ScopeKeys, scopesOf } from "./scopes.js";

/** The selection in one scope. */
export interface Route<T extends IntegrationLike> {
  readonly keys: ScopeKeys;
  readonly inScope: readonly Candidate<T>[];
  readonly list: DecisionList<T>;
}

/** The selections in all the scopes of one list. */
export function routesOf<T extends IntegrationLike>(
  list: AnalysedList<T>,
  providers: boolean,
): readonly Route<T>[] {
  return scopesOf([list], providers).map(({ keys, inScope: [inScope = []] }) => ({
    keys,
    inScope,
    list: decisionListOf(inScope, list.policy),
  }));
}

/** Whether some context selects an integration. */
export type Reachability<T extends IntegrationLike> =
  | { readonly verdict: "reached"; readonly route: Route<T>; readonly context: ConditionContext }
  /** No context does; those that stand in its way, as few as will do. */
  | { readonly verdict: "never"; readonly by: readonly Candidate<T>[] }
  | { readonly verdict: "unknown"; readonly because: string };

/**
 * Whether each integration that takes part in a selection is ever selected. One whose conditions
 * never pass is not among them, nor one whose conditions are invalid.
 */
export function reachabilities<T extends IntegrationLike>(
  routes: readonly Route<T>[],
  questions: Questions,
): ReadonlyMap<Candidate<T>, Reachability<T>> {
  const found = new Map<Candidate<T>, Reachability<T>>();
  for (const route of routes) {
    for (const { candidate, by } of route.list.shadowed) {
      note(found, candidate, { verdict: "never", by: by === undefined ? [] : [by] });
    }
    for (const [place, rule] of route.list.rules.entries()) {
      const { candidate } = rule;
      if (candidate === undefined || found.get(candidate)?.verdict === "reached") continue;
      const reachability = reachabilityOf(route, place, rule, questions);
      if (reachability !== undefined) note(found, candidate, reachability);
    }
  }
  return found;
}

/** What is reached in one scope is reached; what is undecided in one is not known to be never. */
function note<T extends IntegrationLike>(
  found: Map<Candidate<T>, Reachability<T>>,
  candidate: Candidate<T>,
  reachability: Reachability<T>,
): void {
  const known = found.get(candidate);
  if (known === undefined || reachability.verdict === "reached" || known.verdict === "never") {
    found.set(candidate, reachability);
  }
}

function reachabilityOf<T extends IntegrationLike>(
  route: Route<T>,
  place: number,
  { tree }: Rule<T>,
  questions: Questions,
): Reachability<T> | undefined {
  const own = questions.passing(tree);
  if (own.verdict === "none") return undefined;
  // Most are selected by the first context that passes their conditions.
  if (own.verdict === "found" && decidingPlace(route.list, own.context) === place) {
    return { verdict: "reached", route, context: own.context };
  }
  const answer = reach([{ list: route.list, place }], questions.ask);
  if (answer.verdict === "found") return { verdict: "reached", route, context: answer.context };
  if (answer.verdict === "unknown") return answer;
  const needed = asFewAsWillDo(tree, answer.taken, questions);
  const by = needed.flatMap(({ candidate }) => candidate ?? []).sort(comparePrecedence);
  return { verdict: "never", by };
}

/**
 * Leaves out of a proof whatever it can do without: most often one rule is enough, and otherwise
 * each is tried in turn.
 */
function asFewAsWillDo<T extends IntegrationLike>(
  tree: Tree,
  taken: readonly Rule<T>[],
  { ask }: Questions,
): readonly Rule<T>[] {
  const isProof = (rules: readonly Rule<T>[]): boolean =>
    ask(allOf([tree, ...rules.map((rule) => not(rule.tree))])).verdict === "none";
  const enough = taken.find((rule) => isProof([rule]));
  if (enough !== undefined) return [enough];
  let needed = taken;
  for (const rule of taken) {
    const others = needed.filter((other) => other !== rule);
    if (isProof(others)) needed = others;
  }
  return needed;
}
