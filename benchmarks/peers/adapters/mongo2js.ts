import { guard } from "@ucast/mongo2js";
import type { Message } from "../../workloads/message.js";
import { toMongo } from "../mongo.js";
import type { Peer } from "../peer.js";

export const peer: Peer = {
  write: toMongo,
  load: (written) => guard<Message>(written as object),
};
