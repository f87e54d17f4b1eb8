import { compileTest } from "../../evaluate/closures/closures.js";
import type { IntegrationLike } from "../../integration.js";
import { type Candidate, readCandidates, type Skipped } from "../../routing/selection/candidate.js";
import { compileAnew, resolveCompileSettings } from "../../routing/selection/compiled.js";
import { type Policy, resolvePolicy } from "../../routing/selection/policy.js";
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
