import { createRouter, type Integration, type Router } from "integration-router";
import type { Redis } from "ioredis";
import { ROUTER_OPTIONS } from "./router-options.js";
import { CHANGED, readChanges, readList } from "./store.js";

/** A router, and the version of the list that it is of. */
export interface Versioned {
  readonly router: Router<Integration>;
  readonly version: number;
}

/** A router that follows the list in Redis. A message takes {@link current} once and stays with it. */
export class LiveRouter {
  readonly #redis: Redis;
  readonly #onVersion: (version: number) => void;
  #current: Versioned;
  #catchingUp: Promise<void> = Promise.resolve();

  private constructor(redis: Redis, current: Versioned, onVersion: (version: number) => void) {
    this.#redis = redis;
    this.#current = current;
    this.#onVersion = onVersion;
  }

  /**
   * Reads the list and follows it from there.
   *
   * @param redis - reads the list
   * @param subscriber - a connection of its own, which listens; it must not subscribe anew by itself
   * @param onVersion - hears of each version that the router comes to
   */
  static async open(
    redis: Redis,
    subscriber: Redis,
    onVersion: (version: number) => void,
  ): Promise<LiveRouter> {
    const router = createRouter(await readList(redis), ROUTER_OPTIONS);
    const live = new LiveRouter(redis, { router, version: 0 }, onVersion);
    // First listen, then read: what changes in between is heard of. A connection that was lost may
    // have missed something, so that it begins in the same way.
    const listen = async () => {
      await subscriber.subscribe(CHANGED);
      await live.#catchUp();
    };
    subscriber.on("message", () => void live.#catchUp());
    subscriber.on("ready", () => void listen());
    await listen();
    onVersion(live.#current.version);
    return live;
  }

  get current(): Versioned {
    return this.#current;
  }

  /** One at a time: two at once would apply the same changes twice. */
  #catchUp(): Promise<void> {
    this.#catchingUp = this.#catchingUp.then(() => this.#applyChanges());
    return this.#catchingUp;
  }

  async #applyChanges(): Promise<void> {
    for (const change of await readChanges(this.#redis, this.#current.version)) {
      const { router, version } = this.#current;
      this.#current = { router: router.with(change), version: version + 1 };
      this.#onVersion(version + 1);
    }
  }
}
