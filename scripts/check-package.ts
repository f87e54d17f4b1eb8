/** Packs the package as it would be published and holds the tarball against publint and attw. */
import { execSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack } from "./pack.js";

const folder = mkdtempSync(join(tmpdir(), "integration-router-"));
try {
  const tarball = pack(process.cwd(), folder);
  const checks = [
    `publint run "${tarball}" --strict`,
    // The profile leaves out "node10" resolution, which knows no `exports`: Node 20 and TypeScript 7
    // have nothing of it, and it could not find a subpath. Every other problem is an error.
    `attw "${tarball}" --profile node16 --no-definitely-typed --no-emoji --format ascii`,
  ];
  for (const check of checks) {
    execSync(`npx --no -- ${check}`, { stdio: ["ignore", "inherit", "inherit"] });
  }
} catch (error) {
  // What is wrong has been printed by the check that found it; this says which one that was.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
