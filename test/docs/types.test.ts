import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { publicNames, readExamples, SETTING } from "./examples.js";
import { fencesOf, operatorInContributing, readPage } from "./markdown.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The snippets of the README, as one program for each heading. */
function readmePrograms(): Map<string, string> {
  const programs = new Map<string, string>();
  for (const { section, language, text } of fencesOf(readPage("README.md"))) {
    if (language === "ts") programs.set(section, `${programs.get(section) ?? ""}${text}`);
  }
  return programs;
}

function examplePrograms(): Map<string, string> {
  return new Map(
    readExamples().map(({ name, file, internals, code }) => {
      const imports = [
        `import { ${publicNames.join(", ")} } from "integration-router";`,
        'import fc from "fast-check";',
        `import * as own from ${JSON.stringify(file.replace(/\.ts$/, ".js"))};`,
      ];
      const block = `{\nconst { ${internals.join(", ")} } = own;\n${code}}`;
      return [name, [...imports, SETTING, block].join("\n")];
    }),
  );
}

/** The operator that CONTRIBUTING shows, as if it stood where it would. */
function operatorProgram(): string {
  const folder = join(root, "src", "operators");
  return operatorInContributing().replaceAll(
    /from "(.*)"/g,
    (_, path: string) => `from ${JSON.stringify(join(folder, path))}`,
  );
}

/** Type-checks programs as strictly as the project itself, but for what they leave unused. */
function typeErrorsOf(programs: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "integration-router-docs-"));
  try {
    const files = [...programs].map(([name, code]) => {
      const file = `${name.replaceAll(/\W+/g, "-")}.ts`;
      writeFileSync(join(folder, file), code);
      return file;
    });
    const compilerOptions = {
      noUnusedLocals: false,
      verbatimModuleSyntax: false,
      typeRoots: [join(root, "node_modules", "@types")],
      paths: {
        "integration-router": [join(root, "src/index.ts")],
        "integration-router/*": [join(root, "src/*/index.ts")],
        "fast-check": [join(root, "node_modules/fast-check")],
      },
    };
    const config = { extends: join(root, "tsconfig.json"), compilerOptions, files, include: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const { stdout, stderr } = spawnSync(process.execPath, [tsc], {
      cwd: folder,
      encoding: "utf8",
    });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("all code in the documentation type-checks", () => {
  const programs = new Map([...readmePrograms(), ...examplePrograms()]);
  expect(programs.size).toBeGreaterThan(20);
  expect(typeErrorsOf(programs.set("CONTRIBUTING", operatorProgram()))).toBe("");
});
