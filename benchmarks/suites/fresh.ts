import { selectIntegration } from "integration-router";
import { type Contender, timeInTurn } from "../harness/measure.js";
import type { Settings } from "../harness/settings.js";
import { groupBy, median } from "../harness/statistics.js";
import { repeat, type Suite } from "../harness/suite.js";
import { findDisagreement, mustAgree } from "../peers/agreement.js";
import { PEERS, peerNamed } from "../peers/index.js";
import type { PeerEntry } from "../peers/peer.js";
import type { Message } from "../workloads/message.js";
import { mix } from "../workloads/mix.js";
import { expectedRow, type List, type Row } from "../workloads/workload.js";
import { PARSE_ALONE } from "./names.js";
import { type LeftOut, type Outcome, repetitions, whyLeftOut } from "./outcome.js";

interface Input {
  readonly contender: string;
}

export interface FreshResult {
  readonly size: number;
  /** The share of the messages that a target matches. */
  readonly hits: number;
  /** Fastest first. */
  readonly contenders: readonly FreshTime[];
  readonly leftOut: readonly LeftOut[];
}

export interface FreshTime {
  readonly name: string;
  readonly nanoseconds: number;
}

const OURS = "integration-router";
const SIZE = 50;
/** A call takes so long that fewer messages than elsewhere have to do. */
const MESSAGES = 128;
const CONTENDERS = [PARSE_ALONE, OURS, ...PEERS.map(({ name }) => name)];

/** What a worker pays that loads its rows for every job: the list parsed, and one selection. */
export const fresh: Suite<Input, Outcome, FreshResult> = {
  about: `a list of ${SIZE} parsed from JSON and selected from once`,
  plan: (settings) =>
    repeat(
      settings,
      CONTENDERS.map((contender) => ({ contender })),
    ),
  label: ({ contender }) => contender,
  async job({ contender: name }, settings) {
    const list = generate(settings);
    const contender = await makeContender(list, name);
    if (name !== PARSE_ALONE) {
      const expected = list.messages.map((message) => expectedRow(list, message)._id);
      if (name === OURS) await mustAgree(name, list.messages, expected, contender.call);
      const disagreement = await findDisagreement(list.messages, expected, contender.call);
      if (disagreement !== undefined) return { leftOut: `selects otherwise ${disagreement}` };
    }
    return { times: (await timeInTurn(list.messages, [contender], settings)).flat() };
  },
  summarize(done, settings) {
    const list = generate(settings);
    const hits = list.messages.filter((message) => expectedRow(list, message) !== list.fallback);
    const contenders: FreshTime[] = [];
    const leftOut: LeftOut[] = [];
    for (const [name, repeated] of groupBy(done, ({ input }) => input.contender)) {
      const why = whyLeftOut(repeated);
      if (why !== undefined) leftOut.push({ name, why });
      else contenders.push({ name, nanoseconds: median(repetitions(repeated)) });
    }
    return {
      size: SIZE,
      hits: hits.length / list.messages.length,
      contenders: contenders.sort((a, b) => a.nanoseconds - b.nanoseconds),
      leftOut,
    };
  },
};

function generate({ messages }: Settings): List {
  return mix.generate(SIZE, Math.min(messages, MESSAGES));
}

async function makeContender(
  list: List,
  name: string,
): Promise<Contender<Message, string | undefined>> {
  if (name !== PARSE_ALONE && name !== OURS) return makePeer(list, peerNamed(name));
  // Each list in the format of who reads it, and without an order that a database would not give.
  const text = JSON.stringify(list.rows);
  if (name === PARSE_ALONE) return { call: () => parse<Row>(text)[0]?._id };
  return { call: (message) => selectIntegration(parse<Row>(text), message)?._id };
}

interface PeerRow {
  readonly _id: string;
  readonly rule?: unknown;
}

/** A peer's user has the database sort, so that the first rule that passes is the one. */
async function makePeer(
  list: List,
  { isAsync, load }: PeerEntry,
): Promise<Contender<Message, string | undefined>> {
  const peer = await load();
  const rows = list.targets.map(
    ({ row: { conditions, ...row }, rule }): PeerRow => ({ ...row, rule: peer.write(rule) }),
  );
  const text = JSON.stringify([...rows, { ...list.fallback, conditions: undefined }]);
  if (!isAsync) {
    return {
      call(message) {
        for (const { _id, rule } of parse<PeerRow>(text)) {
          if (rule === undefined || peer.load(rule)(message) === true) return _id;
        }
        return undefined;
      },
    };
  }
  return {
    isAsync,
    async call(message) {
      for (const { _id, rule } of parse<PeerRow>(text)) {
        if (rule === undefined || (await peer.load(rule)(message))) return _id;
      }
      return undefined;
    },
  };
}

function parse<T>(text: string): T[] {
  return JSON.parse(text);
}
