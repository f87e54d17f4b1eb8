import { describe, expect, test } from "@jest/globals";
import { parseIntegrations } from "integration-router";
import { Folder } from "./program.js";
import { email, frankfurt, mistaken, sendgrid, staging } from "./records.js";

const folder = new Folder();
const good = folder.file("good.json", [sendgrid, frankfurt]);
const records = [
  sendgrid,
  42,
  mistaken,
  { ...staging, channel: "letter" },
  { ...email(""), priority: "high" },
];
const bad = folder.file("bad.json", { data: records });

describe("validate", () => {
  test("prints nothing for records without issues", () => {
    expect(folder.run(["validate", good])).toEqual({
      status: 0,
      stdout: "",
      stderr: "2 integrations, 0 issues\n",
    });
  });

  test("prints an issue a line: file, identifier, path, message", () => {
    const messages = parseIntegrations(records).issues.map(({ message }) => message);
    expect(messages[1]).toMatch(/^conditions\[0\]\.children\[0\]\.value: found "1,000"; expected /);
    expect(folder.run(["validate", bad])).toEqual({
      status: 1,
      stdout: ["#1", "mailgun", "twilio", "#4"]
        .map((name, at) => `bad.json: ${name}: ${messages[at]}\n`)
        .join(""),
      stderr: "4 integrations, 4 issues\n",
    });
  });

  test("gives the library's issues as JSON", () => {
    const { status, stdout } = folder.run(["validate", bad, "--json"]);
    expect(status).toBe(1);
    const issues = JSON.parse(stdout);
    expect(issues.map(({ code }: { code: string }) => code)).toEqual([
      "not-an-object",
      "inconvertible-value",
      "invalid-record-field",
      "invalid-record-field",
    ]);
    expect(issues[1]).toMatchObject({
      path: ["conditions", 0, "children", 0, "value"],
      integration: { identifier: "mailgun", index: 2 },
    });
    expect(JSON.parse(folder.run(["validate", good, "--json"]).stdout)).toEqual([]);
  });

  test("tells of the records that it is narrowed to, and of what is no record", () => {
    const lines = (...options: string[]): string[] =>
      folder
        .run(["validate", bad, ...options])
        .stdout.split("\n")
        .map((line) => line.split(": ")[1] ?? "");
    expect(lines("--environment", "staging")).toEqual(["#1", "twilio", ""]);
    expect(lines("--channel", "email")).toEqual(["#1", "mailgun", "#4", ""]);
    expect(lines("--organization", "acme", "--environment", "production")).toEqual([
      "#1",
      "mailgun",
      "#4",
      "",
    ]);
  });

  test("reads standard input for -", () => {
    const { status, stdout } = folder.run(["validate", "-"], { input: JSON.stringify([mistaken]) });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^standard input: mailgun: conditions/);
  });

  test("takes a mark of the byte order for none of the JSON", () => {
    const marked = folder.file("marked.json", `\ufeff${JSON.stringify([sendgrid])}`);
    expect(folder.run(["validate", marked]).status).toBe(0);
  });

  test("lets no record write to the terminal as it likes", () => {
    const sly = folder.file("sly.json", [
      { ...email("\u001b[2J\nok"), channel: "\u001b]0;\u0007" },
    ]);
    const { stdout } = folder.run(["validate", sly]);
    expect(stdout.match(/[^ -~\n]/g)).toBeNull();
    expect(stdout.split("\n")).toHaveLength(2);
  });
});
