import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const npmInstall =
  "npm install --offline --ignore-scripts --no-audit --no-fund --no-update-notifier --no-package-lock --silent";

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

/** Installs the packed package in an empty folder; no registry is asked. */
export function createProject(temporary: string): Project {
  const folder = join(temporary, "project");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "name": "project", "private": true }');
  const tarball = packedTarball();

  const run = (command: string, args: readonly string[], shell = false): Outcome => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      encoding: "utf8",
      shell,
      timeout: 60_000,
    });
    return { status, output: `${stdout}${stderr}${error?.message ?? ""}` };
  };

  const { status, output } = run(`${npmInstall} "${tarball}"`, [], true);
  if (status !== 0) throw new Error(`the tarball cannot be installed: ${output}`);
  // The same text as an ES module, as CommonJS, and as what a bundler makes of it.
  for (const consumer of ["consumer", "json-logic-consumer", "testing-consumer"]) {
    const file = fileURLToPath(new URL(`${consumer}.ts`, import.meta.url));
    for (const extension of ["mts", "cts", "ts"]) {
      copyFileSync(file, join(folder, `${consumer}.${extension}`));
    }
  }

  return {
    installed: join(folder, "node_modules", "integration-router"),
    node: (...args) => run(process.execPath, args),
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
      return run(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc")]);
    },
  };
}

/** What the set-up of these tests has packed. */
function packedTarball(): string {
  const folder = process.env["PACKED_FOLDER"] ?? "";
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error(`there is no tarball in "${folder}"`);
  return join(folder, tarball);
}
