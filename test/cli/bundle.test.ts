import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { PROGRAM } from "./program.js";

const text = readFileSync(PROGRAM, "utf8");
const installed = dirname(dirname(PROGRAM));

describe("the program's file", () => {
  test("runs by its name", () => {
    const { version, bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(bin).toEqual({ "integration-router": "./dist/cli.js" });
    expect(text).toMatch(/^#!\/usr\/bin\/env node\n/);
    const folder = dirname(dirname(installed));
    const { stdout } = spawnSync("npx --no -- integration-router --version", {
      cwd: folder,
      encoding: "utf8",
      shell: true,
    });
    expect(stdout).toBe(`${version}\n`);
  });

  test("asks for Node and the library only, and brings along what else it needs", () => {
    const imported = [...text.matchAll(/^import .* from "(.+)";$|\bimport\("(.+?)"\)/gm)].map(
      ([, name, later = ""]) => name ?? later,
    );
    const required = [...text.matchAll(/__require\("(.+?)"\)/g)].map(([, name = ""]) => name);
    expect(required.length).toBeGreaterThan(0);
    const others = new Set([...imported, ...required].filter((name) => !isBuiltin(name)));
    expect([...others].sort()).toEqual([
      "integration-router",
      "integration-router/analysis",
      "integration-router/novu",
    ]);
  });

  test.each(["commander", "picocolors"])(
    "keeps the licence of %s, which it brings along",
    (name) => {
      expect(text).toContain(readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim());
    },
  );
});
