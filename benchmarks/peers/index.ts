import type { PeerEntry } from "./peer.js";

/** In the order of the tables, before they are sorted by figure. */
export const PEERS: readonly PeerEntry[] = [
  {
    name: "json-logic-engine, compiled",
    package: "json-logic-engine",
    isAsync: false,
    load: async () => (await import("./adapters/json-logic-engine.js")).compiled,
  },
  {
    name: "json-logic-engine, interpreted",
    package: "json-logic-engine",
    isAsync: false,
    load: async () => (await import("./adapters/json-logic-engine.js")).interpreted,
  },
  {
    name: "json-logic-js",
    package: "json-logic-js",
    isAsync: false,
    load: async () => (await import("./adapters/json-logic-js.js")).peer,
  },
  {
    name: "@ucast/mongo2js",
    package: "@ucast/mongo2js",
    isAsync: false,
    load: async () => (await import("./adapters/mongo2js.js")).peer,
  },
  {
    name: "sift",
    package: "sift",
    isAsync: false,
    load: async () => (await import("./adapters/sift.js")).peer,
  },
  {
    name: "GrowthBook conditions",
    package: "@growthbook/growthbook",
    isAsync: false,
    load: async () => (await import("./adapters/growthbook.js")).peer,
  },
  {
    name: "json-rules-engine",
    package: "json-rules-engine",
    isAsync: true,
    load: async () => (await import("./adapters/json-rules-engine.js")).peer,
  },
];

export function peerNamed(name: string): PeerEntry {
  const entry = PEERS.find((peer) => peer.name === name);
  if (entry === undefined) throw new RangeError(`no peer is called ${name}`);
  return entry;
}
