import { affordable, timeInTurn } from "../harness/measure.js";
import { groupBy, median } from "../harness/statistics.js";
import type { Done, Suite } from "../harness/suite.js";
import { mustAgree } from "../peers/agreement.js";
import { makeIndexed, makeScan } from "../peers/ours.js";
import { WORKLOAD_NAMES, WORKLOADS, type WorkloadName } from "../workloads/index.js";
import type { Message } from "../workloads/message.js";
import { expectedRow } from "../workloads/workload.js";

interface Input {
  readonly workload: WorkloadName;
  readonly size: number;
  /** Whether the decisions are checked first; lists and messages are the same in every repetition. */
  readonly check: boolean;
}

interface Output {
  /** The share of the messages that a target matches. */
  readonly hits: number;
  /** How many messages the index is timed on, and the scan: fewer where each takes milliseconds. */
  readonly messages: number;
  readonly scanned: number;
  readonly indexed: readonly number[];
  readonly scan: readonly number[];
  /** The index over the scan, on the same messages. */
  readonly ratios: readonly number[];
}

export interface SelectResult {
  readonly workloads: readonly WorkloadTimes[];
}

export interface WorkloadTimes {
  readonly name: WorkloadName;
  readonly about: string;
  readonly sizes: readonly SizeTimes[];
}

export interface SizeTimes {
  readonly size: number;
  /** The share of the messages that a target matches; the rest go to the default. */
  readonly hits: number;
  /** How many messages the index and the scan are timed on. */
  readonly messages: number;
  readonly scanned: number;
  /** Nanoseconds a selection. */
  readonly indexed: number;
  readonly scan: number;
  /** How many times the scan's time the index takes: the median of the ratios in turn. */
  readonly ratio: number;
  /** How many times its time at 100 integrations, each repetition against itself. */
  readonly growth?: number;
}

const GROWTH_FROM = 100;

/** A router that stays, with its index and without, selected from again and again. */
export const select: Suite<Input, Output, SelectResult> = {
  about: "one selection from a list that stays, with the index and by the scan",
  plan: ({ repeats, sizes }) =>
    Array.from({ length: repeats }, (_, repetition) =>
      WORKLOAD_NAMES.flatMap((workload) =>
        sizes.map((size) => ({ workload, size, check: repetition === 0 })),
      ),
    ).flat(),
  label: ({ workload, size }) => `${workload}, ${size}`,
  async job({ workload, size, check }, settings) {
    const list = WORKLOADS[workload].generate(size, settings.messages);
    const indexed = makeIndexed(list);
    const scan = makeScan(list);
    const bySearch = { call: (message: Message) => indexed.select(message) };
    const byScan = { call: (message: Message) => scan.select(message) };
    const many = await affordable(list.messages, bySearch);
    const few = await affordable(many, byScan);
    if (check) {
      const expected = many.map((message) => expectedRow(list, message));
      await mustAgree("the index", many, expected, bySearch.call);
      await mustAgree("the scan", few, expected, byScan.call);
    }
    const [onFew = [], scanned = []] = await timeInTurn(few, [bySearch, byScan], settings);
    const [onMany = onFew] =
      few.length < many.length ? await timeInTurn(many, [bySearch], settings) : [];
    const hits = many.filter((message) => indexed.select(message) !== list.fallback);
    return {
      hits: hits.length / many.length,
      messages: many.length,
      scanned: few.length,
      indexed: onMany,
      scan: scanned,
      ratios: scanned.map((time, at) => (onFew[at] ?? Number.NaN) / time),
    };
  },
  summarize: (done) => ({
    workloads: WORKLOAD_NAMES.map((name) => ({
      name,
      about: WORKLOADS[name].about,
      sizes: summarizeSizes(done.filter(({ input }) => input.workload === name)),
    })),
  }),
};

function summarizeSizes(done: readonly Done<Input, Output>[]): SizeTimes[] {
  const bySize = groupBy(done, ({ input }) => input.size);
  const start = (bySize.get(GROWTH_FROM) ?? []).map(({ output }) => median(output.indexed));
  return [...bySize].map(([size, repeated]) => {
    const outputs = repeated.map(({ output }) => output);
    const indexed = outputs.map((each) => median(each.indexed));
    const growth = indexed.map((time, at) => time / (start[at] ?? Number.NaN));
    return {
      size,
      hits: median(outputs.map(({ hits }) => hits)),
      messages: median(outputs.map(({ messages }) => messages)),
      scanned: median(outputs.map(({ scanned }) => scanned)),
      indexed: median(indexed),
      scan: median(outputs.map((each) => median(each.scan))),
      ratio: median(outputs.flatMap(({ ratios }) => ratios)),
      ...(size > GROWTH_FROM && start.length > 0 && { growth: median(growth) }),
    };
  });
}
