import type { JobsOptions, WorkerOptions } from "bullmq";

export const QUEUE = "messages";

/** How long nothing may be delivered before the run is given up, in milliseconds. */
export const PATIENCE = 30_000;

/**
 * A worker renews the locks of its jobs. Those of a dead worker run out, and the next check gives the
 * jobs to another. BullMQ's own 30 seconds each suit a service; here somebody is waiting.
 */
export const WORKER_SETTINGS = {
  concurrency: 20,
  lockDuration: 3_000,
  stalledInterval: 1_000,
  // A message outlives as many workers as it must.
  maxStalledCount: 100,
} as const satisfies Partial<WorkerOptions>;

/** Every provider of a message may be down for a while: it is tried again, and not given up soon. */
export const JOB_SETTINGS = {
  attempts: 50,
  backoff: { type: "fixed", delay: 100 },
  removeOnComplete: true,
} as const satisfies JobsOptions;
