import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  CHANNELS,
  OPERATOR_NAMES,
  type OperatorName,
  parseConditions,
  parseIntegrations,
  parseRules,
  selectIntegration,
  type TreeOperatorName,
} from "integration-router";
import {
  type ConditionsOptions,
  conditions,
  context,
  integration,
  integrations,
  rules,
} from "integration-router/testing";
import { holdsFor } from "../laws/law.js";
import { conditionsIn } from "./support/outcomes.js";

/** What only rules have a way to say. */
const RULE_OPERATORS: readonly TreeOperatorName[] = [
  "CONTAINS",
  "NOT_CONTAINS",
  "STARTS_WITH",
  "NOT_STARTS_WITH",
  "ENDS_WITH",
  "NOT_ENDS_WITH",
  "IS_EMPTY",
  "IS_NOT_EMPTY",
  "IS_TRUTHY",
  "MORE_THAN_X_AGO",
  "LESS_THAN_X_AGO",
  "WITHIN_LAST",
  "NOT_WITHIN_LAST",
  "EXACTLY_X_AGO",
];

/** What only conditions have a way to say, and what rules say of it in another way. */
const NOT_IN_RULES: readonly TreeOperatorName[] = [
  "LIKE",
  "NOT_LIKE",
  "ILIKE",
  "NOT_ILIKE",
  "ALL_IN",
];

/** Literals that a parser could take for something else. */
const literal = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    ",",
    "a,b",
    "[1",
    "[]",
    "\\",
    "%",
    "_",
    "a\\",
    "2026-02-30",
    "2026-02-28",
  ),
  fc.constantFrom("1", "1e3", "true", "TRUE", "{", "}", "😀", "\ud800", "__proto__"),
  fc.string().filter((text) => !/\{\{|\}\}/.test(text)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);

/** Paths that need care, in a reference too. */
const field = fc.constantFrom(
  "subscriber.plan",
  "payload.items[0].sku",
  'tenant.data["a.b"]',
  'context.["a b"].c',
  "actor.{odd}",
  "workflow.tags.length",
  "account.region",
);

const options: fc.Arbitrary<ConditionsOptions> = fc.record({
  fields: fc.dictionary(field, fc.array(literal, { minLength: 1, maxLength: 4 }), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
  // One that can always be said, so that there is something to make.
  operators: fc
    .subarray([...OPERATOR_NAMES, ...RULE_OPERATORS])
    .map((names) => [...names, "IS_DEFINED" as const]),
  sources: fc.constant(["account"]),
  maxDepth: fc.integer({ min: 1, max: 3 }),
});

describe("what is made has no issues, whatever the options", () => {
  const sources = ["account"];

  test("conditions", () => {
    holdsFor(
      100,
      fc.property(options, fc.integer(), (chosen, seed) => {
        for (const made of fc.sample(conditions(chosen), { numRuns: 5, seed })) {
          expect(parseConditions(made, { sources }).issues).toEqual([]);
        }
      }),
    );
  });

  test("rules", () => {
    holdsFor(
      100,
      fc.property(options, fc.integer(), (chosen, seed) => {
        for (const made of fc.sample(rules(chosen), { numRuns: 5, seed })) {
          expect(parseRules(made, { sources }).issues).toEqual([]);
        }
      }),
    );
  });

  test("integrations", () => {
    holdsFor(
      60,
      fc.property(options, fc.integer(), (chosen, seed) => {
        for (const made of fc.sample(integrations(chosen), { numRuns: 5, seed })) {
          expect(parseIntegrations(made, { sources }).issues).toEqual([]);
        }
      }),
    );
  });
});

describe("everything comes up", () => {
  const operatorsIn = (made: Parameters<typeof conditionsIn>[0]): ReadonlySet<string> =>
    new Set(conditionsIn(made).map(({ operator }) => operator));

  test("every operator of conditions", () => {
    const made = fc.sample(conditions(), { numRuns: 2_000, seed: 1 });
    const met = operatorsIn(made.map((groups) => ({ conditions: groups })));
    expect([...met].sort()).toEqual([...OPERATOR_NAMES].sort());
  });

  test("every operator of rules", () => {
    const made = fc.sample(rules(), { numRuns: 2_000, seed: 1 });
    const met = operatorsIn(made.map((rule) => ({ rules: rule })));
    const expected = [...OPERATOR_NAMES, ...RULE_OPERATORS].filter(
      (name) => !NOT_IN_RULES.includes(name),
    );
    expect([...met].sort()).toEqual(expected.sort());
  });

  test("records of every channel, agents, and records with conditions, with rules and with neither", () => {
    const made = fc.sample(integration(), { numRuns: 500, seed: 1 });
    expect(new Set(made.map(({ channel }) => channel))).toEqual(new Set([...CHANNELS, undefined]));
    expect(new Set(made.map(({ active }) => active))).toEqual(new Set([true, false]));
    const targetings = made.map(({ conditions: own, rules: ownRules }) => {
      return own ? "conditions" : ownRules ? "rules" : "neither";
    });
    expect(new Set(targetings)).toEqual(new Set(["conditions", "rules", "neither"]));
  });

  test("only what the options name", () => {
    const tenants = [
      { organizationId: "acme", environmentId: "production" },
      { organizationId: "zeta", environmentId: "staging" },
    ];
    const chosen = { channels: ["sms", "push"], tenants, maxLength: 3 } as const;
    const lists = fc.sample(integrations(chosen), { numRuns: 200, seed: 1 });
    expect(Math.max(...lists.map(({ length }) => length))).toBe(3);
    const channels = lists.flat().flatMap(({ channel }) => channel ?? []);
    expect(new Set(channels)).toEqual(new Set(["sms", "push"]));
    const ids = lists.flat().map((made) => `${made._organizationId} ${made._environmentId}`);
    expect(new Set(ids)).toEqual(new Set(["acme production", "zeta staging"]));
    for (const list of lists) {
      const names = list.map(({ identifier }) => identifier);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test("contexts that select, and contexts that do not", () => {
    const chosen = { channels: ["email"], maxLength: 4 } as const;
    const outcomes = fc
      .sample(fc.tuple(integrations(chosen), context(chosen)), { numRuns: 300, seed: 1 })
      .map(([list, message]) => selectIntegration(list, message) !== undefined);
    expect(new Set(outcomes)).toEqual(new Set([true, false]));
  });
});

describe("what fails shrinks to something small", () => {
  function shrunk<V>(arbitrary: fc.Arbitrary<V>, holds: (value: V) => boolean): V | undefined {
    const run = fc.check(fc.property(arbitrary, holds), { seed: 7, numRuns: 1_000 });
    return run.counterexample?.[0];
  }

  const mentions = (value: unknown, text: string): boolean => JSON.stringify(value).includes(text);

  test("conditions", () => {
    const fields = { "subscriber.plan": ["free", "pro"] } as const;
    const found = shrunk(conditions({ fields }), (made) => !mentions(made, '"IN"'));
    expect(found).toHaveLength(1);
    expect(found?.[0]?.children).toHaveLength(1);
    expect(JSON.stringify(found).length).toBeLessThan(150);
  });

  test("rules", () => {
    const fields = { "subscriber.plan": ["free", "pro"] } as const;
    const found = shrunk(rules({ fields }), (made) => !mentions(made, "startsWith"));
    expect(found).toEqual({ startsWith: [{ var: "subscriber.plan" }, "free"] });
  });

  test("an integration", () => {
    const found = shrunk(integration({ channels: ["email"] }), ({ primary }) => primary !== true);
    expect(found).toEqual({
      _environmentId: "env-1",
      _organizationId: "org-1",
      identifier: "sendgrid",
      providerId: "sendgrid",
      channel: "email",
      active: true,
      primary: true,
    });
  });

  test("integrations", () => {
    const found = shrunk(integrations({ channels: ["sms"] }), ({ length }) => length < 3);
    expect(found?.map(({ identifier }) => identifier)).toEqual([
      "twilio-1",
      "twilio-2",
      "twilio-3",
    ]);
    expect(found?.map(({ conditions: own, rules: ownRules }) => own ?? ownRules)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("a context", () => {
    const chosen = {
      channels: ["sms", "email"],
      fields: { "payload.items[1].price": [5, 50] },
    } as const;
    const found = shrunk(context(chosen), (made) => !mentions(made, "50"));
    expect(found).toEqual({
      channel: "sms",
      organizationId: "org-1",
      environmentId: "env-1",
      payload: { items: [null, { price: 50 }] },
    });
  });
});

describe("an option that is none is refused", () => {
  const plan = { "subscriber.plan": ["pro"] } as const;

  test.each<[string, () => unknown, string]>([
    [
      "a field without a source",
      () => conditions({ fields: { plan: ["pro"] } }),
      'fields: found "plan"; expected a source, a dot and a path, such as subscriber.data.plan',
    ],
    [
      "a field with a broken path",
      () => context({ fields: { "subscriber.a..b": ["pro"] } }),
      'fields: found "subscriber.a..b"; expected a source, a dot and a path, such as subscriber.data.plan',
    ],
    [
      "a literal with braces",
      () => rules({ fields: { "subscriber.plan": ["{{x}}"] } }),
      'fields["subscriber.plan"]: found {{x}}; expected strings without {{ and }}, finite numbers and booleans',
    ],
    [
      "a number that is not finite",
      () => rules({ fields: { "subscriber.plan": [Number.NaN] } }),
      'fields["subscriber.plan"]: found NaN; expected strings without {{ and }}, finite numbers and booleans',
    ],
    [
      "a field without literals",
      () => rules({ fields: { "subscriber.plan": [] } }),
      'fields["subscriber.plan"]: found none; expected at least one',
    ],
    ["no fields", () => integration({ fields: {} }), "fields: found none; expected at least one"],
    [
      "no operators",
      () => rules({ operators: [] }),
      "operators: found none; expected at least one",
    ],
    [
      "no channels",
      () => integrations({ channels: [] }),
      "channels: found none; expected at least one",
    ],
    ["no tenants", () => context({ tenants: [] }), "tenants: found none; expected at least one"],
    [
      "operators that conditions do not have",
      () => conditions({ fields: plan, operators: ["CONTAINS"] }),
      "operators: conditions have none of these; expected one that they have",
    ],
    [
      "operators that rules do not have",
      () => rules({ fields: plan, operators: ["LIKE"] }),
      "operators: rules have none of these; expected one that they have",
    ],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(new TypeError(message));
  });

  test("an operator that nobody knows", () => {
    const unknown = "SOUNDS_LIKE" as OperatorName;
    expect(() => conditions({ operators: [unknown] })).toThrow(
      /^operators: found SOUNDS_LIKE; expected some of EQUAL, /,
    );
  });
});
