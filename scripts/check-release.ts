/** Tells whether the tag that it is given can be released: `npm run check:release -- v1.2.3`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readManifest } from "./manifest.js";
import { releaseProblems } from "./release.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const [tag = ""] = process.argv.slice(2);
const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
const problems = releaseProblems(tag, readManifest(root).version, changelog);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
