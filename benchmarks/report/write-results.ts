import { spawnSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "./results.js";

const LATEST = "latest.json";
export const PREDICATE_CHART = "predicates.svg";
export const SELECTION_CHART = "selection.svg";

/** Writes what a whole run found, and draws it. */
export async function writeResults(directory: string, results: Results): Promise<void> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, LATEST);
  await writeFile(file, `${JSON.stringify(roundAll(results), null, 2)}\n`);
  // As the linter wants JSON to stand.
  spawnSync("npx", ["--no", "--", "biome", "format", "--write", file], { stdio: "ignore" });
  for (const [name, svg] of Object.entries(await drawCharts(results))) {
    await writeFile(join(directory, name), svg);
  }
}

/** What the last run that was written found. */
export async function readResults(directory: string): Promise<Results> {
  return JSON.parse(await readFile(join(directory, LATEST), "utf8"));
}

/** The drawing library is loaded here alone: no process that times anything has it in memory. */
export async function drawCharts({ suites }: Results): Promise<Record<string, string>> {
  const [{ render }, { predicateChart }, { selectionChart }] = await Promise.all([
    import("../charts/render.js"),
    import("../charts/predicate-chart.js"),
    import("../charts/selection-chart.js"),
  ]);
  const charts: Record<string, string> = {};
  const rule = suites.predicate?.rules[0];
  if (rule !== undefined) charts[PREDICATE_CHART] = await render(predicateChart(rule));
  if (suites.select !== undefined && suites.peers !== undefined) {
    charts[SELECTION_CHART] = await render(selectionChart(suites.select, suites.peers));
  }
  return charts;
}

/** To five digits: the rest is noise, and would make every run's file differ in every line. */
function roundAll<T>(value: T): T {
  const round = (_: string, each: unknown): unknown =>
    typeof each === "number" ? Number(each.toPrecision(5)) : each;
  return JSON.parse(JSON.stringify(value, round));
}
