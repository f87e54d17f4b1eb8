import type { Command } from "commander";
import { type Explanation, formatExplanation } from "integration-router";
import { EXIT, type ExitCode } from "../exit-code.js";
import { Failure } from "../failure.js";
import type { Contexts, PlacedContext } from "../input/contexts.js";
import { inFile, type RuleSet } from "../input/rule-set.js";
import { addCommonOptions, addPolicyOptions } from "../options.js";
import { hasColor, paint, writeLine } from "../output/terminal.js";
import { warnOfInvalid } from "../output/warnings.js";
import { addCommand, CONTEXTS, exiting, FILE } from "./command.js";
import { openRouting, type RoutingOptions } from "./routing.js";

interface ExplainOptions extends RoutingOptions {
  readonly identifier?: string;
}

/** Adds `explain`: for each context, what became of every integration. */
export function addExplain(program: Command): void {
  const command = addCommand(program, "explain", {
    does: "prints for each context what is selected, and what became of the other integrations",
    example: `explain integrations.json --context '{"channel":"email","subscriber":{"plan":"pro"}}'`,
  })
    .argument("<file>", FILE)
    .requiredOption("--context <contexts>", CONTEXTS)
    .option("--identifier <id>", "only what became of the integration with this identifier");
  addPolicyOptions(addCommonOptions(command)).action(exiting(explain));
}

async function explain(file: string, options: ExplainOptions): Promise<ExitCode> {
  const { rules, router, contexts, ask } = await openRouting(file, options);
  requireIdentifier(options.identifier, rules);
  const print = options.json === true ? printJson : treePrinter(contexts);
  for await (const batch of contexts.batches) {
    for (const placed of batch) {
      const explanation = ask(placed, (context) => router.explain(context));
      await print(narrow(explanation, options.identifier, rules), placed);
    }
  }
  warnOfInvalid(rules);
  return EXIT.ok;
}

type Print = (explanation: Explanation, placed: PlacedContext) => Promise<void>;

const printJson: Print = (explanation) => writeLine(JSON.stringify(explanation));

/** Prints trees, each under the place of its context in the file. */
function treePrinter({ isInline }: Contexts): Print {
  let gap = "";
  return async (explanation, { place }) => {
    const heading = isInline ? gap : `${gap}${paint("dim", place())}\n`;
    gap = "\n";
    await writeLine(`${heading}${formatExplanation(explanation, { color: hasColor })}`);
  };
}

/** What of an explanation is asked for, with the places that the records have in the file. */
function narrow(
  { selected, candidates, ...rest }: Explanation,
  identifier: string | undefined,
  rules: RuleSet,
): Explanation {
  return {
    ...(selected !== undefined && { selected: inFile(selected, rules) }),
    ...rest,
    candidates: candidates
      .filter(
        ({ integration }) => identifier === undefined || integration.identifier === identifier,
      )
      .map((candidate) => ({ ...candidate, integration: inFile(candidate.integration, rules) })),
  };
}

function requireIdentifier(identifier: string | undefined, { name, records }: RuleSet): void {
  if (identifier === undefined || records.some((record) => record.identifier === identifier))
    return;
  throw new Failure(
    `${name}: found no integration with the identifier ${JSON.stringify(identifier)}`,
  );
}
