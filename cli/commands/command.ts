import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";

/** How the arguments that are files are described. */
export const FILE = 'integrations, a list or { "data": [...] }; - for standard input';

/** How contexts are described. */
export const CONTEXTS = "an object, a list or NDJSON: a file, - for standard input, or JSON itself";

/** Adds a command to the program, with an example that its help shows. */
export function addCommand(
  program: Command,
  usage: string,
  { does, example }: { readonly does: string; readonly example: string },
): Command {
  return program
    .command(usage)
    .description(does)
    .addHelpText("after", `\nExample:\n  $ integration-router ${example}`);
}

/** Makes a command's action out of a function that gives the exit code. */
export function exiting<A extends readonly unknown[]>(
  run: (...args: A) => Promise<ExitCode>,
): (...args: A) => Promise<void> {
  return async (...args) => {
    process.exitCode = await run(...args);
  };
}
