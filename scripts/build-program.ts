import { chmodSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { type OutputOptions, type Plugin, rolldown } from "rolldown";

/** What the program brings along, so that the package needs nothing for it. */
const BUNDLED: readonly string[] = ["commander", "picocolors"];

/** Anything else that a file asks for by name ends the build. */
const onlyKnownModules: Plugin = {
  name: "only-known-modules",
  resolveId(source, importer) {
    if (importer === undefined || source.startsWith(".") || isBuiltin(source)) return null;
    // The library, as anyone imports it: the package's own build.
    if (/^integration-router(?:\/|$)/.test(source)) return { id: source, external: true };
    if (BUNDLED.includes(source)) return null;
    return this.error(`${importer} imports "${source}", which is neither bundled nor of Node`);
  },
};

/**
 * Builds the command line, `dist/cli.js`: one module for Node, which imports the library by its name.
 *
 * @param root - the project's folder
 * @param output - how the package's code is written
 */
export async function buildProgram(root: string, output: OutputOptions): Promise<void> {
  const file = join(root, "dist/cli.js");
  const bundle = await rolldown({
    cwd: root,
    input: join(root, "cli/main.ts"),
    platform: "node",
    tsconfig: false,
    transform: { target: "es2022" },
    checks: { circularDependency: true, bundlerTimings: false },
    plugins: [onlyKnownModules],
    onLog(level, log) {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const footer = BUNDLED.map(
    (name) => `/*!\nThis file contains ${name}.\n\n${licenseOf(root, name)}*/`,
  ).join("\n");
  await bundle.write({ ...output, file, format: "esm", footer });
  await bundle.close();
  chmodSync(file, 0o755);
}

/** A licence asks for being kept with every copy. */
function licenseOf(root: string, dependency: string): string {
  return readFileSync(join(root, "node_modules", dependency, "LICENSE"), "utf8");
}
