import { ContextOrder } from "../../conditions/context-order.js";
import { describe } from "../../conditions/describe.js";
import type { IntegrationLike } from "../../integration.js";
import { type Candidate, readCandidates, type Skipped } from "../../routing/candidate.js";
import { compileAnew, resolveMaking } from "../../routing/compiled.js";
import { type Policy, resolvePolicy } from "../../routing/options.js";
import type { RoutingAnalysisOptions } from "./options.js";

/** A list as an analysis reads it. */
export interface AnalysedList<T extends IntegrationLike> {
  /** Every record, in the list's order. */
  readonly candidates: readonly Candidate<T>[];
  /** The entries that are no records. */
  readonly skipped: readonly Skipped[];
  readonly policy: Policy<T>;
  /** Whether any of the conditions do. */
  readonly readsClock: boolean;
}

/** The order of the keys of contexts for some lists, the fields of the first list first. */
export function contextOrderOf<T extends IntegrationLike>(
  lists: readonly AnalysedList<T>[],
  { sources }: RoutingAnalysisOptions<T>,
): ContextOrder {
  const all = lists.flatMap(({ candidates }) => candidates.map(({ conditions }) => conditions));
  const trees = all.flatMap((conditions) =>
    conditions.kind === "conditional" ? conditions.tree : [],
  );
  return new ContextOrder({ trees, sources });
}

/**
 * Reads the records of a list, with what their conditions are compiled to.
 *
 * @throws TypeError where the list is none, and on an option that is none
 */
export function readList<T extends IntegrationLike>(
  integrations: readonly T[],
  options: RoutingAnalysisOptions<T> | undefined,
): AnalysedList<T> {
  const policy = resolvePolicy(options);
  const semantics: unknown = options?.semantics;
  if (semantics !== undefined && semantics !== "standard") {
    throw new TypeError(`semantics: found ${describe(semantics)}; expected "standard"`);
  }
  const list = readCandidates(integrations, compileAnew(resolveMaking(options)));
  const readsClock = list.candidates.some(
    ({ conditions }) => conditions.kind === "conditional" && conditions.usesClock,
  );
  return { ...list, policy, readsClock };
}
