import type { Command } from "commander";
import { formatPath } from "integration-router";
import type { Covering, Goal } from "integration-router/analysis";
import { EXIT, type ExitCode } from "../exit-code.js";
import { contextDefaults } from "../input/context-defaults.js";
import { inFile, type RuleSet, readRuleSet, requireRecords } from "../input/rule-set.js";
import { addCommonOptions, addPolicyOptions } from "../options.js";
import { note, writeJson, writeLine } from "../output/terminal.js";
import { clean, count, nameOf } from "../output/text.js";
import { warnOfInvalid } from "../output/warnings.js";
import { type AnalysisOptions, analysisOptions, routedInFile } from "./analysis.js";
import { addCommand, exiting, FILE } from "./command.js";

/** Adds `cover`: a test matrix for the list. */
export function addCover(program: Command): void {
  const command = addCommand(program, "cover", {
    does: "prints contexts, as JSON for select to read, that select each integration and turn each condition both ways; with --json also what each is there for",
    example: "cover integrations.json > contexts.json",
  }).argument("<file>", FILE);
  addPolicyOptions(addCommonOptions(command)).action(exiting(cover));
}

async function cover(file: string, options: AnalysisOptions): Promise<ExitCode> {
  const settings = analysisOptions(options);
  const rules = await readRuleSet(file, options);
  requireRecords(options, rules);
  warnOfInvalid(rules);
  const { coveringContexts } = await import("integration-router/analysis");
  const covering = inWholeFile(coveringContexts(rules.records, settings), rules, options);
  if (options.json === true) {
    await writeJson(covering);
  } else {
    // One context a line: a change of the list then shows as lines of the matrix.
    const lines = covering.contexts.map(({ context }) => `  ${JSON.stringify(context)}`);
    await writeLine(lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`);
    for (const line of uncovered(covering)) note(line);
  }
  note(
    `${count(rules.records.length, "integration")}, ${count(covering.contexts.length, "context")}`,
  );
  return EXIT.ok;
}

/** The result on the narrowed records, as the whole file needs it. */
function inWholeFile(covering: Covering, rules: RuleSet, options: AnalysisOptions): Covering {
  const fillIn = contextDefaults(options);
  const placed = <H extends Pick<Goal, "integration">>(holder: H): H => ({
    ...holder,
    integration: inFile(holder.integration, rules),
  });
  return {
    contexts: covering.contexts.map(({ context, selects, covers }) => ({
      context: fillIn(context),
      selects: routedInFile(selects, rules),
      covers: covers.map(placed),
    })),
    unreachable: covering.unreachable.map((each) => ({
      ...placed(each),
      by: each.by.map((ref) => inFile(ref, rules)),
    })),
    impossible: covering.impossible.map(placed),
    undecided: covering.undecided.map((each) => ({ ...each, goal: placed(each.goal) })),
  };
}

/** What no context covers, a line each. */
function uncovered({ unreachable, impossible, undecided }: Covering): string[] {
  return [
    ...unreachable.map(({ integration, by }) => {
      const others = by.length === 0 ? "" : `: ${by.map(nameOf).join(", ")} before it`;
      return `unreachable: ${nameOf(integration)}${others}`;
    }),
    ...impossible.map((goal) => `impossible: ${goalText(goal)}`),
    ...undecided.map(({ goal, because }) => `undecided: ${goalText(goal)}: ${clean(because)}`),
  ];
}

function goalText(goal: Goal): string {
  const name = nameOf(goal.integration);
  return goal.what === "selected"
    ? `${name} is selected`
    : `${name}: ${clean(formatPath(goal.path))} ${goal.what}`;
}
