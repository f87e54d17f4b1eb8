import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type IntegrationLike,
  resolveIntegration,
  type SelectionContext,
} from "integration-router";
import {
  type CompareOptions,
  compareSemantics,
  formatComparison,
  novu as novuSemantics,
} from "integration-router/novu";
import { argumentsOf } from "../laws/engine.js";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { novuScenario } from "../reference/arbitraries/novu-selections.js";

const email = { channel: "email", active: true };
const primary = { ...email, identifier: "primary", primary: true };

function ruled(rules: object): IntegrationLike {
  return { ...email, identifier: "ruled", rules };
}

function grouped(...groups: readonly object[]): IntegrationLike {
  return { ...email, identifier: "grouped", conditions: groups };
}

const plan = { on: "subscriber", field: "plan", operator: "EQUAL", value: "pro" };

/** The conditions that decide the only difference, of the record that is not the default. */
function partsOf(
  record: IntegrationLike,
  data: object,
  options?: CompareOptions<IntegrationLike>,
): unknown {
  const context: SelectionContext = { channel: "email", ...data };
  const { differences } = compareSemantics([record, primary], [context], options);
  expect(differences).toHaveLength(1);
  return differences[0]?.integrations.find(({ integration }) => integration.index === 0)
    ?.conditions;
}

describe("names the conditions", () => {
  test("a rule inside others", () => {
    const isAcme = { "==": [{ var: "tenant.id" }, "acme-1"] };
    const rules = { and: [{ notNull: { var: "tenant.id" } }, { "!": [{ "!": isAcme }] }] };
    const values = { expected: "acme-1", actual: "globex-1" };
    expect(partsOf(ruled(rules), { tenant: { id: "globex-1" } })).toEqual([
      {
        path: ["rules", "and", 1, "!", 0, "!"],
        on: "tenant",
        field: "id",
        operator: "==",
        standard: { passed: false, ...values },
        novu: { passed: true, ...values },
      },
    ]);
  });

  test("a condition in a group, under the group's type", () => {
    const group = {
      type: "NUMBER",
      value: "AND",
      children: [{ on: "payload", field: "n", operator: "EQUAL", value: "10" }],
    };
    expect(partsOf(grouped(group), { payload: { n: "10.0" } })).toEqual([
      {
        path: ["conditions", 0, "children", 0],
        on: "payload",
        field: "n",
        operator: "EQUAL",
        standard: { passed: true, expected: "10", actual: "10.0" },
        novu: { passed: false, expected: "10", actual: "10.0" },
      },
    ]);
  });

  test("a negated group, whose condition has one result", () => {
    const group = { isNegated: true, value: "AND", children: [plan] };
    expect(partsOf(grouped(group), { subscriber: { plan: "pro" } })).toEqual([
      {
        path: ["conditions", 0],
        operator: "NOT AND",
        standard: { passed: false },
        novu: { passed: true },
      },
    ]);
  });

  test("a group inside a group", () => {
    const group = { value: "AND", children: [{ value: "OR", children: [plan] }] };
    expect(partsOf(grouped(group), { subscriber: { plan: "pro" } })).toEqual([
      {
        path: ["conditions", 0, "children", 0],
        operator: "OR",
        standard: { passed: true },
        novu: { passed: false },
      },
    ]);
  });

  test("what is invalid by the standard, with its issues", () => {
    const group = { value: "AND", children: [{ ...plan, on: "order" }] };
    const { differences } = compareSemantics(
      [grouped(group), primary],
      [{ channel: "email", order: { plan: "pro" } } as SelectionContext],
    );
    const [, grouped0] = differences[0]?.integrations ?? [];
    expect(grouped0).toMatchObject({ standard: "invalid", novu: "selected" });
    expect(grouped0?.issues?.map(({ code }) => code)).toEqual(["unknown-source"]);
    expect(grouped0?.conditions).toEqual([
      {
        path: ["conditions", 0, "children", 0],
        on: "order",
        field: "plan",
        operator: "EQUAL",
        standard: { passed: false, invalid: true },
        novu: { passed: true, expected: "pro", actual: "pro" },
      },
    ]);
  });

  test("none where only the order differs", () => {
    const newer = { ...grouped({ value: "AND", children: [plan] }), createdAt: "2024-01-01" };
    const first = { ...newer, primary: true, createdAt: "2023-01-01" };
    const context: SelectionContext = { channel: "email", subscriber: { plan: "pro" } };
    const { differences } = compareSemantics([newer, first], [context]);
    expect(differences[0]?.integrations).toEqual([
      {
        integration: expect.objectContaining({ index: 1 }),
        standard: "selected",
        novu: "eligible",
        conditions: [],
      },
      {
        integration: expect.objectContaining({ index: 0 }),
        standard: "eligible",
        novu: "selected",
        conditions: [],
      },
    ]);
  });

  test("and the record that blocked", () => {
    const broken = { ...email, identifier: "broken", conditions: "plan = pro" };
    const { differences } = compareSemantics([broken, primary], [{ channel: "email" }], {
      onInvalid: "block",
    });
    expect(differences[0]).toMatchObject({
      standard: { reason: "blocked" },
      novu: { reason: "default", selected: { identifier: "primary" } },
    });
    expect(differences[0]?.integrations.map(({ standard, novu }) => [standard, novu])).toEqual([
      ["after-blocking", "selected"],
      ["invalid", "conditions-not-met"],
    ]);
  });
});

test("redact masks values, and leaves the context out", () => {
  const record = ruled({ "==": [{ var: "tenant.id" }, "acme-1"] });
  const context: SelectionContext = { channel: "email", tenant: { id: "globex-1" } };
  const comparison = compareSemantics([record, primary], [context], {
    redact: ({ field }) => field === "id",
  });
  expect(comparison.differences).toHaveLength(1);
  expect(JSON.stringify(comparison)).not.toContain("globex-1");
  expect(formatComparison(comparison)).not.toContain("globex-1");
});

test("limit bounds what is told and not what is counted", () => {
  const record = ruled({ "<": [{ var: "subscriber.age" }, 18] });
  const contexts = Array.from({ length: 5 }, (): SelectionContext => ({ channel: "email" }));
  const comparison = compareSemantics([record, primary], contexts, { limit: 2 });
  expect(comparison).toMatchObject({ compared: 5, different: 5 });
  expect(comparison.differences.map(({ index }) => index)).toEqual([0, 1]);
  expect(formatComparison(comparison)).toContain("… 3 more");
});

test("a context that cannot be selected for is named", () => {
  expect(() => compareSemantics([primary], [{ channel: "email" }, {}])).toThrow(
    /^contexts\[1\]: channel: /,
  );
});

test("what is invalid, and what has no operator, as text", () => {
  const invalid = grouped({ value: "AND", children: [{ ...plan, on: "order" }] });
  const odd = { ...ruled({ or: [{ "<": [2, { var: "payload.n" }, 1] }] }), channel: "sms" };
  const context = { channel: "email", order: { plan: "pro" } } as SelectionContext;
  const list = [invalid, primary, odd, { ...primary, channel: "sms" }];
  const [, , ...lines] = formatComparison(
    compareSemantics(list, [context, { channel: "sms", payload: { n: 3 } }]),
  ).split("\n");
  expect(lines).toEqual([
    "  primary: Novu eligible, the standard selected",
    "  grouped: Novu selected, the standard invalid",
    `    conditions[0].children[0]: order.plan EQUAL "pro", found "pro": Novu passes, the standard is invalid`,
    expect.stringContaining("order"),
    expect.stringContaining("contexts[1]"),
    "  primary: Novu eligible, the standard selected",
    "  ruled: Novu selected, the standard conditions not met",
    expect.stringContaining("rules.or[0]"),
  ]);
});

test("an error of the context's own is passed on", () => {
  const hostile = {
    get channel(): never {
      throw new RangeError("hostile");
    },
  };
  expect(() => compareSemantics([primary], [hostile])).toThrow(RangeError);
});

test("sources and limits hold for both", () => {
  const group = { value: "AND", children: [{ ...plan, on: "order" }] };
  const context = { channel: "email", order: { plan: "pro" } } as SelectionContext;
  const row = grouped(group);
  expect(compareSemantics([row, primary], [context], { sources: ["order"] }).different).toBe(0);
  const limits = { nodes: 1 };
  expect(compareSemantics([row, primary], [context], { limits }).differences).toEqual([]);
  expect(
    partsOf(
      grouped({ ...group, isNegated: true }),
      { order: {} },
      { sources: ["order"], limits: { nodes: 9 } },
    ),
  ).toMatchObject([{ operator: "NOT AND" }]);
});

test("as text", () => {
  const record = ruled({ "<": [{ var: "subscriber.age" }, 18] });
  const contexts: SelectionContext[] = [
    { channel: "email", subscriber: { age: 40 } },
    { channel: "email" },
  ];
  expect(formatComparison(compareSemantics([record, primary], contexts))).toBe(
    [
      "1 of 2 contexts select differently",
      "contexts[1]: Novu selects ruled (targeting-match), the standard primary (default)",
      "  primary: Novu eligible, the standard selected",
      "  ruled: Novu selected, the standard conditions not met",
      "    rules: subscriber.age < 18, found nothing: Novu passes, the standard fails",
    ].join("\n"),
  );
});

test("it reports exactly the contexts that are resolved differently, and why", () => {
  const differing = new Tally("scenarios that differ");
  holdsFor(
    400,
    fc.property(novuScenario, ({ list: rawList, context: data, options: given }) => {
      const { list, calls } = argumentsOf(rawList, [{ context: data, options: given }]);
      for (const { context, options } of calls) {
        const [standard, novu] = [undefined, novuSemantics].map((semantics) =>
          resolveIntegration(list, context, { ...options, semantics }),
        );
        const { compared, different, differences } = compareSemantics(list, [context], options);
        const differs = standard?.integration !== novu?.integration;
        differing.add(differs);
        expect([compared, different, differences.length]).toEqual([
          1,
          Number(differs),
          Number(differs),
        ]);
        for (const difference of differences) {
          for (const [side, resolution] of [
            [difference.standard, standard],
            [difference.novu, novu],
          ] as const) {
            expect(side.reason).toBe(resolution?.reason);
            expect(list[side.selected?.index ?? -1] === resolution?.integration).toBe(true);
          }
          const { context: own, ...plain } = difference;
          expect(own === context).toBe(true);
          expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
          for (const {
            integration,
            standard: here,
            novu: there,
            conditions,
          } of plain.integrations) {
            if (here === "selected") expect(integration).toEqual(plain.standard.selected);
            if (there === "selected") expect(integration).toEqual(plain.novu.selected);
            // What matches under one and not under the other does so because of some condition.
            if (here === "conditions-not-met" && plain.novu.reason === "targeting-match") {
              if (there === "selected") expect(conditions).not.toEqual([]);
            }
            if (there === "conditions-not-met" && plain.standard.reason === "targeting-match") {
              if (here === "selected") expect(conditions).not.toEqual([]);
            }
          }
        }
      }
    }),
  );
  differing.expectShareBetween(0.05, 0.9);
});
