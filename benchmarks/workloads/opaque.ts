import { DOMAINS, makeMessage, PLANS } from "./message.js";
import type { Random } from "./random.js";
import { all, any, between, endsWith, not, oneOf } from "./rule.js";
import { defineWorkload } from "./workload.js";

type Window = readonly [low: number, high: number];

interface Spec {
  readonly amount: Window;
  readonly weight: Window;
  readonly plans: readonly string[];
  readonly domain: string;
}

const AMOUNTS = 1_000_000;
const WEIGHTS = 10_000;

/** Nothing that an index could take hold of: negations, and ORs of them across fields. */
export const opaque = defineWorkload<Spec>({
  name: "opaque",
  about: "nothing indexable: negations and ORs across fields only",
  spec: (random) => ({
    amount: drawWindow(random, AMOUNTS),
    weight: drawWindow(random, WEIGHTS),
    plans: random.sample(PLANS, 4),
    domain: random.pick(DOMAINS),
  }),
  rule: ({ amount, weight, plans, domain }) =>
    all(
      any(
        not(between("payload.order.amount", ...amount)),
        not(between("payload.order.weight", ...weight)),
      ),
      not(any(oneOf("subscriber.data.plan", plans), endsWith("subscriber.email", `@${domain}`))),
    ),
  byHand: ({ amount, weight, plans, domain }) => {
    const refused = new Set<string | undefined>(plans);
    const suffix = `@${domain}`;
    return ({ subscriber, payload }) =>
      (isOutside(payload.order?.amount, amount) || isOutside(payload.order?.weight, weight)) &&
      !(refused.has(subscriber.data?.plan) || subscriber.email?.endsWith(suffix) === true);
  },
  messages: (random, _, count) => Array.from({ length: count }, () => makeMessage(random, {})),
});

/** Nine times as wide as the values' range, and over its edges: nine in ten cover any one value. */
function drawWindow(random: Random, last: number): Window {
  const low = random.integer(-9 * last, last);
  return [low, low + 9 * last];
}

function isOutside(value: number | undefined, [low, high]: Window): boolean {
  return value === undefined || value < low || value > high;
}
