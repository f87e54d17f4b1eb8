import { join } from "node:path";
import type { Arguments } from "../harness/arguments.js";
import { type JobRequest, runJob } from "../harness/job-process.js";
import { describeMachine, installedVersions } from "../harness/machine.js";
import { Progress } from "../harness/progress.js";
import { FULL, QUICK, type Settings } from "../harness/settings.js";
import type { Done } from "../harness/suite.js";
import { PEERS } from "../peers/index.js";
import { isSuiteName, SUITES, type SuiteName } from "../suites/index.js";
import { findAims, findMusts } from "./musts.js";
import type { Results, SuiteResults } from "./results.js";
import { toText } from "./table.js";
import { aimTable, mustTable, toTables } from "./tables.js";
import { readResults, writeResults } from "./write-results.js";

/**
 * Runs the suites that are named, all of them by default, and gives the exit code.
 *
 * @param entry - the module that a job's process runs
 * @param benchmarks - the folder with the peers and the results
 */
export async function runBenchmarks(
  { names, quick, update, help }: Arguments,
  entry: string,
  benchmarks: string,
): Promise<number> {
  if (help) return tellUsage(0);
  const unknown = names.filter((name) => !isSuiteName(name));
  if (unknown.length > 0) {
    process.stderr.write(`no suite is called ${unknown.join(", ")}\n`);
    return tellUsage(1);
  }
  const wanted = Object.keys(SUITES).filter(isSuiteName);
  const chosen = names.length === 0 ? wanted : wanted.filter((name) => names.includes(name));
  const settings = quick ? QUICK : FULL;
  const start = performance.now();
  const progress = new Progress();
  const directory = join(benchmarks, "results");
  const conditions = {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    versions: installedVersions(benchmarks, ["tinybench", ...PEERS.map((peer) => peer.package)]),
  };
  const last = update ? await readResults(directory) : undefined;
  if (last !== undefined && !isComparable(last, conditions)) {
    process.stderr.write("the last whole run was another day's, machine's or version's: run all\n");
    return 1;
  }
  let suites: SuiteResults = last?.suites ?? {};
  for (const name of chosen)
    suites = { ...suites, [name]: await runSuite(name, entry, settings, progress) };
  const results: Results = {
    ...conditions,
    minutes: Math.round((performance.now() - start) / 6000) / 10,
    musts: findMusts(suites),
    aims: findAims(suites),
    suites,
  };
  for (const table of toTables(suites)) process.stdout.write(`\n${toText(table)}`);
  if (quick) {
    process.stdout.write("\nA quick run: it shows that everything runs, and no more.\n");
    return 0;
  }
  process.stdout.write(`\n${toText(mustTable(results))}\n${toText(aimTable(results))}`);
  if (names.length === 0 || update) await writeResults(directory, results);
  return results.musts.every(({ passed }) => passed) ? 0 : 1;
}

/** Whether figures of two runs may stand beside each other; each ratio is within one suite's run. */
function isComparable(
  a: Pick<Results, "date" | "machine" | "versions">,
  b: Pick<Results, "date" | "machine" | "versions">,
): boolean {
  return [a, b]
    .map(({ date, machine, versions }) => JSON.stringify([date, machine, versions]))
    .every((text, _, [first]) => text === first);
}

/** What a job's process does. */
export function workOn({ suite, input, settings }: JobRequest): unknown {
  if (!isSuiteName(suite)) throw new RangeError(`no suite is called ${suite}`);
  return SUITES[suite].job(Object(input), settings);
}

async function runSuite(
  name: SuiteName,
  entry: string,
  settings: Settings,
  progress: Progress,
): Promise<unknown> {
  const suite = SUITES[name];
  const start = performance.now();
  const inputs = suite.plan(settings);
  const done: Done<object, unknown>[] = [];
  const waiting = inputs.entries();
  const work = async (): Promise<void> => {
    // Workers share the one iterator, and each job's place keeps its output.
    for (const [at, input] of waiting) {
      progress.step(`${name} ${at + 1}/${inputs.length}  ${suite.label(input)}`);
      const output = await runJob(entry, { suite: name, input, settings }, suite.flags ?? []);
      done[at] = { input, output };
    }
  };
  await Promise.all(Array.from({ length: settings.concurrency }, work));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  progress.done(`${name}: ${suite.about} (${seconds} s)`);
  return suite.summarize(done, settings);
}

function tellUsage(code: number): number {
  const lines = Object.entries(SUITES).map(([name, { about }]) => `  ${name.padEnd(12)}${about}`);
  process.stdout.write(
    `npm run bench [-- NAME …] [--quick] [--no-build] [--update]\n\n${lines.join("\n")}\n\n` +
      "All of them without a name; only then are the results written, or with --update, which puts\n" +
      "the named suites' into those of the day's last whole run.\n",
  );
  return code;
}
