import type { IntegrationLike } from "../../integration.js";
import { engineOf } from "../decision-lists/engine.js";
import type { RoutingAnalysisOptions } from "../decision-lists/options.js";
import { Questions } from "../decision-lists/questions.js";
import { contextOrderOf, readList } from "../decision-lists/read-list.js";
import { scopesOf } from "../decision-lists/scopes.js";
import type { RoutingDiff } from "./result.js";
import { DifferenceSearch } from "./search.js";

/** Options of {@link diffRouting}. */
export interface DiffOptions<T extends IntegrationLike = IntegrationLike>
  extends RoutingAnalysisOptions<T> {
  /**
   * Whether to tell of every pair that only a list in a field routes differently (a subscriber of
   * two plans at once). Without it they are told of where a change shows in no other way.
   */
  readonly lists?: boolean | undefined;
}

/**
 * Finds where two lists route differently. A record is the same in both when its `_id` is, or its
 * `identifier` where it has none: a context that goes to the same record in both is no difference,
 * whatever else of the record has changed.
 *
 * Where nothing is different and nothing undecided, that is a proof: no context that names neither
 * an integration nor, without the option `providers`, a provider is routed differently.
 *
 * @param before - the list as it is
 * @param after - the list as it is to be
 * @param options - how both are selected from, and how much may be spent on an answer
 * @returns each pair of integrations once, with a context that both lists have been asked about
 * @throws TypeError where a list is none, and on an option that is none
 *
 * @example
 * ```ts
 * const paused = integrations.map((each) => ({ ...each, active: each.identifier !== "ses-enterprise" }));
 * const { differences } = diffRouting(integrations, paused);
 * differences.map(({ before }) => before.integration?.identifier); // ["ses-enterprise"]
 * ```
 */
export function diffRouting<T extends IntegrationLike>(
  before: readonly T[],
  after: readonly T[],
  options: DiffOptions<T> = {},
): RoutingDiff {
  const lists = [readList(before, options), readList(after, options)] as const;
  const engines = [engineOf(before, options), engineOf(after, options)] as const;
  const readsClock = lists.some((list) => list.readsClock);
  const questions = new Questions(options, readsClock);
  const search = new DifferenceSearch<T>(engines, questions, contextOrderOf(lists, options));
  for (const scope of scopesOf(lists, options.providers === true)) {
    search.lookAt(scope, lists[0].policy);
  }
  return search.finish(options.lists === true);
}
