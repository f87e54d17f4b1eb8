import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import * as source from "integration-router";
import { report } from "./consumer.js";
import { jsonLogicReport } from "./json-logic-consumer.js";
import { openProject } from "./project.js";
import { report as testingReport } from "./testing-consumer.js";

/** What the consumer's file found out and what the package exports; JSON leaves functions out. */
const REPORT = "JSON.stringify({ report, constants: all, names: Object.keys(all).sort() })";
const AS_MODULE = `
  import * as all from "integration-router";
  import { report } from "./consumer.mjs";
  process.stdout.write(${REPORT});`;
const AS_COMMONJS = `
  const all = require("integration-router");
  const { report } = require("./consumer.cjs");
  process.stdout.write(${REPORT});`;

const JSON_LOGIC_AS_MODULE = `
  import { jsonLogicReport } from "./json-logic-consumer.mjs";
  process.stdout.write(JSON.stringify(jsonLogicReport));`;
const JSON_LOGIC_AS_COMMONJS = `
  const { jsonLogicReport } = require("./json-logic-consumer.cjs");
  process.stdout.write(JSON.stringify(jsonLogicReport));`;

const SPECIFIER = /\b(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g;
const COMMENT = /\/\*[\s\S]*?\*\//g;

describe("the packed package", () => {
  const project = openProject();

  /** The text of every file of the library whose name has one of the endings. */
  function dist(...endings: readonly string[]): { name: string; text: string }[] {
    return readdirSync(join(project.installed, "dist"), { recursive: true, encoding: "utf8" })
      .filter((name) => name !== "cli.js" && endings.some((ending) => name.endsWith(ending)))
      .map((name) => ({
        name,
        text: readFileSync(join(project.installed, "dist", name), "utf8"),
      }));
  }

  test("holds the build, the README, the changelog and the licence", () => {
    expect(readdirSync(project.installed).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist",
      "package.json",
    ]);
    expect(readdirSync(join(project.installed, "dist")).sort()).toEqual(["cjs", "cli.js", "esm"]);
  });

  test("type-checks as an ES module and as CommonJS, and both give what the sources give", () => {
    const options = { module: "node16", moduleResolution: "node16" };
    expect(project.tsc(options, "consumer.mts", "consumer.cts")).toEqual({ status: 0, output: "" });

    const expected = { report, constants: source, names: Object.keys(source).sort() };
    const output = JSON.parse(JSON.stringify(expected));
    for (const script of [
      ["--input-type=module", "--eval", AS_MODULE],
      ["--input-type=commonjs", "--eval", AS_COMMONJS],
    ]) {
      const outcome = project.node(...script);
      expect(outcome.status).toBe(0);
      expect(JSON.parse(outcome.output)).toEqual(output);
    }
    expect(report).toMatchObject({
      selected: "ses-europe",
      ranked: ["ses-europe", "sendgrid"],
      nobody: "none",
      codes: ["unknown-group-value"],
    });
  });

  test("type-checks under a bundler's resolution", () => {
    const options = { module: "esnext", moduleResolution: "bundler", noEmit: true };
    expect(project.tsc(options, "consumer.ts")).toEqual({ status: 0, output: "" });
  });

  test("reaches for no module but those that it declares", () => {
    const manifest = JSON.parse(readFileSync(join(project.installed, "package.json"), "utf8"));
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const isDeclared = (specifier: string): boolean =>
      declared.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    expect(Object.keys(manifest.dependencies)).toEqual(["date-fns"]);

    const files = dist(".js", ".d.ts");
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining([join("esm", "index.js"), join("cjs", "index.d.ts")]),
    );
    const foreign = files.flatMap(({ name, text }) =>
      [...text.replace(COMMENT, "").matchAll(SPECIFIER)]
        .map(([, specifier = ""]) => specifier)
        .filter((specifier) => !/^\.{1,2}\//.test(specifier) && !isDeclared(specifier))
        .map((specifier) => `${name}: ${specifier}`),
    );
    expect(foreign).toEqual([]);
  });

  describe("the subpath json-logic", () => {
    const options = { module: "node16", moduleResolution: "node16" };

    test("type-checks under every resolution and gives what the sources give", () => {
      const files = ["json-logic-consumer.mts", "json-logic-consumer.cts"];
      expect(project.tsc(options, ...files)).toEqual({ status: 0, output: "" });
      const output = JSON.parse(JSON.stringify(jsonLogicReport));
      for (const script of [
        ["--input-type=module", "--eval", JSON_LOGIC_AS_MODULE],
        ["--input-type=commonjs", "--eval", JSON_LOGIC_AS_COMMONJS],
      ]) {
        const outcome = project.node(...script);
        expect(outcome.status).toBe(0);
        expect(JSON.parse(outcome.output)).toEqual(output);
      }
      expect(jsonLogicReport).toMatchObject({ passes: true, codes: ["empty-list"], issues: [] });

      const bundled = { module: "esnext", moduleResolution: "bundler", noEmit: true };
      expect(project.tsc(bundled, "json-logic-consumer.ts")).toEqual({ status: 0, output: "" });
    });

    test("asks for json-logic-js as an optional peer, and nothing loads it", () => {
      const manifest = JSON.parse(readFileSync(join(project.installed, "package.json"), "utf8"));
      expect(manifest.peerDependencies["json-logic-js"]).toBe("^2.0.0");
      expect(manifest.peerDependenciesMeta["json-logic-js"]).toEqual({ optional: true });
      const loads = dist(".js", ".d.ts").flatMap(({ text }) =>
        [...text.replace(COMMENT, "").matchAll(SPECIFIER)].map(([, specifier]) => specifier),
      );
      expect(loads).not.toContain("json-logic-js");
    });
  });

  test("the main entry does without fast-check, and the testing kit with it", () => {
    const load = 'import("integration-router/testing").catch(({ code }) => console.log(code))';
    // Nobody has installed the optional peer so far, and the tests above did without it.
    expect(project.node("--eval", load).output).toBe("ERR_MODULE_NOT_FOUND\n");

    project.link("fast-check");
    const options = { module: "node16", moduleResolution: "node16" };
    expect(project.tsc(options, "testing-consumer.mts", "testing-consumer.cts")).toEqual({
      status: 0,
      output: "",
    });
    for (const script of [
      [
        "--input-type=module",
        "--eval",
        'import { report } from "./testing-consumer.mjs"; console.log(JSON.stringify(report));',
      ],
      [
        "--input-type=commonjs",
        "--eval",
        'const { report } = require("./testing-consumer.cjs"); console.log(JSON.stringify(report));',
      ],
    ]) {
      const outcome = project.node(...script);
      expect(outcome.status).toBe(0);
      expect(JSON.parse(outcome.output)).toEqual(testingReport);
    }
    expect(testingReport).toEqual({
      issues: [],
      channels: ["email"],
      always: [],
      never: ["neverSelects", ["ses"]],
      reachable: ["reachable", ["shadowed"]],
      implies: ["implies", ["sendgrid"]],
    });
  });

  test("makes code from text in one place, for those who ask for it", () => {
    const makes = dist(".js").flatMap(({ text }) => text.match(/\beval\(|\bFunction\(/g) ?? []);
    // Once in each of the two builds.
    expect(makes).toEqual(["Function(", "Function("]);
  });
});
