import type { ConditionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import { allOf } from "../../tree/combine-trees.js";
import type { Rule } from "../decision-lists/decision-list.js";
import { mergeContexts } from "../decision-lists/merge-contexts.js";
import type { Questions } from "../decision-lists/questions.js";
import { holdSingleValues, holdsList } from "../decision-lists/single-values.js";
import type { Answer } from "../solver/solver.js";

/**
 * Finds a context of single values that two rules pass. Most often what passes the one, put together
 * with what passes the other, passes both: a thousand rules make half a million pairs, and these are
 * decided without a search.
 */
export function findShared<T extends IntegrationLike>(
  a: Rule<T>,
  b: Rule<T>,
  questions: Questions,
): Answer {
  const passing = [questions.passing(a.tree), questions.passing(b.tree)].flatMap((answer) =>
    answer.verdict === "found" && !holdsList(answer.context) ? [answer.context] : [],
  );
  const [one, other] = passing;
  if (one !== undefined && other !== undefined) {
    for (const context of combinationsOf(one, other)) {
      if (a.passes(context) && b.passes(context)) return { verdict: "found", context };
    }
  }
  const trees = [a.tree, b.tree];
  const answer = questions.ask(allOf(trees));
  if (answer.verdict !== "found" || !holdsList(answer.context)) return answer;
  return questions.ask(allOf([...trees, ...holdSingleValues(trees)]));
}

function* combinationsOf(a: ConditionContext, b: ConditionContext): Iterable<ConditionContext> {
  yield mergeContexts(a, b);
  yield mergeContexts(b, a);
}
