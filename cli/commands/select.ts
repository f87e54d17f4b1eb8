import type { Command } from "commander";
import { type Integration, type IntegrationRef, type Resolution, refOf } from "integration-router";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { RuleSet } from "../input/rule-set.js";
import { addCommonOptions, addPolicyOptions } from "../options.js";
import { ProgressLine } from "../output/progress.js";
import { note, paint, write } from "../output/terminal.js";
import { count, nameOf } from "../output/text.js";
import { warnOfInvalid } from "../output/warnings.js";
import { addCommand, CONTEXTS, exiting, FILE } from "./command.js";
import { openRouting, type RoutingOptions } from "./routing.js";

/** Adds `select`: what each context selects, and why. */
export function addSelect(program: Command): void {
  const command = addCommand(program, "select", {
    does: "prints for each context a line: the selected integration, or -, and the reason; exits with 1 where a context got none",
    example: "select integrations.json --context messages.ndjson",
  })
    .argument("<file>", FILE)
    .requiredOption("--context <contexts>", CONTEXTS);
  addPolicyOptions(addCommonOptions(command)).action(exiting(select));
}

async function select(file: string, options: RoutingOptions): Promise<ExitCode> {
  const { rules, router, contexts, ask } = await openRouting(file, options);
  const print = options.json === true ? jsonPrinter(rules) : linePrinter(rules);
  // Where the lines themselves run over the terminal, they show the progress.
  const stream = process.stdout.isTTY ? { write: () => undefined } : process.stderr;
  const progress = new ProgressLine(stream, contexts.source);
  let total = 0;
  let unserved = 0;
  try {
    for await (const batch of contexts.batches) {
      let text = "";
      try {
        for (const placed of batch) {
          const resolution = ask(placed, (context) => router.resolve(context));
          total++;
          if (resolution.integration === undefined) unserved++;
          text += print(resolution);
        }
      } finally {
        // What was selected before a mistake in the input stays said.
        await write(text);
      }
      progress.update(total);
    }
  } finally {
    progress.end();
  }
  warnOfInvalid(rules);
  note(`${count(total, "context")}, ${unserved.toLocaleString("en-US")} without an integration`);
  return unserved === 0 ? EXIT.ok : EXIT.found;
}

/** Prints what a context selected, line break included. */
type Printer = (resolution: Resolution<Integration>) => string;

function linePrinter(rules: RuleSet): Printer {
  const names = new Map(refsOf(rules).map(([record, ref]) => [record, nameOf(ref)]));
  return ({ integration, reason }) => {
    if (integration !== undefined) return `${names.get(integration)}\t${reason}\n`;
    return `${paint("yellow", `-\t${reason}`)}\n`;
  };
}

function jsonPrinter(rules: RuleSet): Printer {
  const refs = new Map(refsOf(rules));
  return ({ integration, reason }) => {
    const ref = integration && refs.get(integration);
    return `${JSON.stringify({ integration: ref, reason })}\n`;
  };
}

function refsOf({ records, places }: RuleSet): [Integration, IntegrationRef][] {
  return records.map((record, at) => [record, refOf(record, places[at] ?? at)]);
}
