import { describe, expect, test } from "@jest/globals";
import {
  createRouter,
  type Issue,
  type ParsedIntegrations,
  parseIntegrations,
  resolveIntegration,
} from "integration-router";
import { condition, deepFreeze, group, type Raw } from "../support/build.js";
import { FAILING, INVALID, MATCHING, message } from "./support/rows.js";

/** A record as the API answers it. */
function record(fields: Raw = {}): Raw {
  return {
    _id: "65f1",
    _environmentId: "env",
    _organizationId: "org",
    identifier: "sendgrid-eu",
    providerId: "sendgrid",
    channel: "email",
    kind: "delivery",
    active: true,
    deleted: false,
    primary: true,
    priority: 3,
    createdAt: "2026-03-01T09:30:00.000Z",
    conditions: MATCHING,
    credentials: { apiKey: "key" },
    ...fields,
  };
}

/** What is said about one record, as code and path. */
function said(fields: Raw): unknown[] {
  return parseIntegrations([record(fields)]).issues.map(({ code, path }) => [code, ...path]);
}

function places({ issues }: ParsedIntegrations): unknown[] {
  return issues.map(({ code, path, integration }) => [code, path, integration?.index]);
}

describe("what it takes", () => {
  const records: readonly unknown[] = [record(), record({ identifier: "ses", kind: undefined })];

  test("a list", () => {
    const { integrations, issues } = parseIntegrations(records);
    expect(issues).toEqual([]);
    expect(integrations.length).toBe(2);
    expect(integrations.every((each, index) => each === records[index])).toBe(true);
  });

  test("an answer of the API", () => {
    const { integrations, issues } = parseIntegrations({ data: records, page: 0, hasMore: false });
    expect(issues).toEqual([]);
    expect(integrations.every((each, index) => each === records[index])).toBe(true);
  });

  test("an empty one of either", () => {
    expect(parseIntegrations([])).toEqual({ integrations: [], issues: [] });
    expect(parseIntegrations({ data: [] })).toEqual({ integrations: [], issues: [] });
  });

  test("what is frozen, and leaves it as it is", () => {
    const input = deepFreeze({ data: [record(), null, record({ conditions: INVALID })] });
    expect(parseIntegrations(input).integrations.length).toBe(2);
  });

  test.each([
    undefined,
    null,
    true,
    5,
    "",
    "[]",
    {},
    { data: null },
    { data: { data: [] } },
    { data: "[]" },
    { integrations: [] },
    Object.create({ data: [record()] }),
    () => [],
    Symbol("list"),
    10n,
    new Set([record()]),
  ])("nothing else: %p", (input) => {
    const { integrations, issues } = parseIntegrations(input);
    expect(integrations).toEqual([]);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["not-a-list", []]]);
    expect(issues[0]?.message).toMatch(/found .+; expected .*list/);
    expect("integration" in (issues[0] ?? {})).toBe(false);
  });

  test("a list is its own to change", () => {
    const input = [record()];
    const { integrations } = parseIntegrations(input);
    integrations.length = 0;
    expect(input.length).toBe(1);
  });
});

describe("entries that are no objects are left out, and said", () => {
  test.each([null, undefined, "record", 5, true, 5n, Symbol("record"), () => record()])(
    "%p",
    (entry) => {
      const parsed = parseIntegrations([record(), entry, record({ identifier: "ses" })]);
      expect(parsed.integrations.map(({ identifier }) => identifier)).toEqual([
        "sendgrid-eu",
        "ses",
      ]);
      expect(places(parsed)).toEqual([["not-an-object", [], 1]]);
      expect(parsed.issues[0]?.integration).toEqual({ index: 1 });
    },
  );
});

describe("a field", () => {
  test.each<[field: string, right: readonly unknown[], wrong: readonly unknown[]]>([
    ["_id", ["a", 7, { toString: () => "a" }], [{}, ""]],
    ["_environmentId", ["a", 7, { toString: () => "a" }], [{}, ""]],
    ["_organizationId", ["a", 7, { toString: () => "a" }], [{}, ""]],
    ["identifier", ["a"], [5, true, {}, ["a"]]],
    ["providerId", ["a"], [5, true, {}, ["a"]]],
    [
      "channel",
      ["in_app", "email", "sms", "chat", "push"],
      ["Email", "fax", "", 5, true, ["email"], {}],
    ],
    ["kind", ["delivery"], ["Delivery", "other", "", 5, ["agent"], {}]],
    ["active", [true, false], [1, 0, "true", "", {}, []]],
    ["deleted", [true, false], [1, 0, "true", "", {}, []]],
    ["primary", [true, false], [1, 0, "true", "", {}, []]],
    ["priority", [0, -1, 1.5], ["1", Number.NaN, Number.POSITIVE_INFINITY, true, {}, 1n]],
    [
      "createdAt",
      ["2026-03-01", "2026-03-01 09:30", 0, new Date(0)],
      ["yesterday", "2026-02-30", "", true, {}, new Date(Number.NaN), Number.NaN],
    ],
  ])("%s of the wrong type is said, one of the right type is not", (field, right, wrong) => {
    for (const value of right) expect(said({ [field]: value })).toEqual([]);
    for (const value of wrong) {
      expect(said({ [field]: value })).toEqual([["invalid-record-field", field]]);
      const { integrations, issues } = parseIntegrations([record({ [field]: value })]);
      expect(integrations.length).toBe(1);
      expect(issues[0]?.message).toContain(field);
      expect(issues[0]?.message).toMatch(/found .+; expected .+/);
      expect(issues[0]?.integration?.index).toBe(0);
    }
  });

  test.each([undefined, null])("of %p is missing", (missing) => {
    for (const field of [
      ...["_id", "_environmentId", "_organizationId", "kind", "active", "deleted", "primary"],
      ...["priority", "createdAt", "conditions"],
    ]) {
      expect(said({ [field]: missing })).toEqual([]);
    }
    for (const field of ["identifier", "providerId", "channel"]) {
      expect(said({ [field]: missing })).toEqual([["invalid-record-field", field]]);
    }
    expect(said({ kind: "agent", channel: missing })).toEqual([]);
    expect(said({ kind: null, channel: missing })).toEqual([["invalid-record-field", "channel"]]);
  });

  test("after another is looked at too: all that is wrong is said at once", () => {
    const fields = { identifier: 5, channel: "fax", priority: "high", active: "yes" };
    const paths = said({ ...fields, conditions: [group([condition("EQUALS", "x")])] });
    expect(new Set(paths)).toEqual(
      new Set([
        ...Object.keys(fields).map((field) => ["invalid-record-field", field]),
        ["unknown-operator", "conditions", 0, "children", 0, "operator"],
      ]),
    );
    expect(paths.length).toBe(5);
  });

  test("that a selection does not read is nobody's business", () => {
    expect(said({ credentials: 5, configurations: null, name: {}, anything: Symbol("x") })).toEqual(
      [],
    );
  });

  test("the least record is sound", () => {
    const least = { identifier: "ses", providerId: "ses", channel: "email" };
    expect(parseIntegrations([least])).toEqual({ integrations: [least], issues: [] });
    const agent = { identifier: "bot", providerId: "slack", kind: "agent" };
    expect(parseIntegrations([agent])).toEqual({ integrations: [agent], issues: [] });
  });

  test("of an object without any is said three times", () => {
    expect(places(parseIntegrations([{}]))).toEqual(
      ["identifier", "providerId", "channel"].map((field) => ["invalid-record-field", [field], 0]),
    );
  });
});

describe("conditions", () => {
  test("with mistakes keep their record, and every mistake is said", () => {
    const parsed = parseIntegrations({
      data: [
        record(),
        record({ identifier: "wrong", conditions: [group([condition("EQUALS", "x"), 5])] }),
        record({ conditions: FAILING }),
      ],
    });
    expect(parsed.integrations.length).toBe(3);
    expect(places(parsed)).toEqual([
      ["unknown-operator", ["conditions", 0, "children", 0, "operator"], 1],
      ["not-a-group", ["conditions", 0, "children", 1], 1],
    ]);
    expect(parsed.issues[0]?.integration).toEqual({
      _id: "65f1",
      identifier: "wrong",
      providerId: "sendgrid",
      channel: "email",
      index: 1,
    });
  });

  test("take the caller's sources and limits", () => {
    const input = [
      record({
        conditions: [
          group([group([{ on: "account", field: "tier", operator: "EQUAL", value: "gold" }])]),
        ],
      }),
    ];
    const codes = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);
    expect(codes(parseIntegrations(input).issues)).toEqual(["unknown-source"]);
    expect(parseIntegrations(input, { sources: ["account"] }).issues).toEqual([]);
    expect(
      codes(parseIntegrations(input, { sources: ["account"], limits: { depth: 1 } }).issues),
    ).toEqual(["too-deep"]);
  });

  test("say what a router says", () => {
    const input = [record(), null, record({ conditions: INVALID }), record({ conditions: "x" })];
    const { integrations, issues } = parseIntegrations(input);
    const router = createRouter(integrations);
    const bare = (all: readonly Issue[]): unknown[] =>
      all.map(({ code, message: text, path }) => [code, text, path]);
    expect(bare(router.issues)).toEqual(
      bare(issues.filter(({ code }) => code !== "not-an-object")),
    );
  });
});

describe("its result selects like the list that it came from", () => {
  const input = [
    record({ identifier: "invalid", conditions: INVALID, priority: 9 }),
    null,
    record({ identifier: "odd", priority: "high", createdAt: "yesterday", primary: "yes" }),
    record({ identifier: "match", priority: 1 }),
    record({ identifier: "plain", conditions: null }),
    record({ identifier: 5, conditions: [], priority: 2, primary: true }),
    "text",
    record({ identifier: "agent", kind: "agent", channel: undefined }),
    record({ identifier: "off", active: "true" }),
  ];
  const raw = input as readonly object[];

  test.each<[fields: Raw]>([
    [{ channel: "email" }],
    [{ channel: "email", payload: {} }],
    [{ identifier: "invalid" }],
    [{ identifier: "odd" }],
    [{ kind: "agent", channel: null }],
    [{ channel: "push" }],
  ])("%p", (fields) => {
    const { integrations } = parseIntegrations(input);
    for (const onInvalid of ["skip", "block"] as const) {
      for (const fallback of ["primary", "any", "none"] as const) {
        const options = { onInvalid, fallback };
        const context = message(fields);
        const expected = resolveIntegration(raw, context, options);
        const parsed = resolveIntegration(integrations, context, options);
        expect(parsed.reason).toBe(expected.reason);
        expect(parsed.integration === expected.integration).toBe(true);
      }
    }
  });
});
