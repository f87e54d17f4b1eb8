import { spawnSync } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const benchmarks = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(benchmarks);
const built = join(root, "dist/esm");
const output = join(benchmarks, "dist");

/** Gives the module to run, with all that it needs in place. */
export async function prepare({ build }: { readonly build: boolean }): Promise<string> {
  installPeers();
  if (build || !existsSync(join(built, "index.js"))) {
    say("building the package");
    run(root, "npm", ["run", "--silent", "build"]);
  }
  return bundleBenchmarks();
}

/** Anew when nothing is installed, or when the lock has changed since. */
function installPeers(): void {
  const installed = modified(join(benchmarks, "node_modules/.package-lock.json"));
  if (installed > modified(join(benchmarks, "package-lock.json"))) return;
  say("installing the peers");
  run(benchmarks, "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Peers stay outside the bundle, and so does the package: Node loads both as they were published. */
async function bundleBenchmarks(): Promise<string> {
  rmSync(output, { recursive: true, force: true });
  const bundle = await rolldown({
    input: join(benchmarks, "main.ts"),
    platform: "node",
    transform: { target: "es2022" },
    plugins: [
      {
        name: "peers-as-published",
        resolveId(source) {
          const [, subpath] = /^integration-router(\/.*)?$/.exec(source) ?? [undefined, null];
          if (subpath !== null) {
            const file = join(built, subpath ?? "", "index.js");
            return { id: pathToFileURL(file).href, external: true };
          }
          return /^[./]/.test(source) ? null : { id: source, external: true };
        },
      },
    ],
  });
  await bundle.write({ dir: output, format: "esm", minify: false });
  await bundle.close();
  return join(output, "main.js");
}

function run(cwd: string, command: string, args: readonly string[]): void {
  // What a command prints is no result.
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: ["ignore", process.stderr, "inherit"],
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
