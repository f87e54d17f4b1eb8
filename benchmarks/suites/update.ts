import { timeWhole } from "../harness/measure.js";
import { mean, median } from "../harness/statistics.js";
import type { Suite } from "../harness/suite.js";
import { makeIndexed } from "../peers/ours.js";
import { WORKLOADS, type WorkloadName } from "../workloads/index.js";
import { Random } from "../workloads/random.js";
import type { Row } from "../workloads/workload.js";

interface Input {
  readonly workload: WorkloadName;
}

/** Milliseconds, each with the first selection after it, so that nothing is left for later. */
interface Output {
  readonly anew: number;
  readonly update: number;
}

export interface UpdateResult {
  readonly size: number;
  readonly updates: number;
  readonly workloads: readonly UpdateTimes[];
}

export interface UpdateTimes extends Output {
  readonly name: WorkloadName;
  /** How many times faster one record's change is than a new router. */
  readonly speedup: number;
}

const BATCHES = 5;

/** One record changed after another, each on the router that the last change gave. */
export const update: Suite<Input, Output, UpdateResult> = {
  about: "one record of a large list changed",
  plan: () => [{ workload: "tenants" }, { workload: "mix" }],
  label: ({ workload }) => workload,
  job({ workload }, { updateSize, updates, messages: count }) {
    const list = WORKLOADS[workload].generate(updateSize, count);
    const { messages, targets } = list;
    const [message] = messages;
    if (message === undefined) throw new RangeError("no message to select for");
    const anew = timeWhole(() => makeIndexed(list).select(message), 3);
    const random = new Random(`update ${workload}`);
    let router = makeIndexed(list);
    const changeOnce = (): number => {
      // Another record's conditions, in an array that was never seen.
      const conditions = structuredClone(random.pick(targets).row.conditions);
      const changed: Row = { ...random.pick(targets).row, conditions };
      const next = random.pick(messages);
      const start = performance.now();
      router = router.with({ upsert: [changed] });
      router.select(next);
      return performance.now() - start;
    };
    const perBatch = Math.ceil(updates / BATCHES);
    // A mean in each batch, so that a change which tidies up after others counts for what it costs.
    const batches = Array.from({ length: BATCHES + 1 }, () =>
      mean(Array.from({ length: perBatch }, changeOnce)),
    );
    // The first batch warms up.
    return { anew, update: median(batches.slice(1)) };
  },
  summarize: (done, { updateSize, updates }) => ({
    size: updateSize,
    updates,
    workloads: done.map(({ input, output }) => ({
      name: input.workload,
      ...output,
      speedup: output.anew / output.update,
    })),
  }),
};
