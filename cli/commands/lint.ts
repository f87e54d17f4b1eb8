import { type Command, Option } from "commander";
import { formatPath } from "integration-router";
import type { Diagnostic, LintResult, Severity, UndecidedCheck } from "integration-router/analysis";
import { EXIT, type ExitCode } from "../exit-code.js";
import { contextDefaults } from "../input/context-defaults.js";
import { inFile, type RuleSet, readRuleSet, requireRecords } from "../input/rule-set.js";
import { addCommonOptions, addPolicyOptions } from "../options.js";
import type { Ink } from "../output/paint.js";
import { note, paint, write, writeJson } from "../output/terminal.js";
import { clean, count, nameOf } from "../output/text.js";
import { type AnalysisOptions, analysisOptions, contextLine } from "./analysis.js";
import { addCommand, exiting, FILE } from "./command.js";

/** From what does not matter to what does; `none` is below them all. */
const SEVERITIES = ["none", "info", "warning", "error"] as const satisfies readonly (
  | Severity
  | "none"
)[];

interface LintOptions extends AnalysisOptions {
  readonly maxSeverity: (typeof SEVERITIES)[number];
}

/** Adds `lint`: what in a list is wrong or rarely meant. */
export function addLint(program: Command): void {
  const command = addCommand(program, "lint", {
    does: "prints what in the list is wrong or rarely meant; exits with 1 where that is above --max-severity",
    example: "lint integrations.json --max-severity info",
  })
    .argument("<file>", FILE)
    .addOption(
      new Option("--max-severity <severity>", "the most that is put up with")
        .choices(SEVERITIES)
        .default("warning"),
    );
  addPolicyOptions(addCommonOptions(command)).action(exiting(lint));
}

async function lint(file: string, options: LintOptions): Promise<ExitCode> {
  const settings = analysisOptions(options);
  const rules = await readRuleSet(file, options);
  requireRecords(options, rules);
  const { lintIntegrations } = await import("integration-router/analysis");
  const result = inWholeFile(lintIntegrations(rules.records, settings), rules, options);
  if (options.json === true) await writeJson(result);
  else await write(linesOf(result, rules));

  const { diagnostics, undecided } = result;
  const having = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  note(
    [
      count(rules.records.length, "integration"),
      count(having("error"), "error"),
      count(having("warning"), "warning"),
      `${having("info")} info`,
      `${undecided.length} undecided`,
    ].join(", "),
  );
  const most = SEVERITIES.indexOf(options.maxSeverity);
  const isAbove = ({ severity }: Diagnostic): boolean => SEVERITIES.indexOf(severity) > most;
  return diagnostics.some(isAbove) ? EXIT.found : EXIT.ok;
}

/** The result on the narrowed records, as the whole file needs it. */
function inWholeFile(result: LintResult, rules: RuleSet, options: LintOptions): LintResult {
  const fillIn = contextDefaults(options);
  const placed = <F extends Diagnostic | UndecidedCheck>(finding: F): F => ({
    ...finding,
    integration: inFile(finding.integration, rules),
    ...(finding.related && { related: finding.related.map((ref) => inFile(ref, rules)) }),
  });
  const found = result.diagnostics.map((diagnostic) => ({
    ...placed(diagnostic),
    ...(diagnostic.context && { context: fillIn(diagnostic.context) }),
  }));
  return {
    diagnostics: [...noRecords(rules), ...found],
    undecided: result.undecided.map(placed),
  };
}

/** What in the file is no record is not among the records that were looked at. */
function noRecords({ issues }: RuleSet): Diagnostic[] {
  return issues.flatMap(({ code, integration, path, message }) =>
    code === "not-an-object" && integration !== undefined
      ? [
          {
            code: "invalid-integration",
            severity: "error",
            integration,
            path,
            message,
            issue: code,
          },
        ]
      : [],
  );
}

const INKS: { readonly [S in Severity]: Ink } = { error: "red", warning: "yellow", info: "dim" };

function linesOf({ diagnostics, undecided }: LintResult, { name }: RuleSet): string {
  const line = ({ integration, path }: Diagnostic | UndecidedCheck, kind: string, text: string) => {
    const where = [clean(name), paint("bold", nameOf(integration))];
    const place = clean(formatPath(path));
    // What an issue says begins with its path.
    if (place !== "" && !text.startsWith(`${place}:`)) where.push(place);
    return `${where.join(": ")}: ${kind}: ${text}`;
  };
  const found = diagnostics.map((diagnostic) => {
    const { code, severity, message, context } = diagnostic;
    const text = line(diagnostic, paint(INKS[severity], severity), clean(message));
    return `${text} ${paint("dim", `[${code}]`)}\n${context ? contextLine(context) : ""}`;
  });
  const open = undecided.map(
    (check) =>
      `${line(check, "undecided", clean(check.because))} ${paint("dim", `[${check.code}]`)}\n`,
  );
  return [...found, ...open].join("");
}
