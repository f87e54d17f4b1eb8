import { setTimeout as sleep } from "node:timers/promises";
import type { Outages } from "./outages.js";

/** How long a provider takes for an answer, in milliseconds. */
const LATENCY = 2;

/** A message on its way through an integration. */
export interface Sent {
  readonly message: string;
  readonly integration: string;
  readonly provider: string;
}

/**
 * The providers, in memory. They stand outside the workers, as real ones do: what they took stays
 * taken when a worker dies.
 */
export class Providers {
  /** What they took, in order. */
  readonly outbox: Sent[] = [];
  /** How often an integration's provider was down when it was asked. */
  readonly refusals = new Map<string, number>();
  readonly #outages: Outages;
  readonly #start = performance.now();

  constructor(outages: Outages) {
    this.#outages = outages;
  }

  /** Takes a message, or not where the provider is down. */
  async take(sent: Sent): Promise<boolean> {
    await sleep(LATENCY);
    if (this.#outages.isDown(sent.provider, performance.now() - this.#start)) {
      this.refusals.set(sent.integration, (this.refusals.get(sent.integration) ?? 0) + 1);
      return false;
    }
    this.outbox.push(sent);
    return true;
  }
}
