import { type Integration, parseIntegrations } from "integration-router";
import type { Redis } from "ioredis";
import type { ListChange } from "./list-change.js";

/** The list as it was first. */
const BASE = "integrations:base";
/** The key of every change since, in order. The list's version is how many there are. */
export const CHANGES = "integrations:changes";

/** Where it is said that there are new changes. The message holds nothing: the changes do. */
export const CHANGED = "integrations:changed";

/** Stores the list that changes will be counted from. */
export async function publishList(redis: Redis, list: readonly Integration[]): Promise<void> {
  await redis.set(BASE, JSON.stringify(list));
}

/** Reads the list as it was first; {@link readChanges} from 0 bring it up to date. */
export async function readList(redis: Redis): Promise<Integration[]> {
  const text = await redis.get(BASE);
  if (text === null) throw new Error("there is no integrations list in Redis");
  return parseIntegrations(JSON.parse(text)).integrations;
}

/** Stores a change and says so, in one step: whoever hears of it finds it. */
export async function publishChange(redis: Redis, change: ListChange): Promise<void> {
  await redis.multi().rpush(CHANGES, JSON.stringify(change)).publish(CHANGED, "").exec();
}

/** The same while every listener is cut off, so that none hears of it: a failure to be injected. */
export async function publishUnheard(redis: Redis, change: ListChange): Promise<void> {
  await redis
    .multi()
    .call("CLIENT", "KILL", "TYPE", "pubsub")
    .rpush(CHANGES, JSON.stringify(change))
    .publish(CHANGED, "")
    .exec();
}

/** The changes that lead on from a version. */
export async function readChanges(redis: Redis, version: number): Promise<ListChange[]> {
  const texts = await redis.lrange(CHANGES, version, -1);
  return texts.map(parseChange);
}

function parseChange(text: string): ListChange {
  const { upsert = [], remove = [] } = JSON.parse(text) as ListChange;
  return { upsert: parseIntegrations(upsert).integrations, remove };
}
