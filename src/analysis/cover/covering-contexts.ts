import type { ConditionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { ContextOrder } from "../../tree/context-order.js";
import { decidingPlace } from "../decision-lists/decision-list.js";
import { type Engine, engineOf, UNCONFIRMED } from "../decision-lists/engine.js";
import type { RoutingAnalysisOptions } from "../decision-lists/options.js";
import { Questions } from "../decision-lists/questions.js";
import { contextOrderOf, readList } from "../decision-lists/read-list.js";
import { routesOf } from "../decision-lists/routes.js";
import { withKeys } from "../decision-lists/scopes.js";
import { shrink } from "../decision-lists/shrink.js";
import type { OpenGoal } from "./goals.js";
import { Matrix, type Row } from "./matrix.js";
import type { Covering, CoveringContext, Goal } from "./result.js";
import { coverGreedily } from "./set-cover.js";

/**
 * Makes a small set of contexts in which every integration that can be is selected at least once,
 * and every condition that can be passes at least once and fails at least once: a test matrix to
 * keep beside a list. Small, not smallest.
 *
 * It is about the records that take part in a selection, and about contexts that name neither an
 * integration nor, without the option `providers`, a provider.
 *
 * @param integrations - the list, as a selection would get it
 * @param options - how it is selected from, and how much may be spent on an answer
 * @returns the contexts, each with what it selects and covers, and what no context can cover
 * @throws TypeError where the list is none, and on an option that is none
 *
 * @example
 * ```ts
 * const { contexts } = coveringContexts(integrations);
 * for (const { context, selects } of contexts) {
 *   const { integration } = resolveIntegration(integrations, context);
 *   if (integration?.identifier !== selects.integration?.identifier) throw new Error("changed");
 * }
 * ```
 */
export function coveringContexts<T extends IntegrationLike>(
  integrations: readonly T[],
  options: RoutingAnalysisOptions<T> = {},
): Covering {
  const list = readList(integrations, options);
  const routes = routesOf(list, options.providers === true);
  const questions = new Questions(options, list.readsClock);
  const { rows, unreachable, impossible, undecided } = new Matrix(routes, questions);
  const engine = engineOf(integrations, options);
  const order = contextOrderOf([list], options);
  const chosen = coverGreedily(rows.map(({ covers }) => covers));
  const contexts = chosen.flatMap(({ at, adds }) => {
    const row = rows[at];
    return row === undefined ? [] : toContext(row, adds, engine, order);
  });
  const shown = new Set(contexts.flatMap(({ covers }) => covers));
  const missed = rows.flatMap(({ covers }) => [...covers]).filter(({ goal }) => !shown.has(goal));
  return {
    contexts,
    unreachable,
    impossible,
    undecided: [
      ...undecided,
      ...[...new Set(missed)].map(({ goal }) => ({ goal, because: UNCONFIRMED })),
    ],
  };
}

/** The context with nothing in it that its goals can do without; none where they are not reached. */
function toContext<T extends IntegrationLike>(
  { route: { keys, list }, context: data }: Row<T>,
  goals: readonly OpenGoal<T>[],
  engine: Engine,
  order: ContextOrder,
): readonly CoveringContext[] {
  const reached = (smaller: ConditionContext): readonly OpenGoal<T>[] => {
    const context = withKeys(keys, smaller);
    const selected = list.rules[decidingPlace(list, context)]?.candidate;
    return goals.filter(({ isReached }) => isReached(context, selected));
  };
  const covers = reached(data).map(({ goal }) => goal);
  const smallest = shrink(data, (smaller) => reached(smaller).length === covers.length);
  const context = order.sorted(withKeys(keys, smallest));
  const selects = engine(context);
  if (selects === undefined) return [];
  const isSelected = (goal: Goal): boolean =>
    goal.what !== "selected" || goal.integration.index === selects.integration?.index;
  const confirmed = covers.filter(isSelected);
  return confirmed.length === 0 ? [] : [{ context, selects, covers: confirmed }];
}
