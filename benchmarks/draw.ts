import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Results } from "./report/results.js";
import { drawCharts } from "./report/write-results.js";

// Draws the charts of the last whole run again, after a change to how they look.

const directory = new URL("results/", import.meta.url);
const latest = await readFile(new URL("latest.json", directory), "utf8");
const results: Results = JSON.parse(latest);
for (const [name, svg] of Object.entries(await drawCharts(results))) {
  const file = new URL(name, directory);
  await writeFile(file, svg);
  process.stdout.write(`${fileURLToPath(file)}\n`);
}
