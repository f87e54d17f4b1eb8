import { compileTest } from "../../evaluate/closures/closures.js";
import type { IntegrationLike } from "../../integration.js";
import { type Candidate, readCandidates, type Skipped } from "../../routing/selection/candidate.js";
import { compileAnew, resolveCompileSettings } from "../../routing/selection/compiled.js";
import { type Policy, resolvePolicy } from "../../routing/selection/policy.js";
import { ContextOrder } from "../../tree/context-order.js";
import { refuseSemantics } from "../semantics.js";
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
  refuseSemantics(options);
  const list = readCandidates(
    integrations,
    compileAnew(resolveCompileSettings(options, compileTest)),
  );
  const readsClock = list.candidates.some(
    ({ conditions }) => conditions.kind === "conditional" && conditions.usesClock,
  );
  return { ...list, policy, readsClock };
}
