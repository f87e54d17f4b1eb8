import { describe, expect, test } from "@jest/globals";
import { explainSelection, formatExplanation } from "integration-router";
import { Folder, type Run } from "./program.js";
import { frankfurt, mistaken, sendgrid, staging } from "./records.js";

const folder = new Folder();
const records = [frankfurt, sendgrid];
const rules = folder.file("rules.json", records);
const german = { channel: "email", subscriber: { country: "DE" } } as const;
const american = { channel: "email", subscriber: { country: "US" } } as const;

function explain(contexts: string, ...options: string[]): Run {
  return folder.run(["explain", rules, "--context", contexts, ...options]);
}

describe("explain", () => {
  test("prints the library's tree", () => {
    expect(explain(JSON.stringify(american))).toEqual({
      status: 0,
      stdout: `${formatExplanation(explainSelection(records, american))}\n`,
      stderr: "",
    });
  });

  test("prints the tree in colour where it is asked to", () => {
    const run = folder.run(["explain", rules, "--context", JSON.stringify(american)], {
      env: { FORCE_COLOR: "1" },
    });
    const tree = formatExplanation(explainSelection(records, american), { color: true });
    expect(run.stdout).toBe(`${tree}\n`);
  });

  test("heads the trees of a file with the places of their contexts", () => {
    const file = folder.file(
      "two.ndjson",
      `${JSON.stringify(german)}\n${JSON.stringify(american)}\n`,
    );
    const trees = [german, american].map((context) =>
      formatExplanation(explainSelection(records, context)),
    );
    expect(explain(file).stdout).toBe(
      `two.ndjson:1:1\n${trees[0]}\n\ntwo.ndjson:2:1\n${trees[1]}\n`,
    );
  });

  test("tells of one integration, under every identifier that it has", () => {
    const { stdout } = explain(JSON.stringify(american), "--identifier", "ses-frankfurt");
    expect(stdout).toContain("Selected sendgrid");
    expect(stdout).toContain("ses-frankfurt (ses, email): conditions not met");
    expect(stdout).not.toContain("✔");
    expect(explain("{}", "--identifier", "nobody")).toEqual({
      status: 2,
      stdout: "",
      stderr: 'error: rules.json: found no integration with the identifier "nobody"\n',
    });
  });

  test("gives JSON, with the places in the file", () => {
    const file = folder.file("narrowed.json", [staging, null, ...records, mistaken]);
    const args = [
      "explain",
      file,
      "--context",
      JSON.stringify([german, american]),
      "--environment",
      "production",
    ];
    const { stdout } = folder.run([...args, "--json"]);
    const [first, second] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ selected: { identifier: "ses-frankfurt", index: 2 } });
    expect(second).toMatchObject({
      selected: { identifier: "sendgrid", index: 3 },
      reason: "default",
    });
    expect(
      second.candidates
        .map(({ integration }: { integration: { index: number } }) => integration.index)
        .sort(),
    ).toEqual([2, 3, 4]);
  });
});
