import { describe, expect, test } from "@jest/globals";
import { codeIn, codesIn, fencesOf, readPage, tableOf } from "../docs/markdown.js";
import { Folder } from "./program.js";
import { forCountry, frankfurt, mistaken, sendgrid } from "./records.js";

const readme = readPage("README.md");
const rows = tableOf(readme, "command", "prints", "exits with");
const folder = new Folder();

describe("the README's commands", () => {
  test("are those of the program, with its arguments", () => {
    const help = folder.run(["--help"]).stdout;
    const named = [...help.matchAll(/^ {2}(\w+) \[options\] (.*?)(?: {2}|$)/gm)].map(
      ([, name, args = ""]) => [name, (args.match(/<\w+>/g) ?? []).length],
    );
    const documented = rows.map(([command]) => {
      const [name, ...args] = codeIn(command).replace(/ --.*/, "").split(" ");
      return [name, args.length];
    });
    expect(documented).toEqual(named);
  });

  test("name every option that is not of one command only", () => {
    const options = (command: string): string[] =>
      (folder.run([command, "--help"]).stdout.match(/^ {2}--[\w-]+/gm) ?? []).map((name) =>
        name.trim(),
      );
    const [, section = ""] = readme.match(/^## Command line\n([\s\S]*?)^## /m) ?? [];
    const named = codesIn(section.replace(/^```[\s\S]*?^```$/gm, ""));
    for (const name of options("explain")) {
      expect([name, named.some((code) => code.includes(name))]).toEqual([name, true]);
    }
    expect(options("lint")).toContain("--max-severity");
  });

  test("of the example run as they stand there", () => {
    folder.file("integrations.json", [frankfurt, sendgrid]);
    folder.file("before.json", [sendgrid]);
    folder.file("after.json", [sendgrid]);
    const lines = fencesOf(readme)
      .filter(({ section, language }) => section === "Command line" && language === "sh")
      .flatMap(({ text }) => text.trim().split("\n"));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const [, command = "", target] =
        line.match(/^npx integration-router (.*?)(?: > (\S+))?$/) ?? [];
      const args = command.split(" ").map((arg) => arg.replace(/^'(.*)'$/, "$1"));
      const { status, stdout } = folder.run(args);
      expect([line, status]).toEqual([line, 0]);
      if (target !== undefined) folder.file(target, stdout);
    }
  });
});

/** Arguments for each command under which it has something to say; the row says what it exits with. */
const FINDING: Readonly<Record<string, readonly string[]>> = {
  validate: [folder.file("mistaken.json", [mistaken])],
  select: [folder.file("eu.json", [frankfurt]), "--context", '{"channel":"email"}'],
  explain: ["eu.json", "--context", '{"channel":"email"}'],
  lint: ["mistaken.json"],
  diff: ["eu.json", folder.file("other.json", [forCountry("ses-frankfurt", "DE")])],
  cover: ["eu.json"],
};

test.each(rows)("%s exits as its row says", (command = "", _prints, exits = "") => {
  const name = codeIn(command).split(" ")[0] ?? "";
  expect(folder.run([name, ...(FINDING[name] ?? [])]).status).toBe(Number(exits.match(/^\d/)?.[0]));
});
