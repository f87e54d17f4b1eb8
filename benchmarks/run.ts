/**
 * `npm run bench`: installs the peers, builds the package, bundles the benchmarks and runs them.
 * Only this file goes through tsx. What is timed is the package as it is published, called from
 * plain modules, since tsx marks every function that it meets and that shows in the figures.
 */
import { spawnSync } from "node:child_process";
import { readArguments } from "./harness/arguments.js";
import { prepare } from "./harness/prepare.js";

const argv = process.argv.slice(2);
const { build, help } = readArguments(argv);
const entry = await prepare({ build: build && !help });
const { status } = spawnSync(process.execPath, [entry, ...argv], { stdio: "inherit" });
process.exitCode = status ?? 1;
