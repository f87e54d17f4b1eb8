import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "./harness/arguments.js";
import { JOB_FLAG, serveJob } from "./harness/job-process.js";
import { runBenchmarks, workOn } from "./report/run-benchmarks.js";

// Bundled, this stands in a folder of its own below the benchmarks'.
const entry = fileURLToPath(import.meta.url);

if (process.argv[2] === JOB_FLAG) await serveJob(workOn);
else {
  const args = readArguments(process.argv.slice(2));
  process.exitCode = await runBenchmarks(args, entry, dirname(dirname(entry)));
}
