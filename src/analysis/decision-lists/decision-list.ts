import type { ConditionContext } from "../../context.js";
import { clockOf, NO_CLOCK } from "../../evaluate/clock.js";
import type { IntegrationLike } from "../../integration.js";
import type { Policy } from "../../routing/options.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import { defaultRankOf } from "../../routing/selection/defaults.js";
import type { Reason } from "../../routing/selection/resolve.js";
import type { Tree } from "../../tree/tree.js";
import { PASSES } from "../../tree/tree.js";

/** What a context is routed to where no earlier rule of the list passes and this one does. */
export interface Rule<T extends IntegrationLike> {
  readonly tree: Tree;
  passes(context: ConditionContext): boolean;
  /** What is selected; missing where nothing is. */
  readonly candidate: Candidate<T> | undefined;
  readonly reason: Reason;
}

/** An integration that no context can reach, whatever the conditions say. */
export interface Shadowed<T extends IntegrationLike> {
  readonly candidate: Candidate<T>;
  /** What stands in its way; missing where it may not be a default at all. */
  readonly by: Candidate<T> | undefined;
}

/**
 * A selection from the records of one scope, as a decision list: the first rule that passes decides,
 * and the last one passes always. The name is Rivest's, "Learning decision lists", 1987.
 */
export interface DecisionList<T extends IntegrationLike> {
  readonly rules: readonly Rule<T>[];
  readonly shadowed: readonly Shadowed<T>[];
}

/**
 * @param inScope - the records of one scope, in the order of selection
 * @param share - gives a tree the object that stands for all that are equal to it
 */
export function decisionListOf<T extends IntegrationLike>(
  inScope: readonly Candidate<T>[],
  policy: Policy<T>,
  share: (tree: Tree) => Tree = (tree) => tree,
): DecisionList<T> {
  const blocking =
    policy.onInvalid === "block"
      ? inScope.find(({ conditions }) => conditions.kind === "invalid")
      : undefined;
  const end = blocking === undefined ? inScope.length : inScope.indexOf(blocking);
  const rules = inScope
    .slice(0, end)
    .flatMap((candidate) => conditionalRule(candidate, share) ?? []);
  if (blocking !== undefined) {
    const shadowed = inScope
      .filter(
        ({ conditions: { kind } }, at) =>
          kind !== "invalid" && (kind === "unconditional" || at > end),
      )
      .map((candidate) => ({ candidate, by: blocking }));
    return { rules: [...rules, lastRule(undefined, "blocked")], shadowed };
  }
  const defaults = inScope.filter(({ conditions }) => conditions.kind === "unconditional");
  const chosen = [0, 1]
    .map((rank) => defaults.find((candidate) => rankOf(candidate, policy) === rank))
    .find((candidate) => candidate !== undefined);
  return {
    rules: [...rules, lastRule(chosen, chosen === undefined ? "none" : "default")],
    shadowed: defaults
      .filter((candidate) => candidate !== chosen)
      .map((candidate) => ({
        candidate,
        by: rankOf(candidate, policy) === undefined ? undefined : chosen,
      })),
  };
}

/** Where in a decision list the rule stands that decides in a context. */
export function decidingPlace<T extends IntegrationLike>(
  { rules }: DecisionList<T>,
  context: ConditionContext,
): number {
  return rules.findIndex((rule) => rule.passes(context));
}

function conditionalRule<T extends IntegrationLike>(
  candidate: Candidate<T>,
  share: (tree: Tree) => Tree,
): Rule<T> | undefined {
  const { conditions } = candidate;
  if (conditions.kind !== "conditional") return undefined;
  return {
    tree: share(conditions.tree),
    passes: (context) =>
      conditions.passes(context, conditions.usesClock ? clockOf(context) : NO_CLOCK),
    candidate,
    reason: "targeting-match",
  };
}

function lastRule<T extends IntegrationLike>(
  candidate: Candidate<T> | undefined,
  reason: Reason,
): Rule<T> {
  return { tree: PASSES, passes: () => true, candidate, reason };
}

function rankOf<T extends IntegrationLike>(
  candidate: Candidate<T>,
  policy: Policy<T>,
): 0 | 1 | undefined {
  return defaultRankOf(candidate, policy.fallback, false);
}
