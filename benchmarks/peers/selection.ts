import type { Message } from "../workloads/message.js";
import type { List, Row } from "../workloads/workload.js";
import type { Decider, Peer, PeerEntry } from "./peer.js";

export type Select = (message: Message) => Row | Promise<Row>;

/** Hand-written checks, tried in the order of selection. */
export function selectByHand(list: List): Select {
  return selectFirst(
    list,
    list.targets.map(({ byHand }) => byHand),
  );
}

/** A peer's rules, loaded once: tried in the order of selection, or as the peer finds the first. */
export function selectWithPeer(list: List, { isAsync }: PeerEntry, peer: Peer): Select {
  const written = list.targets.map(({ rule }) => peer.write(rule));
  if (peer.loadAll === undefined) {
    const deciders = written.map((rule) => peer.load(rule));
    return isAsync ? selectFirstAwaited(list, deciders) : selectFirst(list, deciders);
  }
  const first = peer.loadAll(written);
  return async (message) => list.targets[await first(message)]?.row ?? list.fallback;
}

function selectFirst({ targets, fallback }: List, deciders: readonly Decider[]): Select {
  const rows = targets.map(({ row }) => row);
  return (message) => {
    for (let at = 0; at < deciders.length; at++) {
      if (deciders[at]?.(message) === true) return rows[at] ?? fallback;
    }
    return fallback;
  };
}

function selectFirstAwaited({ targets, fallback }: List, deciders: readonly Decider[]): Select {
  return async (message) => {
    for (const [at, decide] of deciders.entries()) {
      if (await decide(message)) return targets[at]?.row ?? fallback;
    }
    return fallback;
  };
}
