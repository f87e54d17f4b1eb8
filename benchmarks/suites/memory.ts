import { groupBy } from "../harness/statistics.js";
import type { Suite } from "../harness/suite.js";
import { makeIndexed } from "../peers/ours.js";
import { WORKLOAD_NAMES, WORKLOADS, type WorkloadName } from "../workloads/index.js";
import { nLogN } from "./n-log-n.js";

interface Input {
  readonly workload: WorkloadName;
  readonly size: number;
}

/** Bytes, beyond the records: as built, and after messages have reached most integrations. */
interface Output {
  readonly built: number;
  readonly used: number;
}

export interface MemoryResult {
  readonly workloads: readonly MemoryUse[];
}

export interface MemoryUse {
  readonly name: WorkloadName;
  readonly sizes: readonly MemorySize[];
  /** Once used, from the smallest list to the largest, against what n log n would make. */
  readonly growth: number;
  readonly allowed: number;
}

export interface MemorySize {
  readonly size: number;
  /** Bytes an integration, beyond its record. */
  readonly built: number;
  readonly used: number;
}

/** Milliseconds after which enough has been used, where a selection may try every integration. */
const LONGEST = 4000;

/** What a router holds beside the records, on the heap and in buffers off it. */
export const memory: Suite<Input, Output, MemoryResult> = {
  about: "bytes a router holds beyond the records",
  plan: ({ buildSizes }) =>
    WORKLOAD_NAMES.flatMap((workload) => buildSizes.map((size) => ({ workload, size }))),
  label: ({ workload, size }) => `${workload}, ${size}`,
  job({ workload, size }, { messages: count }) {
    // What the first router of a process leaves behind is the package's code, not the router's.
    const first = WORKLOADS[workload].generate(100, count);
    const warm = makeIndexed(first);
    for (const message of first.messages) warm.select(message);
    // Conditions are compiled when they are evaluated: these come to most that ever will be.
    const list = WORKLOADS[workload].generate(size, Math.max(count, Math.min(size, 2_000)));
    const empty = settledMemory();
    const router = makeIndexed(list);
    const built = settledMemory() - empty;
    const start = performance.now();
    for (const message of list.messages) {
      router.select(message);
      if (performance.now() - start > LONGEST) break;
    }
    const used = settledMemory() - empty;
    // Asked last, so that neither is collected before.
    if (router.size !== list.rows.length) throw new Error("the router lost a record");
    return { built, used };
  },
  summarize: (done) => ({
    workloads: [...groupBy(done, ({ input }) => input.workload)].map(([name, here]) => {
      const [first, last] = [here[0], here.at(-1)];
      if (first === undefined || last === undefined) throw new RangeError("nothing was measured");
      return {
        name,
        sizes: here.map(({ input: { size }, output: { built, used } }) => ({
          size,
          built: built / size,
          used: used / size,
        })),
        growth: last.output.used / first.output.used,
        allowed: nLogN(last.input.size) / nLogN(first.input.size),
      };
    }),
  }),
};

function settledMemory(): number {
  if (globalThis.gc === undefined) throw new Error("needs --expose-gc");
  for (let time = 0; time < 2; time++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
