import type { Machine } from "../harness/machine.js";
import type { AllocationResult } from "../suites/allocation.js";
import type { AnalysisUnknownResult } from "../suites/analysis-unknown.js";
import type { BuildResult } from "../suites/build.js";
import type { FreshResult } from "../suites/fresh.js";
import type { ListsResult } from "../suites/lists.js";
import type { MemoryResult } from "../suites/memory.js";
import type { PeersResult } from "../suites/peers.js";
import type { PredicateResult } from "../suites/predicate.js";
import type { RankResult } from "../suites/rank.js";
import type { SelectResult } from "../suites/select.js";
import type { UpdateResult } from "../suites/update.js";

/** What the suites found, each under its name; one that was not run is not there. */
export interface SuiteResults {
  readonly predicate?: PredicateResult;
  readonly fresh?: FreshResult;
  readonly select?: SelectResult;
  readonly peers?: PeersResult;
  readonly rank?: RankResult;
  readonly build?: BuildResult;
  readonly update?: UpdateResult;
  readonly memory?: MemoryResult;
  readonly allocation?: AllocationResult;
  readonly lists?: ListsResult;
  readonly "analysis-unknown"?: AnalysisUnknownResult;
}

/** Something that a run has to show: a ratio or a growth within it, since those travel. */
export interface Must {
  readonly workload: string;
  readonly must: string;
  readonly found: string;
  readonly passed: boolean;
}

/** What is aimed at; an absolute figure, so that it orients on one machine and proves nothing. */
export interface Aim {
  readonly workload: string;
  readonly aim: string;
  readonly found: string;
}

/** One run, as `results/latest.json` keeps it. */
export interface Results {
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly minutes: number;
  readonly musts: readonly Must[];
  readonly aims: readonly Aim[];
  readonly suites: SuiteResults;
}
