import type { Message } from "../workloads/message.js";
import type { Rule } from "../workloads/rule.js";

/** Whether a rule passes; a peer may have to be awaited. */
export type Decider = (message: Message) => boolean | Promise<boolean>;

/** The position of the first rule that passes, -1 for none. */
export type FirstMatch = (message: Message) => number | Promise<number>;

/** A library that decides rules, used as its documentation advises. */
export interface Peer {
  /** A rule in the peer's own language, as plain JSON: what would stand in a database. */
  write(rule: Rule): unknown;
  /** Makes a decider; whatever the peer can do ahead of time happens here. */
  load(written: unknown): Decider;
  /** The peer's own way to find the first of many rules, where it has one. */
  loadAll?(written: readonly unknown[]): FirstMatch;
}

/** A peer's name, its package, and where its code is; a process loads only the one that it times. */
export interface PeerEntry {
  readonly name: string;
  /** The npm package, for the versions in the results. */
  readonly package: string;
  /** Whether its deciders give promises. */
  readonly isAsync: boolean;
  load(): Promise<Peer>;
}
