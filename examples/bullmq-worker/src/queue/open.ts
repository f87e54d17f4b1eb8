import { Queue, QueueEvents } from "bullmq";
import { connectionTo } from "../redis/connect.js";
import { QUEUE } from "./settings.js";

/** How many events a message causes at the most, by a generous count. */
const EVENTS_PER_MESSAGE = 50;

/** The queue, and what it tells: from the first event on, and none of them trimmed away. */
export async function openQueue(
  port: number,
  messages: number,
): Promise<{ readonly queue: Queue; readonly queueEvents: QueueEvents }> {
  const connection = connectionTo(port);
  const queue = new Queue(QUEUE, {
    connection,
    streams: { events: { maxLen: messages * EVENTS_PER_MESSAGE } },
  });
  queue.on("error", () => {});
  const queueEvents = new QueueEvents(QUEUE, { connection, lastEventId: "0" });
  await queue.waitUntilReady();
  return { queue, queueEvents };
}
