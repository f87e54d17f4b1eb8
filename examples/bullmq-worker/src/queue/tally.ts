import type { QueueEvents } from "bullmq";

/** What the queue tells of its jobs. */
export interface TallyEvents {
  onCompleted(completed: number): void;
  /** A message that the queue has given up. */
  onGivenUp(error: Error): void;
}

/** What has become of the messages, as the queue tells it. */
export class Tally {
  readonly completed = new Set<string>();
  /** Messages whose worker let go of them: it died, or was too slow. */
  readonly stalled = new Set<string>();
  /** How often a message had to wait because every provider of it was down. */
  retries = 0;

  constructor(queueEvents: QueueEvents, { onCompleted, onGivenUp }: TallyEvents) {
    queueEvents.on("completed", ({ jobId }) => {
      this.completed.add(jobId);
      onCompleted(this.completed.size);
    });
    queueEvents.on("stalled", ({ jobId }) => void this.stalled.add(jobId));
    queueEvents.on("delayed", () => void this.retries++);
    queueEvents.on("failed", ({ jobId, failedReason }) => {
      onGivenUp(new Error(`the queue gave ${jobId} up: ${failedReason}`));
    });
    // A lost connection is made again, and a lost server is told of by its own process.
    queueEvents.on("error", () => {});
  }
}
