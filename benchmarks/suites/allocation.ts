import { getHeapStatistics } from "node:v8";
import { median } from "../harness/statistics.js";
import type { Suite } from "../harness/suite.js";
import { makeIndexed, makeScan } from "../peers/ours.js";
import { WORKLOADS, type WorkloadName } from "../workloads/index.js";

interface Input {
  readonly workload: WorkloadName;
  readonly index: boolean;
}

interface Output {
  /** Bytes that the heap grew by; absent where the collector ran, and nothing can be told. */
  readonly bytes?: number;
}

export interface AllocationResult {
  readonly calls: number;
  readonly workloads: readonly Allocation[];
}

export interface Allocation extends Input, Output {
  readonly size: number;
}

const HALF_SPACE_MIB = 64;
const COUNTS = 3;
const SLICES = 10;
/** The scan of a longer list would take minutes for a million. */
const SCAN_SIZE = 100;

/** How much the heap grows over many selections, on messages of strings, numbers and booleans. */
export const allocation: Suite<Input, Output, AllocationResult> = {
  about: "heap growth over many selections",
  // Room for young objects, so that some bytes a call are not collected while they are counted.
  flags: [`--min-semi-space-size=${HALF_SPACE_MIB}`, `--max-semi-space-size=${HALF_SPACE_MIB}`],
  plan: () =>
    (["tenants", "mix", "windows", "opaque"] as const).flatMap((workload) =>
      [true, false].map((index) => ({ workload, index })),
    ),
  label: ({ workload, index }) => `${workload}${index ? "" : ", without the index"}`,
  job({ workload, index }, { allocationSize, allocationCalls, messages: count }) {
    const size = index && workload !== "opaque" ? allocationSize : SCAN_SIZE;
    const list = WORKLOADS[workload].generate(size, count);
    const router = (index ? makeIndexed : makeScan)(list);
    const { messages } = list;
    const selectMany = (calls: number): void => {
      for (let call = 0; call < calls; call++) {
        const message = messages[call % messages.length];
        if (message !== undefined) router.select(message);
      }
    };
    selectMany(allocationCalls / 4);
    const counts = Array.from({ length: COUNTS }, () => countGrowth(selectMany, allocationCalls));
    const known = counts.flatMap((bytes) => bytes ?? []);
    return known.length < COUNTS ? {} : { bytes: median(known) };
  },
  summarize: (done, { allocationSize, allocationCalls }) => ({
    calls: allocationCalls,
    workloads: done.map(({ input, output }) => ({
      ...input,
      ...output,
      size: input.index && input.workload !== "opaque" ? allocationSize : SCAN_SIZE,
    })),
  }),
};

/** In slices, so that a collection shows as a heap that shrank. */
function countGrowth(selectMany: (calls: number) => void, calls: number): number | undefined {
  globalThis.gc?.();
  const start = getHeapStatistics().used_heap_size;
  let last = start;
  for (let slice = 0; slice < SLICES; slice++) {
    selectMany(calls / SLICES);
    const used = getHeapStatistics().used_heap_size;
    if (used < last) return undefined;
    last = used;
  }
  return last - start;
}
