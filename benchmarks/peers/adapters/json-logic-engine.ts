import { LogicEngine } from "json-logic-engine";
import { toJsonLogic } from "../json-logic.js";
import type { Peer } from "../peer.js";

const engine = new LogicEngine();

export const interpreted: Peer = {
  write: toJsonLogic,
  load: (written) => (message) => engine.run(written, message) === true,
};

export const compiled: Peer = {
  write: toJsonLogic,
  load(written) {
    const decide = engine.build(written);
    return (message) => decide(message) === true;
  },
};
