import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What a slow machine may take for one command before it counts as hung. */
const PATIENCE = 300_000;
// Warnings and errors are all that it prints: why it fails must not be lost.
const npmInstall =
  "npm install --offline --ignore-scripts --no-audit --no-fund --no-update-notifier --no-package-lock --loglevel=warn";

/** How a command ended, and all that it printed. */
export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** A project that holds nothing but the packed package and the consumers' files. */
export interface Project {
  /** Where the package is installed. */
  readonly installed: string;
  /** Puts a package beside it that this project has, as an optional peer is installed. */
  link(name: string): void;
  /** Runs Node in the project. */
  node(...args: readonly string[]): Outcome;
  /** Type-checks the project with this project's own compiler, and emits unless told otherwise. */
  tsc(options: object, ...files: readonly string[]): Outcome;
}

/** Installs the package packed in a folder in an empty project beside the tarball. */
export function createProject(packed: string): void {
  const folder = projectIn(packed);
  mkdirSync(folder);
  // Neither a registry nor npm's cache is asked: what the package depends on is already here, under
  // the versions that it asks for.
  const own: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const dependencies = Object.fromEntries(
    Object.keys(own.dependencies ?? {}).map((name) => [
      name,
      `file:${join(root, "node_modules", name)}`,
    ]),
  );
  const manifest = {
    name: "project",
    private: true,
    dependencies: { ...dependencies, "integration-router": `file:${tarballIn(packed)}` },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const { status, output } = run(folder, npmInstall, [], true);
  if (status !== 0) throw new Error(`the tarball cannot be installed:\n${output}`);

  // The same text as an ES module, as CommonJS, and as what a bundler makes of it.
  for (const consumer of ["consumer", "json-logic-consumer", "testing-consumer"]) {
    const file = fileURLToPath(new URL(`${consumer}.ts`, import.meta.url));
    for (const extension of ["mts", "cts", "ts"]) {
      copyFileSync(file, join(folder, `${consumer}.${extension}`));
    }
  }
}

/** The project that the set-up of these tests has made. */
export function openProject(): Project {
  const folder = projectIn(process.env["PACKED_FOLDER"] ?? "");
  return {
    installed: join(folder, "node_modules", "integration-router"),
    node: (...args) => run(folder, process.execPath, args),
    link: (name) => {
      symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name), "junction");
    },
    tsc(options, ...files) {
      const compilerOptions = {
        target: "es2022",
        lib: ["es2022"],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        declaration: true,
        ...options,
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
      return run(folder, process.execPath, [
        join(root, "node_modules", "typescript", "bin", "tsc"),
      ]);
    },
  };
}

function projectIn(packed: string): string {
  return join(packed, "project");
}

function tarballIn(packed: string): string {
  const tarball = readdirSync(packed).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error(`there is no tarball in "${packed}"`);
  return join(packed, tarball);
}

function run(
  folder: string,
  command: string,
  args: readonly string[],
  shell: boolean = false,
): Outcome {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    shell,
    timeout: PATIENCE,
  });
  return { status, output: `${stdout}${stderr}${error?.message ?? ""}` };
}
