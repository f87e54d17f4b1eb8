import { type Contender, timeInTurn } from "../harness/measure.js";
import { groupBy, median } from "../harness/statistics.js";
import { type Done, repeat, type Suite } from "../harness/suite.js";
import { findDisagreement, mustAgree } from "../peers/agreement.js";
import { PEERS, peerNamed } from "../peers/index.js";
import { compileOurs, type Ours } from "../peers/ours.js";
import { asParsed } from "../workloads/as-parsed.js";
import type { Message } from "../workloads/message.js";
import { PREDICATES, type PredicateCase, predicateNamed } from "../workloads/predicates.js";
import { CLOSURES, CODEGEN, HAND_WRITTEN } from "./names.js";
import type { LeftOut } from "./outcome.js";

interface Input {
  readonly rule: string;
  readonly contender: string;
}

/** Nanoseconds a call, round by round, and the hand-written code's in the same rounds. */
type Output =
  | { readonly times: readonly number[]; readonly byHand: readonly number[] }
  | { readonly leftOut: string };

export interface PredicateResult {
  readonly rules: readonly RuleResult[];
}

export interface RuleResult {
  readonly name: string;
  readonly about: string;
  /** The share of the messages that pass. */
  readonly passing: number;
  /** Fastest first. */
  readonly contenders: readonly RuleTime[];
  readonly leftOut: readonly LeftOut[];
}

export interface RuleTime {
  readonly name: string;
  readonly nanoseconds: number;
  /** How many times what hand-written code takes: the median of the ratios in turn. */
  readonly ratio: number;
}

const OURS: Readonly<Record<string, Ours>> = { [CLOSURES]: "closures", [CODEGEN]: "codegen" };

const CONTENDERS = [HAND_WRITTEN, ...Object.keys(OURS), ...PEERS.map(({ name }) => name)];

/**
 * One rule as each contender evaluates it on one message after another: each in a process of its
 * own, in turn with hand-written code there, so that a slow moment of the machine slows both.
 */
export const predicate: Suite<Input, Output, PredicateResult> = {
  about: "one rule on one message",
  plan: (settings) =>
    repeat(
      settings,
      Object.keys(PREDICATES).flatMap((rule) =>
        CONTENDERS.map((contender) => ({ rule, contender })),
      ),
    ),
  label: ({ rule, contender }) => `${rule}: ${contender}`,
  async job({ rule, contender: name }, settings) {
    const entry = predicateNamed(rule);
    const messages = entry.messages(settings.messages);
    const contender = await makeContender(entry, name);
    if (contender === undefined) return { leftOut: "makes no code here" };
    const expected = messages.map(entry.byHand);
    if (name in OURS) await mustAgree(name, messages, expected, contender.call);
    const disagreement = await findDisagreement(messages, expected, contender.call);
    if (disagreement !== undefined) return { leftOut: `decides otherwise ${disagreement}` };
    const byHand = { call: entry.byHand };
    const [times = [], baseline = []] = await timeInTurn(messages, [contender, byHand], settings);
    return { times, byHand: baseline };
  },
  summarize: (done, settings) => ({
    rules: Object.values(PREDICATES).map((entry) =>
      summarizeRule(
        entry,
        entry.messages(settings.messages),
        done.filter(({ input }) => input.rule === entry.name),
      ),
    ),
  }),
};

async function makeContender(
  entry: PredicateCase,
  name: string,
): Promise<Contender<Message, boolean> | undefined> {
  if (name === HAND_WRITTEN) return { call: entry.byHand };
  const how = OURS[name];
  if (how !== undefined) {
    const passes = compileOurs(entry.rule, how);
    return passes.codegen === (how === "codegen") ? { call: passes } : undefined;
  }
  const { isAsync, load } = peerNamed(name);
  const peer = await load();
  return { call: peer.load(asParsed(peer.write(entry.rule))), isAsync };
}

function summarizeRule(
  entry: PredicateCase,
  messages: readonly Message[],
  done: readonly Done<Input, Output>[],
): RuleResult {
  const contenders: RuleTime[] = [];
  const leftOut: LeftOut[] = [];
  for (const [name, repeated] of groupBy(done, ({ input }) => input.contender)) {
    const times: number[] = [];
    const ratios: number[] = [];
    let why: string | undefined;
    for (const { output } of repeated) {
      if ("leftOut" in output) {
        why = output.leftOut;
      } else {
        times.push(...output.times);
        ratios.push(...output.times.map((time, at) => time / (output.byHand[at] ?? Number.NaN)));
      }
    }
    if (why !== undefined) leftOut.push({ name, why });
    else contenders.push({ name, nanoseconds: median(times), ratio: median(ratios) });
  }
  return {
    name: entry.name,
    about: entry.about,
    passing: messages.filter(entry.byHand).length / messages.length,
    contenders: contenders.sort((a, b) => a.ratio - b.ratio),
    leftOut,
  };
}
