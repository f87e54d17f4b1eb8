import type { Suite } from "../harness/suite.js";
import type { SuiteResults } from "../report/results.js";
import { allocation } from "./allocation.js";
import { analysisUnknown } from "./analysis-unknown.js";
import { build } from "./build.js";
import { fresh } from "./fresh.js";
import { lists } from "./lists.js";
import { memory } from "./memory.js";
import { peers } from "./peers.js";
import { predicate } from "./predicate.js";
import { rank } from "./rank.js";
import { select } from "./select.js";
import { update } from "./update.js";

/** In the order in which they run and are told of. */
export const SUITES: Readonly<Record<SuiteName, AnySuite>> = {
  predicate,
  fresh,
  select,
  peers,
  rank,
  build,
  update,
  memory,
  allocation,
  lists,
  "analysis-unknown": analysisUnknown,
};

/** A suite whose jobs' inputs and outputs go through JSON: only it knows what they are. */
export type AnySuite = Suite<object, unknown, unknown>;

export type SuiteName = keyof SuiteResults;

export function isSuiteName(name: string): name is SuiteName {
  return Object.hasOwn(SUITES, name);
}
