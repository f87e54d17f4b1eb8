import { type ConditionInterface, evalCondition } from "@growthbook/growthbook";
import { toMongo } from "../mongo.js";
import type { Peer } from "../peer.js";

export const peer: Peer = {
  write: toMongo,
  load(written) {
    const condition = written as ConditionInterface;
    return (message) => evalCondition(message, condition);
  },
};
