import { readFileSync } from "node:fs";
import type {
  CallOptions,
  Fallback,
  Integration,
  InvalidPolicy,
  SelectionContext,
} from "integration-router";

/** A message of `data/messages.json`: what it is, its context, and how to route it. */
export interface Message {
  readonly name: string;
  readonly context: SelectionContext;
  readonly options?: MessageOptions;
  /** What the quickstart shows of this message beside its row in the table. */
  readonly show?: "chain" | "explanation";
}

/** Call options as a queue would carry them: plain data, so the providers to avoid by their id. */
export interface MessageOptions {
  readonly exclude?: readonly string[];
  readonly fallback?: Fallback;
  readonly onInvalid?: InvalidPolicy;
}

/** The export as the API answered it. Its shape is for `parseIntegrations` to find out. */
export function readIntegrations(): unknown {
  return readJson("integrations.json");
}

/** The messages. The file is our own, and a test holds it to this type. */
export function readMessages(): readonly Message[] {
  return readJson("messages.json") as readonly Message[];
}

/** Turns a message's options into those of a call. */
export function callOptions({ exclude, ...rest }: MessageOptions = {}): CallOptions<Integration> {
  if (exclude === undefined) return rest;
  return { ...rest, exclude: ({ providerId }) => exclude.includes(providerId) };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8"));
}
