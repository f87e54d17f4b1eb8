import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type Condition,
  type GroupType,
  type IntegrationLike,
  parseIntegrations,
  type Rules,
  type SelectionContext,
  selectIntegration,
} from "integration-router";
import { type ContextOptions, contextFor, integrations } from "integration-router/testing";
import { holdsFor } from "../laws/law.js";
import { conditionsIn, oneSided } from "./support/outcomes.js";

const NOW = Date.UTC(2026, 2, 31, 12);

function samples(
  list: readonly IntegrationLike[],
  options?: ContextOptions<IntegrationLike>,
  numRuns = 600,
): SelectionContext[] {
  return fc.sample(contextFor(list, options), { numRuns, seed: 1 });
}

function emailWith(targeting: Pick<IntegrationLike, "conditions" | "rules">): IntegrationLike {
  return { identifier: "ses", channel: "email", active: true, ...targeting };
}

/** The values that `payload.a` is given for a condition on it, each as text. */
function valuesFor(
  condition: Pick<Condition, "operator" | "value">,
  type: GroupType = "GROUP",
): readonly string[] {
  const children = [{ on: "payload", field: "a", ...condition }];
  return valuesIn(samples([emailWith({ conditions: [{ type, value: "AND", children }] })]));
}

function valuesForRule(rules: Rules): readonly string[] {
  return valuesIn(samples([emailWith({ rules })], { now: NOW }));
}

function valuesIn(contexts: readonly SelectionContext[]): readonly string[] {
  return contexts.map(({ payload }) => {
    return fc.stringify(Reflect.get(Object(payload), "a"));
  });
}

function texts(...values: readonly unknown[]): string[] {
  return values.map((value) => fc.stringify(value));
}

describe("the values at a condition's boundaries", () => {
  test("a number: exactly, the next whole ones, the next representable ones, as text", () => {
    const values = valuesFor({ operator: "LARGER", value: 10 });
    expect(values).toEqual(
      expect.arrayContaining(
        texts(10, 9, 11, 9.999999999999998, 10.000000000000002, "10", "9", "11"),
      ),
    );
  });

  test.each([
    [0, [-5e-324, 5e-324, -1, 1]],
    [-2, [-2.0000000000000004, -1.9999999999999998, -3, -1]],
    [0.1, [0.09999999999999999, 0.10000000000000002]],
    [1e308, [9.999999999999998e307, 1.0000000000000002e308]],
  ])("the numbers beside %p", (value, beside) => {
    const values = valuesFor({ operator: "SMALLER", value }, "NUMBER");
    expect(values).toEqual(expect.arrayContaining(texts(value, ...beside)));
  });

  test("a date: exactly and a millisecond off, as text, as a number and as a Date", () => {
    const values = valuesFor({ operator: "LARGER_EQUAL", value: "2026-03-01" });
    const instants = [0, -1, 1].map((off) => Date.UTC(2026, 2, 1) + off);
    const expected = instants.flatMap((at) => [at, new Date(at), new Date(at).toISOString()]);
    expect(values).toEqual(expect.arrayContaining(texts("2026-03-01", ...expected)));
  });

  test("a text: exactly, its neighbours in order, longer, shorter, in the other case", () => {
    const values = valuesFor({ operator: "SMALLER_EQUAL", value: "pro" });
    expect(values).toEqual(
      expect.arrayContaining(texts("pro", "prn", "prp", "pro\0", "pr", "prox", "xpro", "PRO")),
    );
  });

  test("a boolean: both, and as text", () => {
    const values = valuesFor({ operator: "EQUAL", value: true }, "BOOLEAN");
    expect(values).toEqual(expect.arrayContaining(texts(true, false, "true", "false")));
  });

  test("a list: each member, a stranger, lists of members alone and mixed with others", () => {
    const many = Array.from({ length: 12 }, (_, index) => `m${index}`);
    const values = valuesFor({ operator: "IN", value: many });
    expect(values).toEqual(
      expect.arrayContaining(
        texts(
          ...many,
          "stranger",
          ["m0", "m1"],
          ["m0", "m1", "stranger"],
          ["m0", "stranger", null, {}],
        ),
      ),
    );
  });

  test("a range: both bounds", () => {
    const values = valuesFor({ operator: "BETWEEN", value: [10, 20] });
    expect(values).toEqual(
      expect.arrayContaining(texts(10, 9, 11, 20, 19, 21, 20.000000000000004)),
    );
  });

  test("a pattern: what it just accepts and just refuses", () => {
    const values = valuesFor({ operator: "LIKE", value: "a_%b\\%" });
    const accepted = ["axb%", "axxb%", "a😀xyb%"];
    const refused = ["ab%", "xb%", "axb", "xaxb%", "axb%x", "AXB%"];
    expect(values).toEqual(expect.arrayContaining(texts(...accepted, ...refused)));
  });

  test("a text's end: with it and with something before and after it", () => {
    const values = valuesForRule({ startsWith: [{ var: "payload.a" }, "pro"] });
    expect(values).toEqual(expect.arrayContaining(texts("pro", "prox", "xpro", "xprox", "pr")));
  });

  test("a length of time: the instant, its tolerance and now, a millisecond off each", () => {
    const values = valuesForRule({
      exactlyXAgo: [{ var: "payload.a" }, { amount: 1, unit: "months" }],
    });
    // February has no 31st.
    const start = Date.UTC(2026, 1, 28, 12);
    const day = 24 * 60 * 60 * 1000;
    const edges = [start, start - day, start + day, NOW].flatMap((at) => [at, at - 1, at + 1]);
    expect(values).toEqual(expect.arrayContaining(texts(...edges)));
    expect(values).toEqual(expect.arrayContaining(texts(new Date(start), new Date(NOW + 1))));
  });

  test("presence: nothing, empty, falsy and truthy values", () => {
    const values = valuesForRule({ isEmpty: [{ var: "payload.a" }] });
    expect(values).toEqual(
      expect.arrayContaining(texts(undefined, null, "", [], {}, 0, 1, true, false, "x", ["x"])),
    );
  });

  test("of every condition: absent, the wrong type, an empty list, a list in a list", () => {
    const values = valuesFor({ operator: "EQUAL", value: "pro" });
    const odd = texts(undefined, null, 7, true, [], {}, [[]], Number.NaN);
    expect(values).toEqual(expect.arrayContaining(odd));
  });
});

describe("references", () => {
  const pairsFor = (targeting: Pick<IntegrationLike, "conditions" | "rules">): unknown[][] =>
    samples([emailWith(targeting)]).map(({ payload, tenant }) => [
      Reflect.get(Object(payload), "a"),
      Reflect.get(Object(tenant), "b"),
    ]);

  test("both sides are equal, unequal, just above and just below", () => {
    const pairs = pairsFor({ rules: { ">=": [{ var: "payload.a" }, { var: "tenant.b" }] } });
    const numbers = pairs.flatMap(([a, b]) => {
      return typeof a === "number" && typeof b === "number" ? [Math.sign(a - b)] : [];
    });
    // One side may be no number at all.
    expect(new Set(numbers)).toEqual(new Set([-1, 0, 1, Number.NaN]));
    expect(pairs.some(([a, b]) => typeof a === "string" && a === b)).toBe(true);
    expect(pairs.some(([a, b]) => a !== undefined && b === undefined)).toBe(true);
  });

  test("a reference for a whole list holds a list with the value, and one without", () => {
    const children = [{ on: "payload", field: "a", operator: "IN", value: "{{tenant.b}}" }];
    const pairs = pairsFor({ conditions: [{ value: "AND", children }] });
    const member = pairs.flatMap(([a, b]) => (Array.isArray(b) && a ? [b.includes(a)] : []));
    expect(new Set(member)).toEqual(new Set([true, false]));
  });

  test("a reference for a range holds two bounds, in order and not", () => {
    const children = [{ on: "payload", field: "a", operator: "BETWEEN", value: "{{tenant.b}}" }];
    const pairs = pairsFor({ conditions: [{ type: "NUMBER", value: "AND", children }] });
    const bounds = texts(...pairs.map(([, b]) => b));
    expect(bounds).toEqual(expect.arrayContaining(texts([10, 20], [20, 10], [10, 10])));
  });
});

describe("both outcomes of every condition come up", () => {
  test("in the example's integrations", () => {
    const file = readFileSync("examples/data/integrations.json", "utf8");
    const { integrations: example } = parseIntegrations(JSON.parse(file));
    const conditions = conditionsIn(example);
    expect(conditions.length).toBeGreaterThan(15);
    expect(oneSided(conditions, samples(example))).toEqual([]);
  });

  test("in random ones, but for the few that have one outcome only", () => {
    let conditions = 0;
    let missed = 0;
    holdsFor(
      60,
      fc.property(integrations({ maxLength: 3 }), (list) => {
        // A field that is compared with itself may have one outcome only.
        const own = conditionsIn(list).filter(({ field: { source, path }, operand }) => {
          return !JSON.stringify(operand).includes(`{{${source}.${path}}}`);
        });
        conditions += own.length;
        missed += oneSided(own, samples(list, {}, 250)).length;
      }),
    );
    expect(conditions).toBeGreaterThan(20);
    expect(missed / conditions).toBeLessThan(0.03);
  });

  test("though they stand together, several on one field among them", () => {
    const between: Rules = {
      and: [
        { ">": [{ var: "payload.total" }, 100] },
        { "<": [{ var: "payload.total" }, 102] },
        { "!=": [{ var: "subscriber.plan" }, "free"] },
        { in: [{ var: "subscriber.country" }, ["DE", "FR", "NL"]] },
        { endsWith: [{ var: "subscriber.email" }, "@acme.example"] },
      ],
    };
    const list = [emailWith({ rules: between })];
    const selected = samples(list, {}, 200).filter((context) => selectIntegration(list, context));
    expect(selected.length).toBeGreaterThan(20);
  });
});

describe("the keys that scope a selection", () => {
  const tenants = [
    { organizationId: "acme", environmentId: "production" },
    { organizationId: "zeta", environmentId: "staging" },
  ];

  test("are those that a selection needs, whatever the list", () => {
    holdsFor(
      60,
      fc.property(integrations({ tenants }), fc.integer(), (list, seed) => {
        for (const context of fc.sample(contextFor(list), { numRuns: 20, seed })) {
          selectIntegration(list, context);
        }
      }),
    );
  });

  test("are a channel and nothing else where the list holds one tenant", () => {
    const list = [{ ...emailWith({}), _organizationId: "acme", _environmentId: "production" }];
    expect(new Set(samples(list).map((context) => JSON.stringify(context)))).toEqual(
      new Set(['{"channel":"email"}']),
    );
  });

  test("are the records' own where it holds several, and a tenant where a record has none", () => {
    const list = [
      { ...emailWith({}), _organizationId: "acme" },
      { ...emailWith({}), channel: "sms", _organizationId: 7 },
      { ...emailWith({}), kind: "agent" },
    ];
    expect(new Set(samples(list).map((context) => JSON.stringify(context)))).toEqual(
      new Set([
        '{"channel":"email","organizationId":"acme"}',
        '{"channel":"sms","organizationId":"7"}',
        '{"kind":"agent","organizationId":"acme"}',
      ]),
    );
    const open = samples(list, { selection: { scope: "open" } });
    expect(open.every(({ organizationId }) => organizationId === undefined)).toBe(true);
  });

  test("are what is fixed, and records that it leaves out are not asked about", () => {
    const sms = { ...emailWith({ rules: { notNull: { var: "payload.a" } } }), channel: "sms" };
    const mail = emailWith({ rules: { notNull: { var: "payload.b" } } });
    const contexts = samples([sms, mail], { scope: { channel: "email" } });
    expect(contexts.every(({ channel }) => channel === "email")).toBe(true);
    expect(JSON.stringify(contexts)).toContain('"b"');
    expect(JSON.stringify(contexts)).not.toContain('"a"');
  });

  test("are there for a list that is empty, or leaves nothing in scope", () => {
    expect(samples([], {}, 5)).toEqual(Array.from({ length: 5 }, () => ({ channel: "email" })));
    const list = [{ ...emailWith({}), _organizationId: "acme" }, emailWith({})];
    const [context] = samples(list, { scope: { channel: "push" } }, 1);
    expect(context).toEqual({ channel: "push", organizationId: "acme" });
    // An agent delivers on no channel.
    const agents = [{ ...emailWith({}), kind: "agent" }];
    expect(samples(agents, { scope: { channel: "push" } }, 1)).toEqual([{ channel: "push" }]);
  });
});

describe("where values are put", () => {
  const contextsFor = (field: string, value: string): SelectionContext[] =>
    samples([emailWith({ rules: { "==": [{ var: field }, value] } })]);

  test.each([
    ["payload.items[1].sku", { items: [null, { sku: "A-1" }] }],
    ["payload.a.b.c", { a: { b: { c: "A-1" } } }],
    ['payload.["a.b"]["c d"]', { "a.b": { "c d": "A-1" } }],
    // A position that no list should be that long for is read off an object just as well.
    ["payload.items[99999999]", { items: { 99999999: "A-1" } }],
  ])("%s", (field, payload) => {
    expect(contextsFor(field, "A-1")).toContainEqual({ channel: "email", payload });
  });

  test("a property called __proto__ is one of the object's own", () => {
    const list = [emailWith({ rules: { "==": [{ var: "payload.__proto__.admin" }, "yes"] } })];
    const selected = samples(list).filter((context) => selectIntegration(list, context));
    expect(selected.length).toBeGreaterThan(0);
    expect(JSON.stringify(selected[0])).toBe(
      '{"channel":"email","payload":{"__proto__":{"admin":"yes"}}}',
    );
    expect(Reflect.get({}, "admin")).toBeUndefined();
  });

  test("a list and its length", () => {
    const rules = {
      and: [
        { "==": [{ var: "payload.tags" }, "vip"] },
        { ">": [{ var: "payload.tags.length" }, 2] },
      ],
    };
    const list = [emailWith({ rules })];
    const selected = samples(list).filter((context) => selectIntegration(list, context));
    expect(selected).toContainEqual({ channel: "email", payload: { tags: ["vip", null, null] } });
  });

  test("fixed data stays, and the fields beside it vary", () => {
    const list = [
      emailWith({
        rules: {
          and: [
            { "==": [{ var: "subscriber.data.plan" }, "pro"] },
            { "==": [{ var: "subscriber.data.country" }, "DE"] },
          ],
        },
      }),
    ];
    const scope = { channel: "email", subscriber: { data: { country: "DE" } } } as const;
    const contexts = samples(list, { scope });
    const data = contexts.map(({ subscriber }) => Reflect.get(Object(subscriber), "data"));
    expect(data.every((held) => held.country === "DE")).toBe(true);
    expect(data).toContainEqual({ country: "DE", plan: "pro" });
    expect(data).toContainEqual({ country: "DE" });
    expect(scope).toEqual({ channel: "email", subscriber: { data: { country: "DE" } } });
  });

  test("values of one's own are tried, in fields that no condition reads too", () => {
    const contexts = samples([emailWith({})], {
      values: { "subscriber.country": ["PL"], "account.region": ["eu"] },
      selection: { sources: ["account"] },
    });
    expect(contexts).toContainEqual({ channel: "email", subscriber: { country: "PL" } });
    expect(contexts).toContainEqual({ channel: "email", account: { region: "eu" } });
  });
});

describe("the clock", () => {
  const recent = emailWith({
    rules: { withinLast: [{ var: "subscriber.seenAt" }, { amount: 2, unit: "hours" }] },
  });

  test("is set where the list looks at it, and nowhere else", () => {
    const noon = new Date("2026-03-31T12:00:00Z");
    expect(samples([recent]).every(({ now }) => Number(now) === noon.getTime())).toBe(true);
    expect(samples([emailWith({})]).every(({ now }) => now === undefined)).toBe(true);
  });

  test("is the caller's", () => {
    const now = new Date("2024-02-29T00:00:00Z");
    const contexts = samples([recent], { now });
    expect(contexts.every((context) => Number(context.now) === now.getTime())).toBe(true);
    expect(JSON.stringify(contexts)).toContain("2024-02-28T22:00:00.000Z");
  });

  test("is refused where it is none", () => {
    expect(() => contextFor([recent], { now: Number.NaN })).toThrow(
      new TypeError("now: expected a date or epoch milliseconds"),
    );
  });
});

describe("contexts that fail shrink to few fields with plain values", () => {
  const list = [
    emailWith({
      rules: {
        and: [
          { in: [{ var: "subscriber.country" }, ["DE", "FR"]] },
          { ">": [{ var: "payload.total" }, 100] },
          { "!=": [{ var: "subscriber.plan" }, "free"] },
        ],
      },
    }),
  ];

  test("an odd value where anything does", () => {
    const run = fc.check(
      fc.property(contextFor(list), ({ payload }) => payload === undefined),
      { seed: 3, numRuns: 200 },
    );
    expect(run.counterexample).toEqual([{ channel: "email", payload: { total: 100 } }]);
  });

  test("what the conditions ask for, and no other field, where something is selected", () => {
    const run = fc.check(
      fc.property(contextFor(list), (context) => selectIntegration(list, context) === undefined),
      { seed: 3, numRuns: 200 },
    );
    expect(run.counterexample).toEqual([
      { channel: "email", subscriber: { country: "DE" }, payload: { total: 101 } },
    ]);
  });
});

test("records with mistakes, and entries that are none, are passed over", () => {
  const list: readonly IntegrationLike[] = JSON.parse(
    '[null, 7, { "identifier": "broken", "channel": "email", "active": true, "conditions": "?" }]',
  );
  expect(samples(list, {}, 3)).toEqual(Array.from({ length: 3 }, () => ({ channel: "email" })));
});

test("the same seed makes the same contexts", () => {
  const list = [emailWith({ rules: { ">": [{ var: "payload.total" }, 100] } })];
  expect(samples(list)).toEqual(samples(list));
});
