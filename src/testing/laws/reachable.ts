import { check, property, readConfigureGlobal, stringify } from "fast-check";
import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import { shortNameOf } from "../../routing/explain/format-ref.js";
import type { Router } from "../../routing/router.js";
import { ContextMaker } from "../contexts/context-maker.js";
import { DraftArbitrary } from "../contexts/draft-arbitrary.js";
import { isInService, readRuleSet, type Target } from "../contexts/rule-set.js";
import type { LawParameters } from "./law.js";
import { LawError } from "./law-error.js";

/**
 * Asserts that every active integration is selected by some context, its identifier apart: one that
 * is not is dead weight, shadowed by another or asking for what cannot be. For each one contexts are
 * steered towards it, `numRuns` of them at most; a seed makes the search the same each time.
 *
 * @param integrations - the list
 * @param parameters - fast-check's parameters, and how contexts are made
 * @throws LawError listing the integrations that no context was found for, and what became of each
 *
 * @example
 * ```ts
 * reachable(integrations, { seed: 42 });
 * ```
 */
export function reachable<T extends IntegrationLike>(
  integrations: readonly T[],
  parameters: LawParameters<T> = {},
): void {
  const { selection, values, now, ...forFastCheck } = parameters;
  const seed = parameters.seed ?? readConfigureGlobal().seed ?? Math.floor(Math.random() * 2 ** 31);
  const ruleSet = readRuleSet(integrations, selection);
  const maker = new ContextMaker(ruleSet, { selection, values, now });

  /** Searches for a context; gives the last one tried where none selects the target. */
  const search = (target: Target<T>): SelectionContext | undefined => {
    let last: SelectionContext = target.scope;
    let isReached = false;
    const drafts = new DraftArbitrary(maker, (random) => maker.drawSelecting(target, random));
    const misses = property(
      drafts.map((draft) => maker.contextOf(draft)),
      (context) => {
        last = context;
        isReached ||= ruleSet.router.select(context) === target.integration;
        return !isReached;
      },
    );
    const run = check(misses, { ...forFastCheck, seed, endOnFailure: true });
    if (run.failed && !isReached) throw run.errorInstance;
    return isReached ? undefined : last;
  };

  const missed = ruleSet.targets.filter(isInService).flatMap((target) => {
    const context = search(target);
    return context === undefined ? [] : [{ target, context }];
  });
  if (missed.length === 0) return;
  const message = [
    `reachable: ${missed.length === 1 ? "one integration is" : `${missed.length} integrations are`} selected by no context that was found`,
    missed.map(({ target, context }) => `- ${fateOf(target, context, ruleSet.router)}`).join("\n"),
    `To run this search again: ${stringify({ seed })}`,
  ].join("\n\n");
  const refs = missed.map(({ target }) => refOf(target.integration, target.index));
  throw new LawError(message, { law: "reachable", integrations: refs });
}

/** What became of an integration in a context that it should have been selected in. */
function fateOf<T extends IntegrationLike>(
  { integration, index }: Target<T>,
  context: SelectionContext,
  router: Router<T>,
): string {
  const { selected, candidates } = router.explain(context);
  const outcome = candidates.find((candidate) => candidate.integration.index === index)?.outcome;
  const name = shortNameOf(refOf(integration, index));
  const instead = selected === undefined ? "" : `, ${shortNameOf(selected)} is selected`;
  return `${name}: ${outcome?.replaceAll("-", " ")}${instead}, with ${stringify(context)}`;
}
