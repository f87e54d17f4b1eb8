import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Folder } from "./program.js";
import { sendgrid } from "./records.js";

const COMMANDS = ["validate", "select", "explain", "lint", "diff", "cover"];

const folder = new Folder();
const rules = folder.file("rules.json", [sendgrid]);
folder.file("truncated.json", '[{ "identifier": "ses" },\n { "identifier": ');
folder.file("stray.json", '{\n  "data": [],\n}');
folder.file("object.json", "{}");
folder.file("good.ndjson", '{"channel":"email"}\n');
folder.file("number.ndjson", '{"channel":"email"}\n\n42\n');
folder.file("list.json", '[{"channel":"email"},\n  ["email"]]');
folder.file("text.json", '["email"]');
folder.file("bad.ndjson", '{"channel":"email"}\n{"channel":"email"\n{"channel":"email"}\n');
folder.file("string.ndjson", '{"channel":"ema\n');
folder.file("open.json", '[{"channel":"email"}');
folder.file("comma.json", '[{"channel":"email"},]');
folder.file("after.json", '[{"channel":"email"}]\n]');
folder.file("lacking.ndjson", '{"channel":"email"}\n{}\n');
mkdirSync(join(folder.path, "folder"));

const ERRORS: readonly (readonly [args: readonly string[], line: string])[] = [
  [[], "found no command; expected one of validate, select, explain, lint, diff, cover"],
  [["lnt", rules], "unknown command 'lnt' (Did you mean lint?)"],
  [["lint"], "missing required argument 'file'"],
  [["diff", rules], "missing required argument 'after'"],
  [["lint", rules, rules], "too many arguments for 'lint'. Expected 1 argument but got 2."],
  [["lint", rules, "--jsn"], "unknown option '--jsn' (Did you mean --json?)"],
  [["select", rules], "required option '--context <contexts>' not specified"],
  [
    ["validate", rules, "--channel", "letter"],
    "option '--channel <channel>' argument 'letter' is invalid. Allowed choices are in_app, email, sms, chat, push.",
  ],
  [
    ["lint", rules, "--max-severity", "bad"],
    "option '--max-severity <severity>' argument 'bad' is invalid. Allowed choices are none, info, warning, error.",
  ],
  [
    ["validate", rules, "--semantics", "other"],
    "option '--semantics <name>' argument 'other' is invalid. Allowed choices are standard, novu.",
  ],
  [
    ["lint", rules, "--semantics", "novu"],
    "--semantics: found novu; expected standard, the only one that lint, diff and cover know",
  ],
  [
    ["diff", rules, rules, "--semantics", "novu"],
    "--semantics: found novu; expected standard, the only one that lint, diff and cover know",
  ],
  [
    ["cover", rules, "--semantics", "novu"],
    "--semantics: found novu; expected standard, the only one that lint, diff and cover know",
  ],
  [["diff", "-", "-"], "standard input: found it named twice; expected it once"],
  [["select", "-", "--context", "-"], "standard input: found it named twice; expected it once"],
  [
    ["lint", rules, "--environment", "prod", "--channel", "sms"],
    "rules.json: found no integration with --channel sms --environment prod",
  ],
  [
    ["validate", rules, "--organization", "nobody"],
    "rules.json: found no integration with --organization nobody",
  ],
  [["validate", "none.json"], "none.json: there is no such file"],
  [["validate", "rules.json/none"], "rules.json/none: there is no such file"],
  [["validate", "folder"], "folder: found a folder; expected a file"],
  [["validate", "truncated.json"], "truncated.json:2:18: found the end; expected a value"],
  [["validate", "stray.json"], 'stray.json:3:1: found "}"; expected a key in quotation marks'],
  [
    ["cover", "object.json"],
    'object.json: found an object; expected a list of integrations or { "data": [...] }',
  ],
  [["diff", rules, "none.json"], "none.json: there is no such file"],
  [["select", rules, "--context", "none.ndjson"], "none.ndjson: there is no such file"],
  [["select", rules, "--context", "folder"], "folder: found a folder; expected a file"],
  [
    ["select", rules, "--context", "number.ndjson"],
    "number.ndjson:3:1: found 42; expected a context, an object",
  ],
  [
    ["explain", rules, "--context", "list.json"],
    "list.json:2:3: found a list; expected a context, an object",
  ],
  [
    ["select", rules, "--context", "text.json"],
    "text.json:1:2: found a string; expected a context, an object",
  ],
  [["select", rules, "--context", "bad.ndjson"], 'bad.ndjson:3:1: found "{"; expected "," or "}"'],
  [
    ["select", rules, "--context", "string.ndjson"],
    "string.ndjson:1:16: found the end; expected a closing quotation mark",
  ],
  [
    ["select", rules, "--context", "open.json"],
    'open.json:1:21: found the end; expected "," or "]"',
  ],
  [["select", rules, "--context", "comma.json"], 'comma.json:1:22: found "]"; expected a value'],
  [
    ["select", rules, "--context", "after.json"],
    'after.json:2:1: found "]"; expected nothing more',
  ],
  [
    ["select", rules, "--context", "{"],
    '--context:1:2: found the end; expected a key in quotation marks or "}"',
  ],
  [
    ["explain", rules, "--context", "lacking.ndjson"],
    "lacking.ndjson:2:1: channel: found nothing; expected a channel, unless identifier or integrationId is given or kind is agent",
  ],
];

describe("a usage or file error is one line, and exit code 2", () => {
  const runs = folder.runEach(ERRORS.map(([args]) => args));

  test.each(ERRORS.map(([args, line], at) => [args, line, runs[at]] as const))(
    "%j",
    (_, line, run) => {
      expect(run).toMatchObject({ status: 2, stderr: `error: ${line}\n` });
    },
  );

  test("of a process of its own, too", () => {
    const [args, line] = ERRORS[0] ?? [];
    expect(folder.run(args ?? [])).toMatchObject({ status: 2, stderr: `error: ${line}\n` });
  });
});

describe("help", () => {
  test("of the program names every command", () => {
    const { status, stdout, stderr } = folder.run(["--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const named = [...stdout.matchAll(/^ {2}(\w+) \[options\]/gm)].map(([, name]) => name);
    expect(named).toEqual(COMMANDS);
  });

  const helps = folder.runEach(COMMANDS.map((command) => [command, "--help"]));

  test.each(COMMANDS.map((command, at) => [command, helps[at]] as const))(
    "of %s has the options and an example",
    (command, help) => {
      expect(help).toMatchObject({ status: 0, stderr: "" });
      const stdout = help?.stdout ?? "";
      expect(stdout).toContain(`\nExample:\n  $ integration-router ${command} `);
      for (const option of ["json", "semantics", "channel", "environment", "organization"]) {
        expect(stdout).toMatch(new RegExp(`^ {2}--${option} `, "m"));
      }
    },
  );

  test("--version is the package's", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(folder.run(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });
});
