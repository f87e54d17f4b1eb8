import type { ConditionContext } from "../../context.js";
import { clockOf, NO_CLOCK } from "../../evaluate/clock.js";
import type { IntegrationLike } from "../../integration.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import { type Chain, WholeChain } from "../../routing/selection/chain.js";
import type { InvalidPolicy, Policy } from "../../routing/selection/policy.js";
import type { Reason } from "../../routing/selection/reason.js";
import type { Scope } from "../../routing/selection/scope.js";
import { type Offers, selectFrom } from "../../routing/selection/select-from.js";
import type {
  DefaultChoice,
  DefaultRank,
  SelectionRules,
} from "../../routing/selection/selection-rules.js";
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
  const chain = new WholeChain<T>();
  const blocking = selectFrom(new EveryCandidate(inScope), anyMessage(policy), chain);
  const [chosen, ...others] = chain.candidates.filter((_, at) => chain.steps[at] === "default");
  const last: Rule<T> = chosen
    ? lastRule(chosen, "default")
    : lastRule(undefined, blocking === undefined ? "none" : "blocked");
  const behind = new Set(others);
  return {
    rules: [...chain.candidates.flatMap((candidate) => matchRule(candidate, share) ?? []), last],
    shadowed: inScope
      .filter((candidate) => candidate.conditions.kind !== "invalid")
      .filter((candidate) => candidate !== chosen)
      .filter((candidate) => behind.has(candidate) || !chain.has(candidate))
      .map((candidate) => ({
        candidate,
        by: behind.has(candidate) ? chosen : blocking,
      })),
  };
}

/** What is asked for any message that the records are in scope for: it names none of them. */
interface AnyMessage extends DefaultChoice {
  readonly onInvalid: InvalidPolicy;
  readonly rules: SelectionRules;
}

function anyMessage<T>({ fallback, onInvalid, rules }: Policy<T>): AnyMessage {
  return { ...NO_KEYS, fallback, onInvalid, rules };
}

const NO_KEYS: Scope = {
  channel: undefined,
  kind: undefined,
  identifier: undefined,
  integrationId: undefined,
  providerId: undefined,
  environmentId: undefined,
  organizationId: undefined,
};

/** Offers every candidate that some message could select: whether conditions pass is left open. */
class EveryCandidate<T extends IntegrationLike> implements Offers<T, AnyMessage> {
  readonly #inScope: readonly Candidate<T>[];

  constructor(inScope: readonly Candidate<T>[]) {
    this.#inScope = inScope;
  }

  /** No message is asked about that names a record. */
  named(): void {}

  matches({ onInvalid }: AnyMessage, chain: Chain<T>): Candidate<T> | undefined {
    for (const candidate of this.#inScope) {
      const { kind } = candidate.conditions;
      if (kind === "conditional") chain.take(candidate);
      if (kind === "invalid" && onInvalid === "block") return candidate;
    }
    return undefined;
  }

  defaults(choice: AnyMessage, rank: DefaultRank, chain: Chain<T>): void {
    for (const candidate of this.#inScope) {
      if (choice.rules.defaultRankOf(candidate, choice) === rank) chain.take(candidate);
    }
  }
}

/** Where in a decision list the rule stands that decides in a context. */
export function decidingPlace<T extends IntegrationLike>(
  { rules }: DecisionList<T>,
  context: ConditionContext,
): number {
  return rules.findIndex((rule) => rule.passes(context));
}

function matchRule<T extends IntegrationLike>(
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
