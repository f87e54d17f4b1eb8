import { asParsed } from "./as-parsed.js";
import { COUNTRIES, DOMAINS, type Message, makeMessage, PLANS } from "./message.js";
import { Random } from "./random.js";
import { all, any, atLeast, between, endsWith, equal, not, oneOf, type Rule } from "./rule.js";
import type { Decide } from "./workload.js";

/** One rule, the messages to try it on, and the same rule as a person would write it. */
export interface PredicateCase {
  readonly name: string;
  readonly about: string;
  readonly rule: Rule;
  readonly byHand: Decide;
  messages(count: number): Message[];
}

const EUROPEAN = ["DE", "FR", "NL", "BE"];
const NEAR = ["DE", "FR", "NL", "BE", "AT", "CH", "DK", "SE"];

/** What the package is held to: four operators over nested fields. */
const conjunction: PredicateCase = {
  name: "conjunction",
  about: "country IN 4, plan NOT_EQUAL, amount BETWEEN and email LIKE '%…', over nested fields",
  rule: all(
    oneOf("subscriber.data.country", EUROPEAN),
    not(equal("subscriber.data.plan", "free")),
    between("payload.order.amount", 100, 5000),
    endsWith("subscriber.email", "@acme.com"),
  ),
  byHand: ({ subscriber, payload }) => {
    const country = subscriber.data?.country;
    const amount = payload.order?.amount;
    return (
      country !== undefined &&
      EUROPEAN.includes(country) &&
      subscriber.data?.plan !== "free" &&
      amount !== undefined &&
      amount >= 100 &&
      amount <= 5000 &&
      subscriber.email?.endsWith("@acme.com") === true
    );
  },
  // Two fifths pass; the rest fail at each of the four in equal shares, for no rule is only ever
  // decided by its first condition.
  messages: (count) =>
    draw(count, "conjunction", (random) => {
      const fault = random.chance(0.4) ? undefined : random.integer(0, 3);
      return makeMessage(random, {
        country: random.pick(fault === 0 ? without(COUNTRIES, EUROPEAN) : EUROPEAN),
        plan: fault === 1 ? "free" : random.pick(without(PLANS, ["free"])),
        amount: fault === 2 ? random.integer(5001, 20_000) : random.integer(100, 5000),
        email: `user${random.integer(1, 99_999)}@${
          fault === 3 ? random.pick(without(DOMAINS, ["acme.com"])) : "acme.com"
        }`,
      });
    }),
};

/** Two alternatives, one of them with a negation: a rule that has grown over the years. */
const groups: PredicateCase = {
  name: "groups",
  about: "country IN 8 and plan EQUAL, or plan NOT_IN 2 and amount LARGER_EQUAL and vip EQUAL true",
  rule: any(
    all(oneOf("subscriber.data.country", NEAR), equal("subscriber.data.plan", "enterprise")),
    all(
      not(oneOf("subscriber.data.plan", ["free", "trial"])),
      atLeast("payload.order.amount", 1000),
      equal("subscriber.data.vip", true),
    ),
  ),
  byHand: ({ subscriber: { data }, payload }) => {
    const country = data?.country;
    if (data?.plan === "enterprise" && country !== undefined && NEAR.includes(country)) return true;
    const amount = payload.order?.amount;
    const paying = data?.plan !== "free" && data?.plan !== "trial";
    return paying && amount !== undefined && amount >= 1000 && data?.vip === true;
  },
  messages: (count) =>
    draw(count, "groups", (random) =>
      makeMessage(random, {
        country: random.pick(random.chance(0.5) ? NEAR : COUNTRIES),
        amount: random.integer(1, 3000),
        vip: random.chance(0.5),
      }),
    ),
};

/** The smallest rule of use: one tenant's own provider, on some plans. */
const tenant: PredicateCase = {
  name: "tenant",
  about: "tenant EQUAL and plan IN 3",
  rule: all(
    equal("tenant.id", "tenant-7"),
    oneOf("subscriber.data.plan", ["pro", "team", "enterprise"]),
  ),
  byHand: ({ subscriber, tenant }) =>
    tenant.id === "tenant-7" && PAYING.includes(subscriber.data?.plan ?? ""),
  messages: (count) =>
    draw(count, "tenant", (random) =>
      makeMessage(random, { tenant: `tenant-${random.chance(0.5) ? 7 : random.integer(1, 200)}` }),
    ),
};

const PAYING = ["pro", "team", "enterprise"];

export const PREDICATES: Readonly<Record<string, PredicateCase>> = { conjunction, groups, tenant };

export function predicateNamed(name: string): PredicateCase {
  const entry = PREDICATES[name];
  if (entry === undefined) throw new RangeError(`no rule is called ${name}`);
  return entry;
}

function without<T>(items: readonly T[], left: readonly T[]): T[] {
  return items.filter((item) => !left.includes(item));
}

/** As `JSON.parse` makes them, and one in twenty with a field missing. */
function draw(count: number, seed: string, make: (random: Random) => Message): Message[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const message = make(random);
    const lacking = random.chance(0.05) ? random.integer(0, 2) : undefined;
    const { data, email } = message.subscriber;
    if (lacking === 0) return asParsed({ ...message, subscriber: { ...(email && { email }) } });
    if (lacking === 1) return asParsed({ ...message, subscriber: { ...(data && { data }) } });
    if (lacking === 2) return asParsed({ ...message, payload: {} });
    return asParsed(message);
  });
}
