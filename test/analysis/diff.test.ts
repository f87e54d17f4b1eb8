import { describe, expect, test } from "@jest/globals";
import { type IntegrationLike, resolveIntegration } from "integration-router";
import { type DiffOptions, diffRouting } from "integration-router/analysis";
import { chat, email, when } from "./support/records.js";

const isPro = when("plan", "EQUAL", "pro");
const inGermany = when("country", "EQUAL", "DE");
const none = { differences: [], undecided: [] };

/** Which integration gives way to which. */
function changes(
  before: readonly IntegrationLike[],
  after: readonly IntegrationLike[],
  options?: DiffOptions,
): readonly string[] {
  const { differences, undecided } = diffRouting(before, after, options);
  expect(undecided).toEqual([]);
  return differences.map(
    (each) =>
      `${each.before.integration?.identifier ?? each.before.reason} → ${each.after.integration?.identifier ?? each.after.reason}`,
  );
}

describe("no difference", () => {
  const list = [chat("a", isPro), chat("b", inGermany), chat("c")];

  test("between equal lists, and lists that differ in what no selection reads", () => {
    expect(diffRouting(list, list)).toEqual(none);
    const renamed = list.map((record) => ({ ...record, credentials: { apiKey: "new" } }));
    expect(diffRouting(list, renamed)).toEqual(none);
  });

  test("where conditions are written in another way", () => {
    const before = [chat("a", when("plan", "NOT_IN", "pro, free"))];
    const either = {
      value: "OR",
      isNegated: true,
      children: [isPro, when("plan", "EQUAL", "free")],
    };
    expect(diffRouting(before, [chat("a", either)])).toEqual(none);
  });

  test("where a record moves that shares no context with those it passes", () => {
    const never = when("plan", "NOT_EQUAL", "pro");
    const before = [chat("a", isPro), chat("b", never), chat("c")];
    expect(diffRouting(before, [chat("b", never), chat("a", isPro), chat("c")])).toEqual(none);
  });

  test("where a record goes that was never reached, or was not active", () => {
    const dead = chat("dead", isPro, inGermany);
    expect(diffRouting([chat("a", isPro), dead, chat("c")], [chat("a", isPro), chat("c")])).toEqual(
      none,
    );
    expect(diffRouting(list, [...list, { ...chat("off"), priority: 9, active: false }])).toEqual(
      none,
    );
    expect(diffRouting(list, [...list, { ...chat("off"), priority: 9, deleted: true }])).toEqual(
      none,
    );
  });

  test("where a record is selected for another reason", () => {
    const either = { value: "OR", children: [isPro, when("plan", "NOT_EQUAL", "pro")] };
    expect(diffRouting([chat("a")], [chat("a", either)])).toEqual(none);
  });
});

describe("differences", () => {
  test("name both integrations, the reasons, and a context with nothing to spare", () => {
    const before = [chat("a", isPro), chat("b", inGermany), chat("c")];
    const after = [chat("a", isPro, inGermany), chat("b", inGermany), chat("c")];
    expect(diffRouting(before, after)).toEqual({
      differences: [
        {
          before: {
            integration: expect.objectContaining({ identifier: "a", index: 0 }),
            reason: "targeting-match",
          },
          after: {
            integration: expect.objectContaining({ identifier: "c", index: 2 }),
            reason: "default",
          },
          context: { channel: "chat", subscriber: { plan: "pro" } },
        },
      ],
      undecided: [],
    });
  });

  test("have each pair once, in the order of the list before, nothing last", () => {
    const before = [chat("a", isPro), chat("b", inGermany), chat("c", when("age", "LARGER", 17))];
    const after = [before[1], before[2], chat("d")].filter((record) => record !== undefined);
    expect(changes(before, after)).toEqual(["a → b", "a → c", "a → d", "none → d"]);
  });

  test("come from order alone", () => {
    const list = [chat("a", isPro), chat("b", inGermany), chat("c")];
    const raised = list.map((record) =>
      record.identifier === "b" ? { ...record, priority: 1 } : record,
    );
    expect(changes(list, raised)).toEqual(["a → b"]);
    expect(changes(list, [...list].reverse())).toEqual(["a → b"]);
  });

  test("come from the options", () => {
    const before = [{ ...email("a"), primary: true }];
    expect(changes(before, [email("a")])).toEqual(["a → none"]);
    expect(changes(before, [email("a")], { fallback: "any" })).toEqual([]);
    const bad = { ...chat("bad", when("plan", "EQUALS", "x")), priority: 1 };
    expect(changes([chat("a")], [chat("a"), bad])).toEqual([]);
    expect(changes([chat("a")], [chat("a"), bad], { onInvalid: "block" })).toEqual(["a → blocked"]);
    const added = { ...chat("b"), priority: 1 };
    expect(changes([chat("a")], [chat("a"), added])).toEqual(["a → b"]);
    const exclude = ({ identifier }: IntegrationLike): boolean => identifier === "b";
    expect(changes([chat("a")], [chat("a"), added], { exclude })).toEqual([]);
    const ofAccount = { on: "account", field: "plan", operator: "EQUAL", value: "pro" };
    const sources = ["account"];
    expect(changes([chat("a")], [chat("a"), chat("b", ofAccount)])).toEqual([]);
    expect(changes([chat("a")], [chat("a"), chat("b", ofAccount)], { sources })).toEqual(["a → b"]);
    const discord = { ...chat("b"), providerId: "discord" };
    expect(changes([chat("a")], [chat("a"), discord])).toEqual([]);
    expect(changes([chat("a")], [chat("a"), discord], { providers: true })).toEqual(["none → b"]);
  });

  test("stay within a tenant, whose keys are given where they are needed", () => {
    const tenants = ["eu", "us"].flatMap((_environmentId) =>
      [chat("a", isPro), chat("b")].map((record) => ({
        ...record,
        _id: `${record.identifier}-${_environmentId}`,
        _environmentId,
      })),
    );
    const after = tenants.filter(({ _id }) => _id !== "a-us");
    const { differences } = diffRouting(tenants, after);
    expect(differences.map(({ context }) => context)).toEqual([
      { channel: "chat", environmentId: "us", subscriber: { plan: "pro" } },
    ]);
    expect(changes(tenants, after, { scope: "open" })).toEqual(["a → b"]);
  });

  test("show in one list of an environment that the other does not have", () => {
    const before = [{ ...chat("a"), _environmentId: "eu" }];
    const after = [{ ...chat("a"), _environmentId: "us" }];
    expect(changes(before, after)).toEqual(["a → none", "none → a"]);
  });

  test("show among agents", () => {
    const agent = { ...chat("a"), kind: "agent", channel: null };
    const { differences } = diffRouting([agent], []);
    expect(differences.map(({ context }) => context)).toEqual([{ kind: "agent" }]);
  });
});

describe("what is the same record", () => {
  test("is told by _id, by identifier where there is none, by place where there is neither", () => {
    const renamed = { ...chat("a", isPro), identifier: "renamed" };
    expect(changes([chat("a", isPro)], [renamed])).toEqual([]);
    const { _id: _, ...withoutId } = chat("a", isPro);
    expect(changes([withoutId], [{ ...withoutId }])).toEqual([]);
    expect(changes([withoutId], [{ ...withoutId, identifier: "b" }])).toEqual(["a → b"]);
    const { identifier: __, ...withoutName } = withoutId;
    expect(changes([withoutName], [{ ...withoutName }])).toEqual([]);
  });

  test("is none where two records of a list have one _id", () => {
    const twice = [chat("a", isPro), { ...chat("a", inGermany), identifier: "again" }];
    expect(diffRouting(twice, [...twice].reverse())).toEqual(none);
    expect(changes(twice, [...twice, { ...chat("b", isPro), priority: 1 }])).toEqual(["a → b"]);
  });
});

describe("lists in fields", () => {
  const tenants = Array.from({ length: 4 }, (_, at) =>
    chat(`t${at}`, when("tenant", "EQUAL", `t${at}`)),
  );

  test("are looked at where a change shows in no other way", () => {
    const [first, second, ...others] = tenants;
    const swapped = [second, first, ...others].filter((record) => record !== undefined);
    const { differences } = diffRouting(tenants, swapped);
    expect(differences).toHaveLength(1);
    expect(differences[0]?.context).toEqual({
      channel: "chat",
      subscriber: { tenant: expect.arrayContaining(["t0", "t1"]) },
    });
  });

  test("are told of in full only with the option", () => {
    expect(changes(tenants, tenants.slice(1))).toEqual(["t0 → none"]);
    expect(changes(tenants, tenants.slice(1), { lists: true })).toEqual([
      "t0 → t1",
      "t0 → t2",
      "t0 → t3",
      "t0 → none",
    ]);
  });
});

describe("contexts", () => {
  test("hold plain data where that does, and are the engine's own", () => {
    const before = [chat("a", when("since", "BETWEEN", "2026-01-01, 2026-02-01")), chat("b")];
    const after = [chat("a", when("since", "BETWEEN", "2026-01-02, 2026-02-01")), chat("b")];
    const { differences } = diffRouting(before, after);
    expect(differences).toHaveLength(1);
    for (const { context, before: from, after: to } of differences) {
      expect(JSON.parse(JSON.stringify(context))).toEqual(context);
      expect(resolveIntegration(before, context)).toEqual({
        integration: before[from.integration?.index ?? -1],
        reason: from.reason,
      });
      expect(resolveIntegration(after, context)).toEqual({
        integration: after[to.integration?.index ?? -1],
        reason: to.reason,
      });
    }
  });

  test("that a source of the caller's own would have to spoil are undecided", () => {
    const ofChannel = { on: "channel", field: "name", operator: "EQUAL", value: "x" };
    const { differences, undecided } = diffRouting([chat("b")], [chat("a", ofChannel), chat("b")], {
      sources: ["channel"],
    });
    expect(differences).toEqual([]);
    expect(undecided).toEqual([
      expect.objectContaining({ because: "the context that was found could not be confirmed" }),
    ]);
  });
});

test("a pair that goes over a budget is undecided", () => {
  const before = [chat("a", isPro), chat("b")];
  const after = [chat("a", isPro, when("age", "LARGER", "{{payload.age}}")), chat("b")];
  const { differences, undecided } = diffRouting(before, after, { steps: 1, classes: 1 });
  expect([...differences, ...undecided].length).toBeGreaterThan(0);
  expect(undecided.map(({ because }) => because)).not.toContain("");
});
