/**
 * Builds `dist/esm` and `dist/cjs`, each with declarations of its own, from the entries that
 * `exports` in package.json names: `./dist/esm/x/index.js` is made of `src/x/index.ts`. Then builds
 * the command line.
 *
 * npm runs it as `prepare`: for whoever installs the package from git, before it packs or publishes,
 * and after `npm ci`. The few seconds there are cheaper than a rule for when they can be spared.
 *
 * No source maps: the output is neither minified nor down-levelled, so that a stack trace points at
 * code that reads like the source, and a map without `src` beside it would lead nowhere.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type OutputOptions, type Plugin, rolldown } from "rolldown";
import { type ESTree, parseSync, Visitor } from "rolldown/utils";
import { buildProgram } from "./build-program.js";
import { codeEntries, readManifest } from "./manifest.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = readManifest(root);

/** Output name to source file, one for every subpath that is code. */
const entries: Record<string, string> = Object.fromEntries(
  codeEntries(manifest).map(({ name }) => [name, join(root, "src", `${name}.ts`)]),
);

/**
 * The files that the entries export values from, by their place in `src`. As entries too they are
 * modules of their own, beside chunks of what several of them reach. A bundler then leaves out what
 * the imported names do not reach, which it cannot tell of one large chunk, while Node loads far
 * fewer files than with each source file as a module.
 */
function modulesOfNames(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of Object.values(entries)) {
    const { module } = parseSync(entry, readFileSync(entry, "utf8"));
    for (const { isType, moduleRequest } of module.staticExports.flatMap((each) => each.entries)) {
      if (isType || !moduleRequest?.value.startsWith(".")) continue;
      const file = join(dirname(entry), moduleRequest.value.replace(/\.js$/, ".ts"));
      found[relative(join(root, "src"), file).replace(/\.ts$/, "")] = file;
    }
  }
  return found;
}

/** Whatever is neither a file of `src` nor a declared dependency ends the build: Node built-ins too. */
const onlyOwnModules: Plugin = {
  name: "only-own-modules",
  resolveId(source, importer) {
    if (importer === undefined || source.startsWith(".")) return null;
    const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
    const isDeclared = Object.keys(declared).some(
      (name) => source === name || source.startsWith(`${name}/`),
    );
    if (isDeclared) return { id: source, external: true };
    return this.error(`${importer} imports "${source}", which is no declared dependency`);
  },
};

/** The one file that makes functions from code, for callers who ask for that by name. */
const codeMaker = join(root, "src/codegen/make-function.ts");

/** No other code is made from text, so that the package runs under a strict content security policy. */
const noCodeFromText: Plugin = {
  name: "no-code-from-text",
  transform(code, id) {
    if (id === codeMaker) return null;
    const check = ({ callee }: ESTree.CallExpression | ESTree.NewExpression): void => {
      if (callee.type !== "Identifier" || !["eval", "Function"].includes(callee.name)) return;
      this.error(`${id} makes code from text: ${callee.name}(…)`);
    };
    new Visitor({ CallExpression: check, NewExpression: check }).visit(parseSync(id, code).program);
    return null;
  },
};

const output: OutputOptions = {
  chunkFileNames: "chunks/[name].js",
  minifyInternalExports: false,
  // Annotations are for the bundler of whoever uses the package; the rest is in the declarations.
  comments: { legal: true, annotation: true, jsdoc: false },
};

rmSync(join(root, "dist"), { recursive: true, force: true });

const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
const types = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
if (types.status !== 0) process.exit(1);
// The nearest package.json tells TypeScript which format a declaration stands for.
mkdirSync(join(root, "dist/cjs"), { recursive: true });
cpSync(join(root, "dist/esm"), join(root, "dist/cjs"), { recursive: true });
writeFileSync(
  join(root, "dist/cjs/package.json"),
  '{ "type": "commonjs", "sideEffects": false }\n',
);

async function bundle(input: Record<string, string>, format: OutputOptions): Promise<void> {
  const build = await rolldown({
    cwd: root,
    input,
    platform: "neutral",
    tsconfig: "tsconfig.build.json",
    transform: { target: "es2022" },
    // How long the build takes, on a machine that has other things to do, says nothing about it.
    checks: { circularDependency: true, bundlerTimings: false },
    plugins: [onlyOwnModules, noCodeFromText],
    onLog(level, log) {
      if (level === "warn") throw new Error(log.message);
    },
  });
  await build.write({ ...output, ...format });
  await build.close();
}

await bundle({ ...entries, ...modulesOfNames() }, { dir: "dist/esm", format: "esm" });
// Nothing is left out of CommonJS: few files serve it best.
await bundle(entries, { dir: "dist/cjs", format: "cjs", strict: true });

await buildProgram(root, output);
