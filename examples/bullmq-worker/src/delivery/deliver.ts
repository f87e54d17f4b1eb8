import { UnrecoverableError } from "bullmq";
import type { Integration } from "integration-router";
import { callOptions } from "../../../support/data.js";
import type { LiveRouter } from "../list/live-router.js";
import type { QueuedMessage } from "../queue/messages.js";
import type { Ledger } from "./ledger.js";

/** Hands a message to a provider; `false` where that is down. */
export type Send = (integration: Integration, message: string) => Promise<boolean>;

/** What a delivery needs. */
export interface Means {
  readonly live: LiveRouter;
  readonly ledger: Ledger;
  readonly send: Send;
}

/**
 * Delivers a message through the first integration of its rank that takes it, and then writes that
 * down. It sends first: a worker that dies in between sends twice, and never not at all.
 *
 * @throws Error where every provider is down, so that the queue tries again later
 * @throws UnrecoverableError where no integration may carry the message, now or later
 */
export async function deliver(
  message: string,
  { context, options }: QueuedMessage,
  { live, ledger, send }: Means,
): Promise<void> {
  // The queue gives a message again when its worker died, be it after the message was written down.
  if (await ledger.has(message)) return;
  const { router, version } = live.current;
  const refused: string[] = [];
  for (const integration of router.rank(context, callOptions(options))) {
    if (await send(integration, message)) {
      await ledger.record(message, { integration: integration.identifier, refused, version });
      return;
    }
    refused.push(integration.identifier);
  }
  if (refused.length === 0) throw new UnrecoverableError("no integration may carry it");
  throw new Error(`down: ${refused.join(", ")}`);
}
