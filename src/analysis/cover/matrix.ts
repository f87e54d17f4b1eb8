import type { ConditionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import type { Tree } from "../../tree/tree.js";
import { getOrMake } from "../../util/get-or-make.js";
import { decidingPlace } from "../decision-lists/decision-list.js";
import type { Questions } from "../decision-lists/questions.js";
import { type Reach, reach, type Target, type Wish } from "../decision-lists/reach.js";
import { refTo } from "../decision-lists/ref-to.js";
import { type Reachability, type Route, reachabilities } from "../decision-lists/routes.js";
import { holdsList } from "../decision-lists/single-values.js";
import { goalsOf, type OpenGoal } from "./goals.js";
import type { Goal, UnreachableIntegration } from "./result.js";

/** A context that could be one of the matrix, and all that it covers. */
export interface Row<T extends IntegrationLike> {
  readonly route: Route<T>;
  readonly context: ConditionContext;
  readonly covers: ReadonlySet<OpenGoal<T>>;
}

/** Contexts that cover every goal that can be reached, some of them many times over. */
export class Matrix<T extends IntegrationLike> {
  readonly rows: Row<T>[] = [];
  readonly impossible: Goal[] = [];
  readonly undecided: { readonly goal: Goal; readonly because: string }[] = [];
  readonly #goals = new Map<Candidate<T>, readonly OpenGoal<T>[]>();
  readonly #routes = new Map<Candidate<T>, Route<T>>();
  readonly #reachability: ReadonlyMap<Candidate<T>, Reachability<T>>;
  readonly #questions: Questions;
  readonly #covered = new Set<OpenGoal<T>>();

  constructor(routes: readonly Route<T>[], questions: Questions) {
    this.#questions = questions;
    this.#reachability = reachabilities(routes, questions);
    for (const route of routes) {
      for (const candidate of route.inScope) {
        if (candidate.conditions.kind === "invalid") continue;
        getOrMake(this.#routes, candidate, () => route);
        getOrMake(this.#goals, candidate, () => goalsOf(candidate));
      }
    }
    const goals = [...this.#goals.values()].flat();
    for (const goal of goals) if (!this.#covered.has(goal)) this.#reach(goal);
  }

  /** The integrations that take part in a selection and are never selected. */
  get unreachable(): readonly UnreachableIntegration[] {
    return [...this.#goals].flatMap(([candidate, [selected]]) => {
      const reachability = this.#reachability.get(candidate);
      if (selected === undefined || reachability?.verdict === "reached") return [];
      if (reachability?.verdict === "unknown") return [];
      const by = (reachability?.by ?? []).map(refTo);
      return [{ integration: selected.goal.integration, by }];
    });
  }

  #reach({ goal, candidate, tree }: OpenGoal<T>): void {
    const own = this.#reachability.get(candidate);
    if (tree !== undefined) this.#reachCondition(goal, candidate, tree, own);
    else if (own?.verdict === "reached") this.#add(own.route, own.context);
    else if (own?.verdict === "unknown") this.undecided.push({ goal, because: own.because });
  }

  /** Best of all by a context that selects the integration, too. */
  #reachCondition(
    goal: Goal,
    candidate: Candidate<T>,
    tree: Tree,
    own: Reachability<T> | undefined,
  ): void {
    const route = own?.verdict === "reached" ? own.route : this.#routes.get(candidate);
    if (route === undefined) return;
    const place = route.list.rules.findIndex((rule) => rule.candidate === candidate);
    const targets = own?.verdict === "reached" ? [{ list: route.list, place }] : [];
    const selecting = findPlainly(targets, tree, this.#questions);
    const answer =
      selecting.verdict === "found" ? selecting : findPlainly([], tree, this.#questions);
    if (answer.verdict === "found") this.#add(route, answer.context);
    else if (answer.verdict === "none") this.impossible.push(goal);
    else this.undecided.push({ goal, because: answer.because });
  }

  #add(route: Route<T>, context: ConditionContext): void {
    const selected = route.list.rules[decidingPlace(route.list, context)]?.candidate;
    const covers = new Set<OpenGoal<T>>();
    for (const candidate of route.inScope) {
      for (const goal of this.#goals.get(candidate) ?? []) {
        if (goal.isReached(context, selected)) covers.add(goal);
      }
    }
    for (const goal of covers) this.#covered.add(goal);
    this.rows.push({ route, context, covers });
  }
}

/** A context without lists where there is one: it reads more easily. */
function findPlainly<T extends IntegrationLike>(
  targets: readonly Target<T>[],
  tree: Tree,
  { ask }: Questions,
): Reach<T> {
  const find = (wish: Wish): Reach<T> => reach(targets, ask, { ...wish, also: [tree] });
  const first = find({});
  if (first.verdict !== "found" || !holdsList(first.context)) return first;
  const plain = find({ singleValues: true });
  return plain.verdict === "found" ? plain : first;
}
