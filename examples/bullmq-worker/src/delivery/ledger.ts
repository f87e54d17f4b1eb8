import type { Redis } from "ioredis";
import { CHANGES } from "../list/store.js";
import type { Delivery, JournalLine } from "./delivery.js";

/** Message to delivery, a hash. */
const LEDGER = "ledger";
/** What was written into it, in order, a list: it would show a message that is written twice. */
const JOURNAL = "ledger:journal";

/** All or nothing, and nothing where the message stands there already. */
const RECORD = `
if redis.call("HSETNX", KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
redis.call("RPUSH", KEYS[2], ARGV[1] .. " " .. redis.call("LLEN", KEYS[3]))
return 1`;

/** Which messages went out, shared by all workers. */
export class Ledger {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async has(message: string): Promise<boolean> {
    return (await this.#redis.hexists(LEDGER, message)) === 1;
  }

  /** Writes a delivery down, in one atomic step; the first that is written of a message stays. */
  async record(message: string, delivery: Delivery): Promise<void> {
    const text = JSON.stringify(delivery);
    await this.#redis.eval(RECORD, 3, LEDGER, JOURNAL, CHANGES, message, text);
  }

  async deliveries(): Promise<Map<string, Delivery>> {
    const texts = await this.#redis.hgetall(LEDGER);
    return new Map(
      Object.entries(texts).map(([message, text]) => [message, JSON.parse(text) as Delivery]),
    );
  }

  async journal(): Promise<JournalLine[]> {
    const lines = await this.#redis.lrange(JOURNAL, 0, -1);
    return lines.map((line) => {
      const [message = "", version] = line.split(" ");
      return { message, version: Number(version) };
    });
  }
}
