import type { IntegrationLike } from "../../integration.js";
import type { RoutingAnalysisOptions } from "../decision-lists/options.js";
import { checkAgents } from "./agent-channel.js";
import { checkConstants } from "./constant-conditions.js";
import type { LintResult } from "./diagnostic.js";
import { checkIdentifiers } from "./duplicate-identifier.js";
import { checkIssues } from "./invalid-integration.js";
import { checkReachability } from "./never-reached.js";
import { checkDefaults } from "./no-default.js";
import { checkOperands } from "./operands.js";
import { checkPrimaries } from "./primaries.js";
import { checkRemovable } from "./removable.js";
import { type Check, LintRun } from "./run.js";
import { checkOverlaps } from "./unordered-overlap.js";

const CHECKS: readonly Check[] = [
  checkIssues,
  checkIdentifiers,
  checkConstants,
  checkReachability,
  checkDefaults,
  checkPrimaries,
  checkAgents,
  checkOverlaps,
  checkRemovable,
  checkOperands,
];

/**
 * Reads a list without running it, and tells what in it is wrong or rarely meant. Nothing is guessed:
 * what it says of contexts it has proved, or shows one that the engine has confirmed.
 *
 * What it says of the routing holds for contexts that name neither an integration nor, without the
 * option `providers`, a provider. Inactive and deleted records take no part in that; their
 * conditions are looked at all the same.
 *
 * @param integrations - the list, as a selection would get it
 * @param options - how it is selected from, and how much may be spent on an answer
 * @returns the diagnostics in the order of the list, and the checks that came to no answer
 * @throws TypeError where the list is none, and on an option that is none
 *
 * @example
 * ```ts
 * const { diagnostics } = lintIntegrations([...integrations, { ...rowOf("free", 2), identifier: "spare" }]);
 * diagnostics.find(({ code }) => code === "never-reached")?.message; // "never selected: sendgrid-eu takes everything that it matches"
 * ```
 */
export function lintIntegrations<T extends IntegrationLike>(
  integrations: readonly T[],
  options: RoutingAnalysisOptions<T> = {},
): LintResult {
  const run = new LintRun(integrations, options);
  for (const check of CHECKS) check(run);
  return run.result();
}
