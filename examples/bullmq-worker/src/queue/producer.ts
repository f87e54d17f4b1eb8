import type { Queue } from "bullmq";
import type { QueuedMessage } from "./messages.js";
import { JOB_SETTINGS } from "./settings.js";

const BATCH_SIZE = 500;

/** Puts messages on the queue. Their names are their jobs' ids: one put there twice is there once. */
export async function produce(
  queue: Queue,
  messages: ReadonlyMap<string, QueuedMessage>,
): Promise<void> {
  const jobs = [...messages].map(([jobId, data]) => ({
    name: "deliver",
    data,
    opts: { ...JOB_SETTINGS, jobId },
  }));
  for (let first = 0; first < jobs.length; first += BATCH_SIZE) {
    await queue.addBulk(jobs.slice(first, first + BATCH_SIZE));
  }
}
