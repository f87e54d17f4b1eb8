import type { Command } from "commander";
import { EXIT, type ExitCode } from "../exit-code.js";
import { readRuleSet, requireRecords } from "../input/rule-set.js";
import { addCommonOptions, type CommonOptions } from "../options.js";
import { note, paint, write, writeJson } from "../output/terminal.js";
import { clean, count, nameOf } from "../output/text.js";
import { addCommand, exiting, FILE } from "./command.js";

/** Adds `validate`: everything that is wrong with the records of a file. */
export function addValidate(program: Command): void {
  const command = addCommand(program, "validate", {
    does: "prints the issues of the records, one a line; exits with 1 where there are any",
    example: "validate integrations.json",
  });
  addCommonOptions(command.argument("<file>", FILE)).action(exiting(validate));
}

async function validate(file: string, options: CommonOptions): Promise<ExitCode> {
  const rules = await readRuleSet(file, options);
  const { name, issues, records } = rules;
  if (issues.length === 0) requireRecords(options, rules);
  if (options.json === true) {
    await writeJson(issues);
  } else {
    const lines = issues.map(({ integration, message }) => {
      // The message begins with the path.
      const record = integration === undefined ? "" : `${paint("bold", nameOf(integration))}: `;
      return `${clean(name)}: ${record}${clean(message)}\n`;
    });
    await write(lines.join(""));
  }
  note(`${count(records.length, "integration")}, ${count(issues.length, "issue")}`);
  return issues.length === 0 ? EXIT.ok : EXIT.found;
}
