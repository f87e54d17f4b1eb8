/** A worker process: takes messages off the queue and delivers them, until it is told to stop. */
import { Worker } from "bullmq";
import { deliver, type Means } from "../delivery/deliver.js";
import { Ledger } from "../delivery/ledger.js";
import { LiveRouter } from "../list/live-router.js";
import type { QueuedMessage } from "../queue/messages.js";
import { QUEUE, WORKER_SETTINGS } from "../queue/settings.js";
import { connect, connectionTo } from "../redis/connect.js";
import type { ToWorker } from "./protocol.js";
import { tell, transport } from "./transport.js";

const port = Number(process.argv[2]);
const redis = connect(port);
const subscriber = connect(port, { autoResubscribe: false });

// The process that started this one is gone without a word: nobody else is left to stop its server.
process.once("disconnect", async () => {
  setTimeout(() => process.exit(1), 1_000);
  await redis.shutdown("NOSAVE").catch(() => {});
  process.exit(1);
});

const means: Means = {
  live: await LiveRouter.open(redis, subscriber, (version) => tell({ kind: "version", version })),
  ledger: new Ledger(redis),
  send: transport(),
};
const worker = new Worker<QueuedMessage>(QUEUE, ({ id = "", data }) => deliver(id, data, means), {
  ...WORKER_SETTINGS,
  connection: connectionTo(port),
}).on("error", ({ message }) => tell({ kind: "trouble", text: message }));

process.on("message", async ({ kind }: ToWorker) => {
  if (kind !== "stop") return;
  await worker.close();
  process.exit(0);
});
