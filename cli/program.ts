import { Command, CommanderError } from "commander";
import { version } from "../package.json";
import { addCover } from "./commands/cover.js";
import { addDiff } from "./commands/diff.js";
import { addExplain } from "./commands/explain.js";
import { addLint } from "./commands/lint.js";
import { addSelect } from "./commands/select.js";
import { addValidate } from "./commands/validate.js";
import { EXIT } from "./exit-code.js";
import { Failure } from "./failure.js";
import { note } from "./output/terminal.js";
import { clean } from "./output/text.js";

const COMMANDS = [addValidate, addSelect, addExplain, addLint, addDiff, addCover];

/**
 * Runs the program; what it found out is in `process.exitCode`.
 *
 * @param args - what the user wrote after the program's name
 */
export async function run(args: readonly string[]): Promise<void> {
  try {
    const program = makeProgram();
    if (args.length === 0)
      throw new Failure(`found no command; expected one of ${namesOf(program)}`);
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = failWith(error);
  }
}

function makeProgram(): Command {
  const program = new Command("integration-router")
    .description("Reads, routes and analyses integrations.")
    .version(version)
    .helpCommand(false)
    .exitOverride()
    // Errors are told of here, in one line.
    .configureOutput({ outputError: () => {} });
  for (const add of COMMANDS) add(program);
  return program;
}

function namesOf({ commands }: Command): string {
  return commands.map((command) => command.name()).join(", ");
}

function failWith(error: unknown): number {
  if (error instanceof CommanderError) {
    // Help and version end the program as well, and well.
    if (error.exitCode === 0) return EXIT.ok;
    note(clean(error.message.replaceAll("\n", " ")));
  } else if (error instanceof Failure) {
    note(`error: ${clean(error.message)}`);
  } else {
    // A mistake of the program's own: whoever reports it needs the stack.
    note(error instanceof Error && error.stack !== undefined ? error.stack : String(error));
  }
  return EXIT.failed;
}
