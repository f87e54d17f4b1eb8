import { makeMessage, PLANS } from "./message.js";
import { all, equal, oneOf } from "./rule.js";
import { defineWorkload } from "./workload.js";

interface Spec {
  readonly tenant: string;
  readonly plans: readonly string[];
}

/** One integration per tenant, with the plans that it serves: the shape of a multi-tenant platform. */
export const tenants = defineWorkload<Spec>({
  name: "tenants",
  about: "one integration per tenant, tenant and plan checked",
  spec: (random, index) => ({
    tenant: `tenant-${index}`,
    plans: random.sample(PLANS, random.integer(1, 3)),
  }),
  rule: ({ tenant, plans }) =>
    all(equal("tenant.id", tenant), oneOf("subscriber.data.plan", plans)),
  byHand: ({ tenant, plans }) => {
    const served = new Set<string | undefined>(plans);
    return (message) => message.tenant.id === tenant && served.has(message.subscriber.data?.plan);
  },
  // Three quarters are served, of the rest most are of a tenant whose plan is not.
  messages: (random, specs, count) =>
    Array.from({ length: count }, () => {
      const { tenant, plans } = random.pick(specs);
      const draw = random.next();
      if (draw < 0.75) return makeMessage(random, { tenant, plan: random.pick(plans) });
      const others = PLANS.filter((plan) => !plans.includes(plan));
      if (draw < 0.9) return makeMessage(random, { tenant, plan: random.pick(others) });
      return makeMessage(random, { tenant: `unknown-${random.integer(1, 1000)}` });
    }),
});
