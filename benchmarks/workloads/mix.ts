import { COUNTRIES, makeMessage, PLANS } from "./message.js";
import type { Random } from "./random.js";
import { all, between, equal, oneOf, type Rule } from "./rule.js";
import { defineWorkload } from "./workload.js";

interface Spec {
  readonly countries: readonly string[] | undefined;
  readonly plan: string | undefined;
  readonly amount: readonly [low: number, high: number] | undefined;
  readonly tenant: string | undefined;
}

const AMOUNTS = 1_000_000;

/** Each of four conditions with a probability of its own, so that some 14 in 1,000 match a message. */
export const mix = defineWorkload<Spec>({
  name: "mix",
  about:
    "country in 1 to 4 of 60, plan of 5, amount in a window, tenant of 200, each with some probability",
  spec(random) {
    const plan = random.chance(0.8) ? random.pick(PLANS) : undefined;
    const amount = random.chance(0.8) ? drawWindow(random) : undefined;
    const tenant = random.chance(0.3) ? `tenant-${random.integer(1, 200)}` : undefined;
    // A record without any condition would be a default, and no target.
    const none = plan === undefined && amount === undefined && tenant === undefined;
    const countries =
      none || random.chance(0.9) ? random.sample(COUNTRIES, random.integer(1, 4)) : undefined;
    return { countries, plan, amount, tenant };
  },
  rule({ countries, plan, amount, tenant }) {
    const rules: Rule[] = [];
    if (countries) rules.push(oneOf("subscriber.data.country", countries));
    if (plan) rules.push(equal("subscriber.data.plan", plan));
    if (amount) rules.push(between("payload.order.amount", ...amount));
    if (tenant) rules.push(equal("tenant.id", tenant));
    return all(...rules);
  },
  byHand({ countries, plan, amount: window, tenant }) {
    const served = countries && new Set<string | undefined>(countries);
    return ({ subscriber, payload, tenant: { id } }) => {
      if (served !== undefined && !served.has(subscriber.data?.country)) return false;
      if (plan !== undefined && subscriber.data?.plan !== plan) return false;
      if (window !== undefined) {
        const amount = payload.order?.amount;
        if (amount === undefined || amount < window[0] || amount > window[1]) return false;
      }
      return tenant === undefined || id === tenant;
    };
  },
  messages: (random, _, count) =>
    Array.from({ length: count }, () =>
      makeMessage(random, { amount: random.integer(1, AMOUNTS) }),
    ),
});

function drawWindow(random: Random): [number, number] {
  const low = random.integer(1, AMOUNTS * 0.75);
  return [low, low + AMOUNTS * 0.25];
}
