import { affordable, timeInTurn } from "../harness/measure.js";
import { groupBy, median } from "../harness/statistics.js";
import type { Suite } from "../harness/suite.js";
import { findDisagreement } from "../peers/agreement.js";
import { PEERS, peerNamed } from "../peers/index.js";
import { selectByHand, selectWithPeer } from "../peers/selection.js";
import { WORKLOADS, type WorkloadName } from "../workloads/index.js";
import { expectedRow, type List } from "../workloads/workload.js";
import { HAND_WRITTEN } from "./names.js";
import { type LeftOut, type Outcome, whyLeftOut } from "./outcome.js";

interface Input {
  readonly workload: PeerWorkload;
  readonly size: number;
  readonly contender: string;
}

/** The workloads that peers are timed on; the others are there to tell an index from a scan. */
const PEER_WORKLOADS = ["tenants", "mix"] as const satisfies readonly WorkloadName[];

export type PeerWorkload = (typeof PEER_WORKLOADS)[number];

export interface PeersResult {
  readonly workloads: readonly PeerWorkloadTimes[];
}

export interface PeerWorkloadTimes {
  readonly name: PeerWorkload;
  readonly contenders: readonly PeerTimes[];
  readonly leftOut: readonly (LeftOut & { readonly size: number })[];
}

export interface PeerTimes {
  readonly name: string;
  readonly sizes: readonly { readonly size: number; readonly nanoseconds: number }[];
}

const CONTENDERS = [HAND_WRITTEN, ...PEERS.map(({ name }) => name)];

/** A peer that has to be awaited for every rule takes seconds for a selection from more than this. */
const LARGEST_AWAITED = 1000;

/** What a user of a peer would have: its rules loaded once, and a loop to the first that passes. */
export const peers: Suite<Input, Outcome, PeersResult> = {
  about: "the same selections with each peer: its rules in order, to the first that passes",
  plan: ({ sizes }) =>
    PEER_WORKLOADS.flatMap((workload) =>
      CONTENDERS.flatMap((contender) => sizes.map((size) => ({ workload, size, contender }))),
    ),
  label: ({ workload, size, contender }) => `${workload}, ${size}: ${contender}`,
  async job({ workload, size, contender: name }, settings) {
    const isAsync = name !== HAND_WRITTEN && peerNamed(name).isAsync;
    if (isAsync && size > LARGEST_AWAITED) return { leftOut: "would take too long" };
    const list = WORKLOADS[workload].generate(size, settings.messages);
    const contender = { call: await makeSelect(list, name), isAsync };
    const messages = await affordable(list.messages, contender);
    const expected = messages.map((message) => expectedRow(list, message));
    const disagreement = await findDisagreement(messages, expected, contender.call);
    if (disagreement !== undefined) return { leftOut: `selects otherwise ${disagreement}` };
    return { times: (await timeInTurn(messages, [contender], settings)).flat() };
  },
  summarize: (done) => ({
    workloads: PEER_WORKLOADS.map((name) => {
      const leftOut: (LeftOut & { size: number })[] = [];
      const here = done.filter(({ input }) => input.workload === name);
      const contenders = [...groupBy(here, ({ input }) => input.contender)].map(
        ([contender, runs]) => ({
          name: contender,
          sizes: runs.flatMap((run) => {
            const { size } = run.input;
            const why = whyLeftOut([run]);
            if (why !== undefined) leftOut.push({ name: contender, size, why });
            return "times" in run.output ? { size, nanoseconds: median(run.output.times) } : [];
          }),
        }),
      );
      return { name, contenders: contenders.filter(({ sizes }) => sizes.length > 0), leftOut };
    }),
  }),
};

async function makeSelect(list: List, name: string): Promise<ReturnType<typeof selectWithPeer>> {
  if (name === HAND_WRITTEN) return selectByHand(list);
  const entry = peerNamed(name);
  return selectWithPeer(list, entry, await entry.load());
}
