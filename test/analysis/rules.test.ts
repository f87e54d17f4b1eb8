import { expect, test } from "@jest/globals";
import { type IntegrationLike, resolveIntegration } from "integration-router";
import { coveringContexts, diffRouting, lintIntegrations } from "integration-router/analysis";
import { conditionAt } from "./support/condition-at.js";
import { chat, when } from "./support/records.js";

const plan = { var: "subscriber.plan" };
const country = { var: "subscriber.country" };
const seen = { var: "subscriber.seen" };

function byRules(identifier: string, rules: unknown): IntegrationLike {
  return { ...chat(identifier), rules };
}

/** What is told of records, by code and place. */
function told(...list: readonly IntegrationLike[]): readonly string[] {
  return lintIntegrations(list).diagnostics.map(
    ({ code, integration, path }) => `${code} ${[integration.identifier, ...path].join(".")}`,
  );
}

test("places in rules are told of as they are written", () => {
  const pro = { "==": [plan, "pro"] };
  const german = { "==": [country, "DE"] };
  expect(told(byRules("a", { and: [pro, german, pro] }))).toEqual([
    "removable-condition a.rules.and.2",
  ]);
  expect(told(byRules("a", { and: [pro, { "!": { or: [german, german] } }] }))).toEqual([
    "removable-condition a.rules.and.1.!.or.1",
  ]);
  expect(
    told(byRules("a", { and: [pro, { "!!": [{ "!": [{ or: [german, german] }] }] }] })),
  ).toEqual(["removable-condition a.rules.and.1.!!.0.!.0.or.1"]);
  expect(told(byRules("a", { and: [pro, true] }))).toEqual(["removable-condition a.rules.and.1"]);
  expect(told(byRules("a", { ">": [plan, "word"] }))).toEqual(["compared-as-text a.rules"]);
  expect(told(byRules("a", { "<": ["a", plan, "m"] }))).toEqual([
    "compared-as-text a.rules",
    "compared-as-text a.rules",
  ]);
  expect(told(byRules("a", { or: { "<=": ["2026-03-01", seen, "2026-03-31"] } }))).toEqual([
    "date-only-bound a.rules.or",
  ]);
  expect(told(byRules("a", { and: [pro, { log: "here" }] }))).toEqual([
    "invalid-integration a.rules.and.1",
  ]);
});

test("rules that pass always are conditions all the same", () => {
  expect(told(byRules("a", true), chat("b"))).toEqual(["always-passes a.rules", "never-reached b"]);
  expect(told(byRules("a", { and: [{ "==": [plan, null] }, { "!=": [plan, null] }] }))).toEqual([
    "never-passes a.rules",
  ]);
});

test("conditions and rules that say the same route the same", () => {
  const before = [chat("a", when("plan", "IN", "pro, free")), chat("b")];
  const after = [byRules("a", { in: [plan, ["pro", "free"]] }), chat("b")];
  expect(diffRouting(before, after)).toEqual({ differences: [], undecided: [] });
});

test("contexts of rules that read the clock have one, and hold whatever the time is", () => {
  const recent = { withinLast: [seen, { amount: 7, unit: "days" }] };
  const list = [byRules("recent", { and: [recent, { "==": [plan, "pro"] }] }), chat("rest")];
  const without = list.slice(1);
  const { differences } = diffRouting(list, without);
  expect(differences).toHaveLength(1);
  for (const { context } of differences) {
    expect(typeof context.now).toBe("number");
    expect(resolveIntegration(list, context).integration).toBe(list[0]);
  }
  const { contexts, impossible } = coveringContexts(list);
  expect(impossible).toEqual([]);
  for (const { context, covers } of contexts) {
    expect(typeof context.now).toBe("number");
    for (const goal of covers) {
      if (goal.what === "selected") continue;
      const passes = conditionAt(list[goal.integration.index], goal.path);
      expect(passes(context)).toBe(goal.what === "passes");
    }
  }
});

test("covers a condition as it is written, not what it is made of", () => {
  const list = [byRules("a", { or: [{ "==": [plan, null] }, { "<": [1, seen, 5] }] }), chat("b")];
  const { contexts, impossible } = coveringContexts(list);
  const goals = contexts
    .flatMap(({ covers }) => covers)
    .flatMap((goal) => (goal.what === "selected" ? [] : `${goal.what} ${goal.path.join(".")}`));
  expect(goals.sort()).toEqual([
    "fails rules.or.0",
    "fails rules.or.1",
    "passes rules.or.0",
    "passes rules.or.1",
  ]);
  expect(impossible).toEqual([]);
});
