import { affordable, timeInTurn } from "../harness/measure.js";
import { mean, median } from "../harness/statistics.js";
import { repeat, type Suite } from "../harness/suite.js";
import { mustAgree } from "../peers/agreement.js";
import { makeIndexed, makeScan } from "../peers/ours.js";
import type { Message } from "../workloads/message.js";
import { mix } from "../workloads/mix.js";

type Input = Record<never, never>;

interface Output {
  readonly matches: number;
  readonly messages: number;
  readonly indexed: readonly number[];
  readonly scan: readonly number[];
}

export interface RankResult {
  readonly size: number;
  /** How many integrations match a message, on average. */
  readonly matches: number;
  readonly messages: number;
  /** Nanoseconds a ranking. */
  readonly indexed: number;
  readonly scan: number;
  /** How many times faster the index is than the scan. */
  readonly speedup: number;
}

/** The whole failover chain, where some 140 of 10,000 match. */
export const rank: Suite<Input, Output, RankResult> = {
  about: "all that match, in order, from the mix at 10,000",
  plan: (settings) => repeat(settings, [{}]),
  label: () => "mix",
  async job(_, settings) {
    const list = mix.generate(settings.rankSize, settings.messages);
    const indexed = makeIndexed(list);
    const scan = makeScan(list);
    const ids = (rows: readonly { readonly _id: string }[]): string =>
      rows.map(({ _id }) => _id).join();
    const few = list.messages.slice(0, 50);
    const chains = few.map((message) => [
      ...list.targets.filter(({ byHand }) => byHand(message)).map(({ row }) => row),
      list.fallback,
    ]);
    await mustAgree("the index", few, chains.map(ids), (each) => ids(indexed.rank(each)));
    await mustAgree("the scan", few, chains.map(ids), (each) => ids(scan.rank(each)));
    const byScan = { call: (message: Message) => scan.rank(message) };
    const bySearch = { call: (message: Message) => indexed.rank(message) };
    const messages = await affordable(list.messages, byScan);
    const [searched = [], scanned = []] = await timeInTurn(messages, [bySearch, byScan], settings);
    return {
      matches: mean(chains.map((chain) => chain.length - 1)),
      messages: messages.length,
      indexed: searched,
      scan: scanned,
    };
  },
  summarize(done, { rankSize }) {
    const outputs = done.map(({ output }) => output);
    const speedups = outputs.flatMap(({ indexed, scan }) =>
      scan.map((time, at) => time / (indexed[at] ?? Number.NaN)),
    );
    return {
      size: rankSize,
      matches: median(outputs.map(({ matches }) => matches)),
      messages: median(outputs.map(({ messages }) => messages)),
      indexed: median(outputs.flatMap(({ indexed }) => indexed)),
      scan: median(outputs.flatMap(({ scan }) => scan)),
      speedup: median(speedups),
    };
  },
};
