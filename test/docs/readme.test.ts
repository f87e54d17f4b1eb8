import { describe, expect, test } from "@jest/globals";
import { fencesOf, readPage } from "./markdown.js";
import { runCode } from "./run-code.js";

const RUNS: readonly string[] = ["ts", "js"];

/** The snippets of the README by their `##` headings: those under one make one program. */
const programs = new Map<string, string[]>();
for (const { section, language, text } of fencesOf(readPage("README.md"))) {
  if (!RUNS.includes(language)) continue;
  programs.set(section, [...(programs.get(section) ?? []), text]);
}

/** What a snippet says that it prints: its `// →` comments, in order. */
function announced(snippet: string): string {
  return [...snippet.matchAll(/\/\/ →(?: (.*))?$/gm)].map(([, line = ""]) => `${line}\n`).join("");
}

describe("every snippet of the README prints what it says", () => {
  test.each([...programs])("%s", async (_, snippets) => {
    expect(await runCode(snippets)).toEqual(snippets.map(announced));
  });
});

test("the README has snippets, and most of them print something", () => {
  const snippets = [...programs.values()].flat();
  const printing = snippets.filter((snippet) => announced(snippet) !== "");
  expect(snippets.length).toBeGreaterThan(8);
  expect(printing.length).toBeGreaterThan(snippets.length / 2);
});
