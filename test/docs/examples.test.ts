import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { type Example, publicNames, readExamples, SETTING } from "./examples.js";
import { runCode } from "./run-code.js";

const examples = readExamples();

/** `value; // what it is`, on one line. */
const VALUE = /^(?!const |\/\/)(.*); \/\/ (.*)$/gm;

/** What an example says that it prints: the lines that are comments, after it has printed. */
function announced(code: string): string[] {
  return code.includes("console.log(")
    ? [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line = ""]) => line)
    : [];
}

/** The example as a program that compares every value with the comment beside it. */
function programOf({ file, internals, code }: Example): string {
  return [
    `import { ${publicNames.join(", ")} } from "integration-router";`,
    'import fc from "fast-check";',
    `import * as own from ${JSON.stringify(file)};`,
    `import { compare } from "compare";`,
    SETTING,
    // In a block, so that a name of the file's own may be one of the setting's.
    `{\nconst { ${internals.join(", ")} } = own;\n${code.replaceAll(VALUE, "compare($1, $2);")}}`,
  ].join("\n");
}

describe("every example in a doc comment does what it says", () => {
  test.each(examples.map((example) => [example.name, example] as const))(
    "%s",
    async (_, example) => {
      const [printed = ""] = await runCode([programOf(example)], {
        [example.file]: await import(example.file),
        compare: { compare: (actual: unknown, said: unknown) => expect(actual).toEqual(said) },
      });
      const lines = stripVTControlCharacters(printed).split("\n").slice(0, -1);
      const expected = announced(example.code);
      expect(expected.length > 0 ? lines : []).toEqual(expected);
    },
  );
});

test("the examples hold values to compare", () => {
  const values = examples.flatMap(({ code }) => [...code.matchAll(VALUE)]);
  expect(values.length).toBeGreaterThan(8);
});
