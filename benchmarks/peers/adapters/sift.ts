import sift from "sift";
import { type MongoQuery, toMongo } from "../mongo.js";
import type { Peer } from "../peer.js";

export const peer: Peer = {
  write: toMongo,
  load(written) {
    const test = sift(written as MongoQuery);
    return (message) => test(message);
  },
};
