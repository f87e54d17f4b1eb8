import { makeMessage } from "./message.js";
import type { Random } from "./random.js";
import { between } from "./rule.js";
import { type Decide, defineWorkload } from "./workload.js";

interface Window {
  readonly low: number;
  readonly high: number;
}

const VALUES = 1_000_000;
const NARROW = 20;

/** Narrow windows over many values: what only an index over intervals can tell apart. */
export const windows = defineWorkload<Window>({
  name: "windows",
  about: "20-wide windows over a million values, nothing else",
  spec: (random) => windowFrom(random.integer(1, VALUES - NARROW), NARROW),
  rule: ({ low, high }) => between("payload.order.amount", low, high),
  byHand: isInWindow,
  // Three quarters lie in some window and a quarter in none, at every size.
  messages(random, specs, count) {
    const covered = new Uint8Array(VALUES + 1);
    for (const { low, high } of specs) covered.fill(1, low, high + 1);
    return Array.from({ length: count }, () => {
      const { low, high } = random.pick(specs);
      const amount = random.chance(0.75) ? random.integer(low, high) : outside(random, covered);
      return makeMessage(random, { amount });
    });
  },
});

/** Wide windows that all lie over one another: what makes a careless index grow with the square. */
export const overlapping = defineWorkload<Window>({
  name: "overlapping",
  about: "windows each half the range wide, all overlapping",
  spec: (random) => windowFrom(random.integer(1, VALUES / 2), VALUES / 2),
  rule: ({ low, high }) => between("payload.order.amount", low, high),
  byHand: isInWindow,
  // A tenth lie past every window, so that nothing ends a scan early.
  messages: (random, _, count) =>
    Array.from({ length: count }, () =>
      makeMessage(random, { amount: random.integer(1, VALUES * 1.1) }),
    ),
});

function windowFrom(low: number, width: number): Window {
  return { low, high: low + width };
}

function isInWindow({ low, high }: Window): Decide {
  return ({ payload }) => {
    const amount = payload.order?.amount;
    return amount !== undefined && amount >= low && amount <= high;
  };
}

function outside(random: Random, covered: Uint8Array): number {
  for (;;) {
    const amount = random.integer(1, VALUES);
    if (covered[amount] === 0) return amount;
  }
}
