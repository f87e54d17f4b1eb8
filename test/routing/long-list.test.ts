import { expect, test } from "@jest/globals";
import {
  CHANNELS,
  createRouter,
  explainSelection,
  type RouterOptions,
  rankIntegrations,
  resolveIntegration,
} from "integration-router";
import { condition, group, type Raw } from "../support/build.js";
import { INVALID, message, type Row, row } from "./support/rows.js";

// A router is made for lists that are long: its answers over several hundred records of every sort
// are held against the functions'.

const COUNT = 600;

/** The item of a list at a place that comes round again. */
function cycle<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length];
  if (item === undefined) throw new Error("an empty cycle");
  return item;
}

const plan = (value: string): Raw => condition("EQUAL", value, "plan");

const CONDITIONS: readonly ((place: number) => unknown)[] = [
  () => undefined,
  (place) => [group([plan(`plan-${place % 9}`)])],
  (place) => [group([condition("IN", `PT, C${place % 7}`, "country")])],
  (place) => [group([condition("BETWEEN", [place % 50, (place % 50) + 20], "amount")])],
  (place) => [group([condition("LARGER", String(place % 90), "amount")], { type: "NUMBER" })],
  (place) => [group([condition("LIKE", `%@c${place % 5}.example`, "email")])],
  (place) => [group([condition("LIKE", `u${place % 5}%`, "email")])],
  (place) => [group([plan(`plan-${place % 4}`)], { isNegated: true })],
  (place) => [
    group([plan(`plan-${place % 9}`), condition("EQUAL", "C3", "country")], { value: "OR" }),
  ],
  (place) => [
    group([plan(`plan-${place % 3}`), condition("IN", "PT, C1, C2, C3", "country")]),
    group([condition("SMALLER", place % 30, "amount")]),
  ],
  () => [group([condition("EQUAL", "{{payload.home}}", "country")])],
  (place) => [group([condition("IS_DEFINED", undefined, place % 2 === 0 ? "vip" : "email")])],
  (place) => [group([condition("ANY_IN", `t${place % 6}, t9`, "tags")])],
  () => [],
];

const list: readonly Row[] = Array.from({ length: COUNT }, (_, place) =>
  row(`row-${place}`, {
    channel: cycle(CHANNELS, place),
    _organizationId: cycle(["a", "b", "c"], Math.floor(place / 5)),
    _environmentId: cycle(["dev", "prod"], Math.floor(place / 15)),
    providerId: cycle(["ses", "sendgrid", "twilio", "slack"], Math.floor(place / 7)),
    kind: place % 29 === 0 ? "agent" : undefined,
    active: place % 13 !== 0,
    deleted: place % 31 === 0,
    primary: place % 11 === 0,
    priority: ((place * 7) % 5) - 2,
    createdAt: place % 3 === 0 ? undefined : Date.UTC(2026, 0, 1 + ((place * 5) % 17)),
    conditions: place % 97 === 5 ? INVALID : cycle(CONDITIONS, Math.floor(place / 3))(place),
  }),
);

const PAYLOADS: readonly unknown[] = [
  undefined,
  { plan: "plan-1", country: "PT", home: "PT", amount: 12 },
  { plan: ["plan-2", "plan-7"], country: "C3", amount: "40", email: "u2@c3.example" },
  { plan: "plan-8", amount: 89, vip: true, tags: ["t2", "t4"], email: "nobody" },
  { country: null, home: null, amount: Number.NaN, tags: [] },
];

const OPTIONS: readonly RouterOptions<Row>[] = [
  {},
  { fallback: "any" },
  { onInvalid: "block" },
  { fallback: "none", exclude: ({ name }) => name.endsWith("3") },
];

const SCOPES: readonly Raw[] = [
  ...CHANNELS.flatMap((channel) =>
    ["a", "b"].map((organizationId) => ({ channel, organizationId, environmentId: "prod" })),
  ),
  { channel: "email", organizationId: "c", environmentId: "dev" },
  { channel: "fax", organizationId: "a", environmentId: "dev" },
  { channel: "email", organizationId: "nobody", environmentId: "dev" },
];

const ODD_SCOPES: readonly Raw[] = [
  { channel: "sms", organizationId: "a", environmentId: "dev", providerId: "ses" },
  { channel: undefined, kind: "agent", organizationId: "b", environmentId: "dev" },
  { channel: undefined, organizationId: "a", environmentId: "dev", integrationId: "id-row-31" },
  { channel: undefined, organizationId: "c", environmentId: "dev", identifier: "row-10" },
  { channel: "push", kind: "delivery", organizationId: "c", environmentId: "prod" },
];

test.each([...SCOPES, ...ODD_SCOPES])("%p", (scope) => {
  const router = createRouter(list);
  for (const payload of PAYLOADS) {
    const context = message({ ...scope, payload });
    for (const options of OPTIONS) {
      const { integration, reason } = resolveIntegration(list, context, options);
      const routed = router.resolve(context, options);
      expect([routed.integration?.name, routed.reason]).toEqual([integration?.name, reason]);
      expect(router.select(context, options) === integration).toBe(true);
      expect(router.rank(context, options).map(({ name }) => name)).toEqual(
        rankIntegrations(list, context, options).map(({ name }) => name),
      );
    }
  }
});

test("in an open scope, over all the tenants", () => {
  const router = createRouter(list, { scope: "open" });
  for (const channel of CHANNELS) {
    for (const payload of PAYLOADS) {
      const context = message({ channel, payload });
      expect(router.rank(context).map(({ name }) => name)).toEqual(
        rankIntegrations(list, context, { scope: "open" }).map(({ name }) => name),
      );
    }
  }
});

test("the explanations are the same", () => {
  const router = createRouter(list);
  for (const scope of SCOPES.slice(0, 3)) {
    const context = message({ ...scope, payload: PAYLOADS[2] });
    expect(router.explain(context)).toEqual(explainSelection(list, context));
    expect(router.explain(context, { limit: 40 })).toEqual(
      explainSelection(list, context, { limit: 40 }),
    );
  }
});

test("the messages are of every sort", () => {
  const reasons = new Set<string>();
  const chains = new Set<number>();
  for (const scope of [...SCOPES, ...ODD_SCOPES]) {
    for (const payload of PAYLOADS) {
      for (const options of OPTIONS) {
        const context = message({ ...scope, payload });
        reasons.add(resolveIntegration(list, context, options).reason);
        chains.add(rankIntegrations(list, context, options).length);
      }
    }
  }
  expect([...reasons].sort()).toEqual([
    "blocked",
    "default",
    "identifier",
    "none",
    "targeting-match",
  ]);
  expect(chains.size).toBeGreaterThan(5);
});
