/**
 * Searches the laws for a counterexample, ten times as long as `npm test` does and with new seeds,
 * until the time is over.
 *
 *   npm run test:soak -- --minutes 30 --seed 123
 *
 * Without a seed it draws one. The seed stands for the whole search: which seeds follow it, and in
 * which order the files come, is made from it.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Search, searchesFrom } from "./soak/searches.js";

const FACTOR = 10;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = join(root, "node_modules", "jest", "bin", "jest.js");
const jestInBand = [
  jest,
  "--runInBand",
  "--reporters=default",
  `--reporters=${join(root, "scripts/soak/first-failure.mjs")}`,
];

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "3" }, seed: { type: "string" } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new TypeError(`--minutes: found ${values.minutes}; expected some`);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 31) {
  throw new TypeError(`--seed: found ${values.seed}; expected a whole number below 2^31`);
}

/** The files with laws: those that come by the one way to search. */
function filesWithLaws(): string[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [jest, "--listTests", "--json", "--findRelatedTests", "test/laws/law.ts"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the laws cannot be found:\n${stderr}`);
  const paths: string[] = JSON.parse(stdout);
  return paths.map((path) => relative(root, path).replaceAll(sep, "/")).sort();
}

/** The one command that repeats a search. */
function commandOf({ file, seed: own }: Search): string {
  return `FC_SEED=${own} FC_FACTOR=${FACTOR} npx jest ${file}`;
}

const running = new Set<ChildProcess>();
let isOver = false;
let finished = 0;

/** Runs one search to its end, or to the end of the time; says whether it went red. */
async function isRed(search: Search): Promise<boolean> {
  const child = spawn(process.execPath, [...jestInBand, "--runTestsByPath", search.file], {
    cwd: root,
    env: { ...process.env, FC_SEED: String(search.seed), FC_FACTOR: String(FACTOR) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => output.push(chunk));
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  running.delete(child);
  // What was ended has found nothing so far.
  if (isOver) return false;
  finished += 1;
  if (status === 0) return false;
  process.stdout.write(`${Buffer.concat(output).toString()}\n`);
  process.stdout.write(`soak: red with seed ${search.seed}. To repeat it: ${commandOf(search)}\n`);
  return true;
}

function end(): void {
  isOver = true;
  for (const child of running) child.kill();
}

const files = filesWithLaws();
process.stdout.write(
  `soak: seed ${seed}, ${files.length} files with laws, for ${minutes} min (--seed ${seed} repeats this search)\n`,
);
const timer = setTimeout(end, minutes * 60_000);
const searches = searchesFrom(seed, files);
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    while (!isOver) {
      if (!(await isRed(searches.next().value))) continue;
      process.exitCode = 1;
      end();
    }
  }),
);
clearTimeout(timer);
process.stdout.write(
  `soak: ${finished} searches ended, ${process.exitCode ? "one red" : "none red"}\n`,
);
