import jsonLogic, { type RulesLogic } from "json-logic-js";
import { type JsonLogicRule, toJsonLogic } from "../json-logic.js";
import type { Peer } from "../peer.js";

export const peer: Peer = {
  write: toJsonLogic,
  load(written) {
    const rule = written as RulesLogic & JsonLogicRule;
    return (message) => jsonLogic.apply(rule, message) === true;
  },
};
