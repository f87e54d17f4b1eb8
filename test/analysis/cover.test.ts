import { describe, expect, test } from "@jest/globals";
import { resolveIntegration } from "integration-router";
import { type Covering, coveringContexts, type Goal } from "integration-router/analysis";
import { conditionAt } from "./support/condition-at.js";
import { chat, email, when } from "./support/records.js";

const isPro = when("plan", "EQUAL", "pro");
const inGermany = when("country", "EQUAL", "DE");

/** A goal in short: what, of which integration, and the places on the way to the condition. */
function short(goal: Goal): string {
  const { what, integration } = goal;
  const path = what === "selected" ? [] : goal.path.filter((step) => typeof step === "number");
  return [what, integration.identifier, ...path].join(" ");
}

function goals({ contexts }: Covering): readonly string[] {
  return contexts.flatMap(({ covers }) => covers.map(short)).sort();
}

describe("contexts", () => {
  const list = [
    chat("a", isPro, when("age", "LARGER", 17)),
    chat("b", { value: "OR", isNegated: true, children: [isPro, inGermany] }),
    chat("c"),
    { ...email("d"), primary: true },
  ];

  test("cover each integration, and each condition either way, once", () => {
    const covering = coveringContexts(list);
    expect(goals(covering)).toEqual(
      [
        ...["a", "b", "c", "d"].map((identifier) => `selected ${identifier}`),
        ...["a 0 0", "a 0 1", "b 0 0 0", "b 0 0 1"].flatMap((place) => [
          `passes ${place}`,
          `fails ${place}`,
        ]),
      ].sort(),
    );
    expect(covering.contexts).toHaveLength(4);
    const { unreachable, impossible, undecided } = covering;
    expect({ unreachable, impossible, undecided }).toEqual({
      unreachable: [],
      impossible: [],
      undecided: [],
    });
  });

  test("do what is said of them", () => {
    for (const { context, selects, covers } of coveringContexts(list).contexts) {
      const { integration, reason } = resolveIntegration(list, context);
      expect({ integration, reason }).toEqual({
        integration: list[selects.integration?.index ?? -1],
        reason: selects.reason,
      });
      for (const goal of covers) {
        const record = list[goal.integration.index];
        if (goal.what === "selected") expect(record).toBe(integration);
        else expect(conditionAt(record, goal.path)(context)).toBe(goal.what === "passes");
      }
    }
  });

  test("are plain data, complete with what scopes them", () => {
    const tenants = list.map((record, at) => ({
      ...record,
      _environmentId: at % 2 === 0 ? "eu" : "us",
      _organizationId: "acme",
    }));
    const { contexts } = coveringContexts(tenants);
    for (const { context } of contexts) {
      expect(JSON.parse(JSON.stringify(context))).toEqual(context);
      expect(["eu", "us"]).toContain(context.environmentId);
      expect(context).not.toHaveProperty("organizationId");
    }
  });

  test("hold nothing that they can do without", () => {
    const { contexts } = coveringContexts([chat("a", isPro), chat("b")]);
    expect(contexts.map(({ context }) => context)).toContainEqual({
      channel: "chat",
      subscriber: { plan: "pro" },
    });
    expect(contexts.map(({ context }) => context)).toContainEqual({ channel: "chat" });
    expect(contexts).toHaveLength(2);
  });
});

describe("what cannot be covered", () => {
  test("is listed: integrations with those in their way, conditions with what they cannot do", () => {
    const list = [
      chat("a", isPro),
      chat("dead", isPro, inGermany),
      chat("never", isPro, when("plan", "NOT_EQUAL", "pro")),
      chat("odd", inGermany, when("name", "NOT_LIKE", "%"), when("name", "IS_DEFINED"), {
        value: "AND",
        isNegated: true,
        children: [when("age", "BETWEEN", "2, 3")],
      }),
      { ...chat("off"), active: false },
      chat("invalid", when("plan", "EQUALS", "x")),
      email("spare"),
    ];
    const { unreachable, impossible, undecided } = coveringContexts(list);
    expect(
      unreachable.map(({ integration, by }) => [
        integration.identifier,
        by.map((each) => each.identifier),
      ]),
    ).toEqual([
      ["dead", ["a"]],
      ["never", []],
      ["spare", []],
    ]);
    expect(impossible).toEqual([]);
    expect(undecided).toEqual([]);
  });

  test("names conditions that turn out one way only", () => {
    const noBoolean = { type: "BOOLEAN", value: "AND", children: [when("a", "IN", "true, false")] };
    const empty = when("name", "BETWEEN", "b, a");
    const { impossible } = coveringContexts([
      chat("x", noBoolean),
      chat("y", { value: "OR", children: [empty, isPro] }),
    ]);
    expect(impossible.map(short)).toEqual(["passes y 0 0 0"]);
  });
});

test("without records there is nothing to cover", () => {
  expect(coveringContexts([])).toEqual({
    contexts: [],
    unreachable: [],
    impossible: [],
    undecided: [],
  });
});

test("what a source of the caller's own would have to spoil is undecided", () => {
  const ofChannel = { on: "channel", field: "name", operator: "EQUAL", value: "x" };
  const { contexts, undecided } = coveringContexts([chat("a", ofChannel), chat("b")], {
    sources: ["channel"],
  });
  expect(contexts.map(({ selects }) => selects.integration?.identifier)).toEqual(["b"]);
  expect(undecided.map(({ goal }) => short(goal))).toEqual(["selected a", "passes a 0 0"]);
  for (const { because } of undecided) expect(because).toContain("could not be confirmed");
});

test("a goal that goes over a budget is undecided", () => {
  const list = [chat("a", isPro, when("age", "LARGER", "{{payload.age}}")), chat("b")];
  const { undecided } = coveringContexts(list, { steps: 1 });
  expect(undecided.map(({ goal }) => goal.what)).toContain("selected");
});
