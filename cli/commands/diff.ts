import type { Command } from "commander";
import type { Routed, RoutingDiff } from "integration-router/analysis";
import { EXIT, type ExitCode } from "../exit-code.js";
import { contextDefaults } from "../input/context-defaults.js";
import { type RuleSet, readRuleSet, requireRecords } from "../input/rule-set.js";
import { requireOneStandardInput } from "../input/source.js";
import { addCommonOptions, addPolicyOptions } from "../options.js";
import { note, paint, write, writeJson } from "../output/terminal.js";
import { clean, count } from "../output/text.js";
import { warnOfInvalid } from "../output/warnings.js";
import {
  type AnalysisOptions,
  analysisOptions,
  contextLine,
  routedInFile,
  routedText,
} from "./analysis.js";
import { addCommand, exiting, FILE } from "./command.js";

/** Adds `diff`: what a change of the list changes. */
export function addDiff(program: Command): void {
  const command = addCommand(program, "diff", {
    does: "prints where two lists route differently, each with a context; exits with 1 where they do, with 3 where that could not be told",
    example: "diff main.json branch.json",
  })
    .argument("<before>", FILE)
    .argument("<after>", "the same, changed");
  addPolicyOptions(addCommonOptions(command)).action(exiting(diff));
}

async function diff(before: string, after: string, options: AnalysisOptions): Promise<ExitCode> {
  const settings = analysisOptions(options);
  requireOneStandardInput(before, after);
  const lists = [await readRuleSet(before, options), await readRuleSet(after, options)] as const;
  requireRecords(options, ...lists);
  for (const list of lists) warnOfInvalid(list);
  const { diffRouting } = await import("integration-router/analysis");
  const found = diffRouting(lists[0].records, lists[1].records, settings);
  const result = inWholeFiles(found, lists, options);
  if (options.json === true) await writeJson(result);
  else await write(linesOf(result));

  const { differences, undecided } = result;
  note(`${count(differences.length, "difference")}, ${undecided.length} undecided`);
  if (differences.length > 0) return EXIT.found;
  return undecided.length > 0 ? EXIT.undecided : EXIT.ok;
}

/** The result on the narrowed records, as the whole files need it. */
function inWholeFiles(
  { differences, undecided }: RoutingDiff,
  [before, after]: readonly [RuleSet, RuleSet],
  options: AnalysisOptions,
): RoutingDiff {
  const fillIn = contextDefaults(options);
  const placed = <P extends { readonly before: Routed; readonly after: Routed }>(pair: P): P => ({
    ...pair,
    before: routedInFile(pair.before, before),
    after: routedInFile(pair.after, after),
  });
  return {
    differences: differences.map((difference) => ({
      ...placed(difference),
      context: fillIn(difference.context),
    })),
    undecided: undecided.map(placed),
  };
}

function linesOf({ differences, undecided }: RoutingDiff): string {
  const pair = (change: { readonly before: Routed; readonly after: Routed }): string =>
    `${routedText(change.before)} → ${routedText(change.after)}`;
  return [
    ...differences.map((each) => `${pair(each)}\n${contextLine(each.context)}`),
    ...undecided.map(
      (each) => `${pair(each)}: ${paint("yellow", "undecided")}: ${clean(each.because)}\n`,
    ),
  ].join("");
}
