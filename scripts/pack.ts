import { execSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Builds the package and packs it, so that the tarball is never older than the sources.
 *
 * @param root - the project's folder
 * @param folder - an empty folder, which the tarball goes to
 * @returns the tarball's path
 */
export function pack(root: string, folder: string): string {
  // What the build says goes to standard error: it is read when something is wrong.
  execSync("npm run build --silent", { cwd: root, stdio: ["ignore", 2, 2] });
  execSync(`npm pack --silent --ignore-scripts --pack-destination "${folder}"`, {
    cwd: root,
    stdio: ["ignore", "ignore", 2],
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error(`npm pack left no tarball in ${folder}`);
  return join(folder, tarball);
}
