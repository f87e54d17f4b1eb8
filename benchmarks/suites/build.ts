import { timeWhole } from "../harness/measure.js";
import type { Suite } from "../harness/suite.js";
import { makeIndexed, makeScan } from "../peers/ours.js";
import { WORKLOAD_NAMES, WORKLOADS, type WorkloadName } from "../workloads/index.js";
import { nLogN } from "./n-log-n.js";

interface Input {
  readonly workload: WorkloadName;
}

type Output = readonly BuildSize[];

export interface BuildResult {
  readonly workloads: readonly BuildTimes[];
}

export interface BuildTimes {
  readonly name: WorkloadName;
  readonly sizes: readonly BuildSize[];
  /** From the smallest list to the largest, against what n log n in the conditions would make. */
  readonly growth: number;
  readonly allowed: number;
}

export interface BuildSize {
  readonly size: number;
  readonly conditions: number;
  readonly milliseconds: number;
  /** Without the index: parsing and compiling alone. */
  readonly scanMilliseconds: number;
}

/** Making a router anew: every condition parsed, compiled and indexed. */
export const build: Suite<Input, Output, BuildResult> = {
  about: "a router made anew",
  plan: () => WORKLOAD_NAMES.map((workload) => ({ workload })),
  label: ({ workload }) => workload,
  job({ workload }, { buildSizes, quick, messages }) {
    // The code is warm before the smallest list counts, as it is when the largest is built.
    const [smallest = 0] = buildSizes;
    const first = WORKLOADS[workload].generate(smallest, messages);
    for (let time = 0; time < (quick ? 1 : 20); time++) [makeIndexed(first), makeScan(first)];
    return buildSizes.map((size) => {
      const list = WORKLOADS[workload].generate(size, messages);
      const runs = quick ? 1 : Math.min(15, Math.max(3, Math.ceil(50_000 / size)));
      return {
        size,
        conditions: list.conditions,
        milliseconds: timeWhole(() => makeIndexed(list), runs),
        scanMilliseconds: timeWhole(() => makeScan(list), Math.ceil(runs / 2)),
      };
    });
  },
  summarize: (done) => ({
    workloads: done.map(({ input, output: sizes }) => {
      const [first, last] = [sizes[0], sizes.at(-1)];
      if (first === undefined || last === undefined) throw new RangeError("nothing was built");
      return {
        name: input.workload,
        sizes,
        growth: last.milliseconds / first.milliseconds,
        allowed: nLogN(last.conditions) / nLogN(first.conditions),
      };
    }),
  }),
};
