import type { ConditionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import { allOf, not } from "../../tree/combine-trees.js";
import type { Tree } from "../../tree/tree.js";
import type { DecisionList, Rule } from "./decision-list.js";
import type { Ask } from "./questions.js";
import { holdSingleValues } from "./single-values.js";

/** A rule of a decision list, to be the one that decides. */
export interface Target<T extends IntegrationLike> {
  readonly list: DecisionList<T>;
  readonly place: number;
}

/** What a context must be like, beside being decided by the targets. */
export interface Wish {
  /** Further trees that it must pass. */
  readonly also?: readonly Tree[];
  /** Whether no field may hold a list. */
  readonly singleValues?: boolean;
}

/** Whether some context is decided by all of some rules, each in a list of its own. */
export type Reach<T extends IntegrationLike> =
  | { readonly verdict: "found"; readonly context: ConditionContext }
  /** Rules before them that take every context between them. */
  | { readonly verdict: "none"; readonly taken: readonly Rule<T>[] }
  | { readonly verdict: "unknown"; readonly because: string };

/**
 * Finds a context that is decided by given rules. An earlier rule is only told to fail once it has
 * passed on a context that was found without: of a thousand rules few are in the way, and a proof
 * names those alone.
 *
 * @param targets - at most one rule of each list
 */
export function reach<T extends IntegrationLike>(
  targets: readonly Target<T>[],
  ask: Ask,
  { also = [], singleValues = false }: Wish = {},
): Reach<T> {
  const taken = new Map<Tree, Rule<T>>();
  const wanted = [...targets.flatMap(({ list, place }) => list.rules[place]?.tree ?? []), ...also];
  for (;;) {
    const trees = [...wanted, ...[...taken.keys()].map(not)];
    const answer = ask(allOf(singleValues ? [...trees, ...holdSingleValues(trees)] : trees));
    if (answer.verdict === "none") return { verdict: "none", taken: [...taken.values()] };
    if (answer.verdict === "unknown") return answer;
    const inTheWay = targets.flatMap((target) => earlierMatch(target, answer.context) ?? []);
    if (inTheWay.length === 0) return answer;
    for (const rule of inTheWay) taken.set(rule.tree, rule);
  }
}

/** One at a time: of those that come after it some are not needed for the proof. */
function earlierMatch<T extends IntegrationLike>(
  { list: { rules }, place }: Target<T>,
  context: ConditionContext,
): Rule<T> | undefined {
  const at = rules.findIndex((rule) => rule.passes(context));
  return at < place ? rules[at] : undefined;
}
