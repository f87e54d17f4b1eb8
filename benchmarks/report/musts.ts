import { CLOSURES, CODEGEN, COMPILED_JSON_LOGIC } from "../suites/names.js";
import type { PredicateResult } from "../suites/predicate.js";
import type { SelectResult, SizeTimes } from "../suites/select.js";
import type { WorkloadName } from "../workloads/index.js";
import {
  formatBytes,
  formatCount,
  formatNumber,
  formatSmallShare,
  formatTime,
  formatTimes,
} from "./format.js";
import type { Aim, Must, SuiteResults } from "./results.js";

/**
 * How much two measurements of the same code differ here at times; "not slower" allows for it, and
 * says so.
 */
const NOISE = 0.05;

/** A growth counts as met while the larger figure is under this. */
const SMALL = 1000;

/** Every must that the suites which ran can tell of. */
export function findMusts(results: SuiteResults): Must[] {
  return [
    ...selectMusts(results.select),
    ...rankMusts(results),
    ...memoryMusts(results),
    ...buildMusts(results),
    ...updateMusts(results),
    ...predicateMusts(results.predicate),
    ...allocationMusts(results),
    ...listMusts(results),
    ...analysisMusts(results),
  ];
}

function selectMusts(select: SelectResult | undefined): Must[] {
  if (select === undefined) return [];
  const sizesOf = (name: WorkloadName): readonly SizeTimes[] =>
    select.workloads.find((workload) => workload.name === name)?.sizes ?? [];
  return [
    ...growthMust("tenants", sizesOf("tenants")),
    ...speedupMust("tenants", sizesOf("tenants")),
    ...growthMust("mix", sizesOf("mix")),
    ...ratioMust("mix", sizesOf("mix"), 1 + NOISE, "select never slower than the scan (within 5%)"),
    ...growthMust("windows", sizesOf("windows")),
    ...ratioMust(
      "overlapping",
      sizesOf("overlapping"),
      1 + NOISE,
      "select never slower than the scan (within 5%)",
    ),
    ...ratioMust("opaque", sizesOf("opaque"), 1.15, "select at most 1.15 times the scan"),
  ];
}

function growthMust(workload: string, sizes: readonly SizeTimes[]): Must[] {
  const last = sizes.at(-1);
  if (last?.growth === undefined) return [];
  const must = `select at ${formatCount(last.size)} at most 4 times select at 100`;
  const small = last.indexed < SMALL ? `, ${formatTime(last.indexed)}` : "";
  return [
    {
      workload,
      must,
      found: `${formatTimes(last.growth)}${small}`,
      passed: last.growth <= 4 || last.indexed < SMALL,
    },
  ];
}

function speedupMust(workload: string, sizes: readonly SizeTimes[]): Must[] {
  const last = sizes.at(-1);
  if (last === undefined) return [];
  const must = `500 times faster than the scan at ${formatCount(last.size)}`;
  return [{ workload, must, found: formatTimes(1 / last.ratio), passed: 1 / last.ratio >= 500 }];
}

/** The worst of all sizes decides. */
function ratioMust(
  workload: string,
  sizes: readonly SizeTimes[],
  most: number,
  must: string,
): Must[] {
  const [worst] = [...sizes].sort((a, b) => b.ratio - a.ratio);
  if (worst === undefined) return [];
  const found = `${formatTimes(worst.ratio)} at worst, at ${formatCount(worst.size)}`;
  return [{ workload, must, found, passed: worst.ratio <= most }];
}

function rankMusts({ rank }: SuiteResults): Must[] {
  if (rank === undefined) return [];
  const must = `rank at ${formatCount(rank.size)} 20 times faster than the scan`;
  return [{ workload: "mix", must, found: formatTimes(rank.speedup), passed: rank.speedup >= 20 }];
}

function memoryMusts({ memory }: SuiteResults): Must[] {
  const use = memory?.workloads.find(({ name }) => name === "overlapping");
  if (use === undefined) return [];
  return [
    {
      workload: "overlapping",
      must: `memory grows no faster than n log n (${formatTimes(use.allowed)})`,
      found: formatTimes(use.growth),
      passed: use.growth <= use.allowed,
    },
  ];
}

function buildMusts({ build }: SuiteResults): Must[] {
  return (build?.workloads ?? []).map(({ name, growth, allowed }) => ({
    workload: name,
    must: `building grows no faster than n log n (${formatTimes(allowed)})`,
    found: formatTimes(growth),
    passed: growth <= allowed,
  }));
}

function updateMusts({ update }: SuiteResults): Must[] {
  return (update?.workloads ?? []).map(({ name, speedup }) => ({
    workload: name,
    must: `one record changed 500 times faster than ${formatCount(update?.size ?? 0)} built anew`,
    found: formatTimes(speedup),
    passed: speedup >= 500,
  }));
}

function predicateMusts(predicate: PredicateResult | undefined): Must[] {
  const rule = predicate?.rules.find(({ name }) => name === "conjunction");
  if (rule === undefined) return [];
  const ratioOf = (name: string): number =>
    rule.contenders.find((contender) => contender.name === name)?.ratio ?? Number.NaN;
  const closures = ratioOf(CLOSURES);
  const codegen = ratioOf(CODEGEN);
  const compiled = ratioOf(COMPILED_JSON_LOGIC);
  const workload = "conjunction";
  return [
    {
      workload,
      must: "closures within 2.5 times hand-written",
      found: formatTimes(closures),
      passed: closures <= 2.5,
    },
    {
      workload,
      must: "codegen within 1.5 times hand-written",
      found: formatTimes(codegen),
      passed: codegen <= 1.5,
    },
    {
      workload,
      must: "codegen ahead of json-logic-engine, compiled",
      found: `${formatTimes(codegen)} against ${formatTimes(compiled)}`,
      passed: codegen < compiled,
    },
  ];
}

function allocationMusts({ allocation }: SuiteResults): Must[] {
  return (allocation?.workloads ?? []).map(({ workload, index, bytes }) => ({
    workload: index ? workload : `${workload}, scan`,
    must: `${formatCount(allocation?.calls ?? 0)} selections allocate nothing (under a byte each)`,
    found: bytes === undefined ? "collected on the way" : formatBytes(bytes),
    passed: bytes !== undefined && bytes < (allocation?.calls ?? 0),
  }));
}

/** Seconds that a person waits for an answer; the one absolute figure that a run has to show. */
const LIST_LIMITS = [
  { task: "lint", size: 100, seconds: 1 },
  { task: "lint", size: 1000, seconds: 30 },
  { task: "diff", size: 100, seconds: 1 },
] as const;

function listMusts({ lists }: SuiteResults): Must[] {
  return LIST_LIMITS.flatMap(({ task, size, seconds }) => {
    const run = lists?.tasks.find((each) => each.task === task && each.size === size);
    if (run === undefined) return [];
    return {
      workload: "mix",
      must: `${task} of ${formatCount(size)} in ${seconds} s`,
      found: formatTime(run.milliseconds * 1e6),
      passed: run.milliseconds <= seconds * 1000,
    };
  });
}

function analysisMusts({ "analysis-unknown": analysis }: SuiteResults): Must[] {
  if (analysis === undefined) return [];
  return [
    {
      workload: "random rule sets",
      must: "under 2% of the answers without references unknown",
      found: formatSmallShare(analysis.share),
      passed: analysis.share < 0.02,
    },
  ];
}

/** The absolute figures that orient. */
export function findAims({ select, rank, build, memory, update }: SuiteResults): Aim[] {
  const aims: Aim[] = [];
  for (const name of ["tenants", "mix", "windows"] as const) {
    const last = select?.workloads.find((workload) => workload.name === name)?.sizes.at(-1);
    if (last === undefined) continue;
    const aim = `select at ${formatCount(last.size)} under 1 µs`;
    aims.push({ workload: name, aim, found: formatTime(last.indexed) });
  }
  if (rank !== undefined) {
    const aim = `rank at ${formatCount(rank.size)} in 4 µs`;
    aims.push({ workload: "mix", aim, found: formatTime(rank.indexed) });
  }
  for (const { name, sizes } of build?.workloads ?? []) {
    const last = sizes.at(-1);
    if (last === undefined) continue;
    const each = (last.milliseconds * 1e6) / last.conditions;
    aims.push({ workload: name, aim: "building, 3 µs a condition", found: formatTime(each) });
  }
  const tenants = memory?.workloads.find(({ name }) => name === "tenants")?.sizes.at(-1);
  if (tenants !== undefined) {
    const aim = `memory at ${formatCount(tenants.size)}, 1 KiB an integration beyond the records`;
    aims.push({ workload: "tenants", aim, found: formatBytes(tenants.used) });
  }
  for (const { name, update: milliseconds } of update?.workloads ?? []) {
    const found = `${formatNumber(milliseconds * 1000)} µs`;
    aims.push({ workload: name, aim: "one record changed and selected once", found });
  }
  return aims;
}
