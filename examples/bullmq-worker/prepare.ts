/** Before `npm start`: builds the package that this example runs on, where the build is not there or old. */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

if (!isAsNewAs("node_modules/.package-lock.json", ["package-lock.json"])) {
  npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
}
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
if (
  !isAsNewAs("dist/cjs/index.js", ["package.json", ...sources.map((file) => join("src", file))])
) {
  npm("run", "--silent", "build");
}

function isAsNewAs(made: string, of: readonly string[]): boolean {
  return of.every((file) => modified(made) >= modified(file));
}

/** A folder's time is left out: it changes with what an editor puts there for a moment. */
function modified(file: string): number {
  const found = statSync(join(root, file), { throwIfNoEntry: false });
  return found?.isFile() === true ? found.mtimeMs : 0;
}

function npm(...args: readonly string[]): void {
  console.error(`npm ${args[0] === "ci" ? "ci" : "run build"}, in the package's folder`);
  const { status } = spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(1);
}
