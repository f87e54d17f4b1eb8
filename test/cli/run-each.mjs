/**
 * Runs the program once for each list of arguments on standard input, in one process: starting Node
 * is most of what a run costs. Each run is the program's file, loaded anew; what it wrote and how it
 * ended is printed at the end.
 *
 *   node run-each.mjs PROGRAM
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const program = pathToFileURL(process.argv[2] ?? "").href;
/** @type {string[][]} */
const lists = JSON.parse(readFileSync(0, "utf8"));
const streams = /** @type {const} */ (["stdout", "stderr"]);
const print = process.stdout.write.bind(process.stdout);
// Each run listens to them.
for (const name of streams) process[name].setMaxListeners(0);

const runs = [];
for (const [index, args] of lists.entries()) {
  const run = { status: 0, stdout: "", stderr: "" };
  for (const name of streams) {
    process[name].write = (text) => {
      run[name] += text;
      return true;
    };
  }
  process.argv = [process.execPath, "integration-router", ...args];
  process.exitCode = undefined;
  await import(`${program}?run=${index}`);
  run.status = Number(process.exitCode ?? 0);
  runs.push(run);
}
process.exitCode = 0;
print(JSON.stringify(runs));
