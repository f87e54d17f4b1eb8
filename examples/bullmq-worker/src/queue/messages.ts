import { createRouter, type Integration } from "integration-router";
import { callOptions, type Message } from "../../../support/data.js";
import { messageAt } from "../../../support/message-at.js";
import { ROUTER_OPTIONS } from "../list/router-options.js";

/** A message as the queue carries it. */
export type QueuedMessage = Pick<Message, "context" | "options">;

/** The name of a message, which is its key in the queue and in the ledger. */
function nameOf(number: number): string {
  return `message-${number}`;
}

/** The messages of a run: so many, made of those examples that an integration may carry at all. */
export function runMessages(
  examples: readonly Message[],
  list: readonly Integration[],
  count: number,
): ReadonlyMap<string, QueuedMessage> {
  const router = createRouter(list, ROUTER_OPTIONS);
  const deliverable = examples.filter(
    ({ context, options }) => router.select(context, callOptions(options)) !== undefined,
  );
  return new Map(
    Array.from({ length: count }, (_, number) => [nameOf(number), messageAt(deliverable, number)]),
  );
}
