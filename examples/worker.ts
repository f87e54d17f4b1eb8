// A pool of worker threads that routes 100,000 messages, each thread with a router of its own.
//
//   npx tsx examples/worker.ts [messages]

import { availableParallelism } from "node:os";
import { painter, wantsColor } from "../cli/output/paint.js";
import { type Message, readMessages } from "./support/data.js";
import { messageAt } from "./support/message-at.js";
import { Pool } from "./support/pool.js";
import { count, progress } from "./support/progress.js";
import type { Batch, Split } from "./support/routing-thread.js";
import { table } from "./support/table.js";

const BATCH_SIZE = 1_000;
const BAR_WIDTH = 40;

const total = messageCount(process.argv[2]);
const threads = availableParallelism();
const paint = painter(wantsColor(process.stdout, process.env));

console.log(`\n  Routing ${count(total)} messages on ${threads} threads\n`);

const pool = await Pool.start<Batch, Split>(
  new URL("./support/routing-thread.ts", import.meta.url),
  threads,
);
const split = new Map<string, number>();
const bar = progress(total, process.stdout);
let routed = 0;
const start = performance.now();
await pool.run(batches(readMessages(), total), (result) => {
  for (const [destination, messages] of result) {
    split.set(destination, (split.get(destination) ?? 0) + messages);
    routed += messages;
  }
  bar.update(routed);
});
const seconds = (performance.now() - start) / 1_000;
await pool.close();

console.log(
  `\n${splitTable(split)
    .map((line) => `  ${line}`.trimEnd())
    .join("\n")}\n`,
);
console.log(
  `  ${paint("bold", `${count(total / seconds)} messages a second`)} (${seconds.toFixed(2)} s)`,
);
if (routed === total) {
  console.log(`  ${paint("green", `✓ ${count(routed)} sent, ${count(routed)} routed`)}\n`);
} else {
  console.error(`  ${paint("red", `✗ ${count(total)} sent, ${count(routed)} routed`)}\n`);
  process.exitCode = 1;
}

/** The example messages again and again, each with a number of its own, as a queue would have it. */
function* batches(messages: readonly Message[], total: number): Generator<Batch> {
  for (let first = 0; first < total; first += BATCH_SIZE) {
    const size = Math.min(BATCH_SIZE, total - first);
    yield Array.from({ length: size }, (_, offset) => messageAt(messages, first + offset));
  }
}

function splitTable(split: Split): string[] {
  const rows = [...split].sort(([, a], [, b]) => b - a);
  const most = rows[0]?.[1] ?? 1;
  return table(
    [
      { title: "INTEGRATION", ink: (cell) => (cell.startsWith("(") ? "yellow" : undefined) },
      { title: "MESSAGES", align: "right" },
      { title: "SHARE", align: "right" },
      { title: "", ink: () => "cyan" },
    ],
    rows.map(([destination, messages]) => [
      destination,
      count(messages),
      `${((messages / total) * 100).toFixed(1)}%`,
      "█".repeat(Math.max(1, Math.round((messages / most) * BAR_WIDTH))),
    ]),
    paint,
  );
}

function messageCount(argument: string | undefined): number {
  const given = Number(argument ?? 100_000);
  if (Number.isSafeInteger(given) && given > 0) return given;
  throw new RangeError(`messages: found "${argument}"; expected a whole number above 0`);
}
