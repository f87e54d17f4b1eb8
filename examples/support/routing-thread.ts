import { parentPort } from "node:worker_threads";
import { createRouter, parseIntegrations } from "integration-router";
import { callOptions, type Message, readIntegrations } from "./data.js";

/** A batch of messages, as the pool posts it. */
export type Batch = readonly Pick<Message, "context" | "options">[];

/** How many messages of a batch went where: by integration, or by the reason for going nowhere. */
export type Split = ReadonlyMap<string, number>;

// A router is made of functions, which cannot be posted to a thread: each thread makes its own,
// once, and keeps it for all its batches.
const router = createRouter(parseIntegrations(readIntegrations()).integrations);

function route(batch: Batch): Split {
  const split = new Map<string, number>();
  for (const { context, options } of batch) {
    const { integration, reason } = router.resolve(context, callOptions(options));
    const destination = integration?.identifier ?? `(${reason})`;
    split.set(destination, (split.get(destination) ?? 0) + 1);
  }
  return split;
}

parentPort?.on("message", (batch: Batch) => parentPort?.postMessage(route(batch)));
parentPort?.postMessage("ready");
