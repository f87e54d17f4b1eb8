import type { Arbitrary } from "fast-check";
import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import { ContextMaker, type ContextOptions } from "./context-maker.js";
import { DraftArbitrary } from "./draft-arbitrary.js";
import { readRuleSet } from "./rule-set.js";

/**
 * Makes contexts at the boundaries of a list: it reads every condition of every integration, and
 * gives its field each operand exactly, just below and just above, each member of a list and a
 * stranger, texts that a pattern just accepts and just refuses, the edges of a length of time, the
 * wrong type, an empty list, a mixed one, and nothing. Half of them are steered towards an
 * integration being selected, or missed by one condition. They hold the keys that a selection needs,
 * and shrink to few fields with plain values.
 *
 * @param integrations - the list, whatever it holds; a record with mistakes has no boundaries
 * @param options - what is fixed, further values, the clock, the options of selections
 * @throws TypeError where the list or an option is not what it should be
 *
 * @example
 * ```ts
 * const plans = fc
 *   .sample(contextFor(integrations), { numRuns: 300, seed: 1 })
 *   .map(({ subscriber }) => JSON.stringify(subscriber));
 * plans.includes('{"data":{"plan":"free"}}'); // true
 * plans.includes('{"data":{"plan":"fref"}}'); // true
 * ```
 */
export function contextFor<T extends IntegrationLike>(
  integrations: readonly T[],
  options: ContextOptions<T> = {},
): Arbitrary<SelectionContext> {
  const maker = new ContextMaker(readRuleSet(integrations, options.selection), options);
  return new DraftArbitrary(maker).map((draft) => maker.contextOf(draft));
}
