import type { Integration, SelectionContext } from "integration-router";
import type { Routed, RoutingAnalysisOptions } from "integration-router/analysis";
import { Failure } from "../failure.js";
import { inFile, type RuleSet } from "../input/rule-set.js";
import type { CommonOptions, PolicyOptions } from "../options.js";
import { paint } from "../output/terminal.js";
import { clean, nameOf } from "../output/text.js";

/** The options of the commands that read a list without running it. */
export interface AnalysisOptions extends CommonOptions, PolicyOptions {}

/**
 * The library's options for an analysis.
 *
 * @throws Failure where another semantics than the standard one is asked for
 */
export function analysisOptions({
  semantics,
  fallback,
  onInvalid,
  scope,
}: AnalysisOptions): RoutingAnalysisOptions<Integration> {
  if (semantics !== "standard") {
    throw new Failure(
      `--semantics: found ${semantics}; expected standard, the only one that lint, diff and cover know`,
    );
  }
  return { fallback, onInvalid, scope };
}

/** What a context is routed to, with the integration at its place in the file. */
export function routedInFile({ integration, reason }: Routed, rules: RuleSet): Routed {
  return integration === undefined
    ? { reason }
    : { integration: inFile(integration, rules), reason };
}

/** What a context is routed to, as a line says it. */
export function routedText({ integration, reason }: Routed): string {
  return `${paint("bold", integration === undefined ? "-" : nameOf(integration))} (${reason})`;
}

/** A context on a line of its own, under what it shows. */
export function contextLine(context: SelectionContext): string {
  return `    ${clean(JSON.stringify(context))}\n`;
}
