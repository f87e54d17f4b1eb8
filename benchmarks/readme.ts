import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toReadmeSection } from "./report/readme-section.js";
import type { Results } from "./report/results.js";

// Puts what the last whole run found into the README, between its two markers. With `--check` it
// writes nothing, and fails where the README says anything else.

const START = "<!-- benchmarks:start -->";
const END = "<!-- benchmarks:end -->";

const root = fileURLToPath(new URL("..", import.meta.url));
const readmePath = join(root, "README.md");
const latest = await readFile(join(root, "benchmarks", "results", "latest.json"), "utf8");
const results: Results = JSON.parse(latest);
const readme = await readFile(readmePath, "utf8");
const start = readme.indexOf(START);
const end = readme.indexOf(END);
if (start < 0 || end < start) throw new Error(`README.md: expected ${START} and ${END}`);
const opening = readme.slice(0, start + START.length);
const updated = `${opening}\n\n${toReadmeSection(results)}\n\n${readme.slice(end)}`;

if (updated === readme) {
  process.stdout.write("README.md agrees with benchmarks/results/latest.json\n");
} else if (process.argv.includes("--check")) {
  process.stderr.write("README.md says something else than benchmarks/results/latest.json\n");
  process.exitCode = 1;
} else {
  await writeFile(readmePath, updated);
  process.stdout.write("README.md now says what benchmarks/results/latest.json says\n");
}
