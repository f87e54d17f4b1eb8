import { readTargeting } from "../../conditions/targeting.js";
import type { ConditionContext } from "../../context.js";
import { compileTree, type Predicate } from "../../evaluate/predicate.js";
import type { IntegrationLike } from "../../integration.js";
import type { IssuePath } from "../../issues/issue.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import { not } from "../../tree/combine-trees.js";
import type { Tree } from "../../tree/tree.js";
import { conditionsIn, placesIn } from "../decision-lists/places.js";
import { refTo } from "../decision-lists/ref-to.js";
import type { Goal } from "./result.js";

/** A goal, with what tells whether a context reaches it. */
export interface OpenGoal<T extends IntegrationLike> {
  readonly goal: Goal;
  readonly candidate: Candidate<T>;
  /** What a context must pass; missing where it is to select the integration. */
  readonly tree: Tree | undefined;
  /** @param selected - what the context selects */
  readonly isReached: (context: ConditionContext, selected: Candidate<T> | undefined) => boolean;
}

/** The goals that an integration has: first to be selected, then those of its conditions. */
export function goalsOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
): readonly [OpenGoal<T>, ...OpenGoal<T>[]] {
  const { conditions } = candidate;
  const places =
    conditions.kind === "conditional"
      ? conditionsIn(placesIn(readTargeting(candidate.integration), conditions.tree))
      : [];
  return [
    {
      goal: { what: "selected", integration: refTo(candidate) },
      candidate,
      tree: undefined,
      isReached: (_, found) => found === candidate,
    },
    ...places.flatMap(({ node, path }) => conditionGoals(candidate, node, path)),
  ];
}

function conditionGoals<T extends IntegrationLike>(
  candidate: Candidate<T>,
  condition: Tree,
  path: IssuePath,
): readonly OpenGoal<T>[] {
  const integration = refTo(candidate);
  const test: Predicate = compileTree(condition);
  return [
    {
      goal: { what: "passes", integration, path },
      candidate,
      tree: condition,
      isReached: (context) => test(context),
    },
    {
      goal: { what: "fails", integration, path },
      candidate,
      tree: not(condition),
      isReached: (context) => !test(context),
    },
  ];
}
