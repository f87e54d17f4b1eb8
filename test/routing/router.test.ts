import { describe, expect, test } from "@jest/globals";
import {
  ConditionsError,
  createRouter,
  explainSelection,
  type Issue,
  type RouterOptions,
  rankIntegrations,
  resolveIntegration,
  selectIntegration,
} from "integration-router";
import { condition, group, type Raw } from "../support/build.js";
import { FAILING, INVALID, MATCHING, message, type Row, row } from "./support/rows.js";

/** A list with something of everything, on two channels. */
const list: readonly Row[] = [
  row("plain", { channel: "email" }),
  row("match", { channel: "email", conditions: MATCHING, createdAt: "2026-01-01" }),
  row("primary", { channel: "email", primary: true }),
  row("failing", { channel: "email", conditions: FAILING, priority: 3 }),
  row("invalid", { channel: "email", conditions: INVALID, priority: 2 }),
  row("agent", { kind: "agent", channel: undefined, conditions: MATCHING }),
  row("inactive", { channel: "email", active: false }),
  row("chat"),
  row("late-match", { channel: "email", conditions: MATCHING, priority: -1 }),
];

const contexts: readonly Raw[] = [
  { channel: "email" },
  { channel: "email", payload: {} },
  { channel: "chat" },
  { channel: "push" },
  { channel: "email", identifier: "invalid" },
  { channel: null, identifier: "nobody" },
  { channel: null, integrationId: "id-plain" },
  { channel: "email", providerId: "slack", organizationId: "org", environmentId: "env" },
  { channel: "email", organizationId: "other" },
  { channel: undefined, kind: "agent" },
];

const options: readonly RouterOptions<Row>[] = [
  {},
  { fallback: "any" },
  { fallback: "none" },
  { onInvalid: "block" },
  { onInvalid: "block", exclude: ({ name }) => name === "invalid" },
  { scope: "open", exclude: ({ name }) => name === "match" },
];

describe("answers as the functions do", () => {
  test.each(contexts)("%p", (fields) => {
    const context = message(fields);
    for (const own of options) {
      const routers = [
        [createRouter(list, own), undefined],
        [createRouter(list), own],
        [createRouter(list, { fallback: "any", onInvalid: "block" }), { ...defaults, ...own }],
      ] as const;
      for (const [router, ofCall] of routers) {
        const resolution = resolveIntegration(list, context, own);
        expect(router.resolve(context, ofCall)).toEqual(resolution);
        expect(router.resolve(context, ofCall).integration === resolution.integration).toBe(true);
        expect(router.select(context, ofCall) === selectIntegration(list, context, own)).toBe(true);
        expect(router.rank(context, ofCall)).toEqual(rankIntegrations(list, context, own));
        expect(router.explain(context, ofCall)).toEqual(explainSelection(list, context, own));
      }
    }
  });

  const defaults = { scope: "strict", fallback: "primary", onInvalid: "skip" } as const;

  test("time after time, whatever was asked between", () => {
    const router = createRouter(list);
    const ask = (): unknown[] =>
      contexts.map((fields) => [router.resolve(message(fields)), router.rank(message(fields))]);
    const first = ask();
    expect(ask()).toEqual(first);
    expect(ask()).toEqual(first);
  });

  test("in contexts of several shapes", () => {
    const router = createRouter(list);
    const context = Object.freeze({
      channel: "email",
      payload: Object.freeze({ a: "x" }),
    } as const);
    expect(router.select(context)?.name).toBe("match");
    expect(router.select({ channel: "email" })?.name).toBe("primary");
  });
});

describe("options of a call go before the router's", () => {
  const context = message({ channel: "email", payload: {} });
  const nameOf = (own: RouterOptions<Row>, ofCall?: RouterOptions<Row>): string | undefined =>
    createRouter(list, own).select(context, ofCall)?.name;
  const only = (name: string) => (record: Row) => record.name === name;

  test("fallback", () => {
    expect(nameOf({ fallback: "none" })).toBeUndefined();
    expect(nameOf({ fallback: "none" }, { fallback: "primary" })).toBe("primary");
    expect(nameOf({ fallback: "primary" }, { fallback: "none" })).toBeUndefined();
    expect(nameOf({ fallback: "none" }, { fallback: undefined })).toBeUndefined();
    expect(nameOf({ fallback: "none" }, {})).toBeUndefined();
    expect(nameOf({}, { fallback: "none" })).toBeUndefined();
  });

  test("onInvalid", () => {
    expect(nameOf({ onInvalid: "block" })).toBeUndefined();
    expect(nameOf({ onInvalid: "block" }, { onInvalid: "skip" })).toBe("primary");
    expect(nameOf({ onInvalid: "block" }, { onInvalid: undefined })).toBeUndefined();
    expect(nameOf({}, { onInvalid: "block" })).toBeUndefined();
  });

  test("exclude", () => {
    expect(nameOf({ exclude: only("primary") })).toBeUndefined();
    expect(nameOf({ exclude: only("primary") }, { exclude: only("plain") })).toBe("primary");
    expect(nameOf({ exclude: only("primary") }, { exclude: () => false })).toBe("primary");
    expect(nameOf({ exclude: only("primary") }, { exclude: undefined })).toBeUndefined();
    expect(nameOf({}, { exclude: only("primary") })).toBeUndefined();
  });

  test("scope", () => {
    const mixed = createRouter([...list, row("other", { _organizationId: "other" })]);
    const open = createRouter([...list, row("other", { _organizationId: "other" })], {
      scope: "open",
    });
    expect(() => mixed.select(context)).toThrow(TypeError);
    expect(mixed.select(context, { scope: "open" })?.name).toBe("primary");
    expect(open.select(context)?.name).toBe("primary");
    expect(open.select(context, { scope: undefined })?.name).toBe("primary");
    expect(() => open.select(context, { scope: "strict" })).toThrow(TypeError);
  });

  test("one of them leaves the others as they are", () => {
    const router = createRouter(list, { fallback: "any", onInvalid: "block" });
    const exclude = only("invalid");
    expect(router.rank(context, { exclude }).map(({ name }) => name)).toEqual(["primary", "plain"]);
    expect(router.rank(context).length).toBe(0);
  });

  test("a call's options are the call's alone", () => {
    const router = createRouter(list);
    expect(router.select(context, { fallback: "none" })).toBeUndefined();
    expect(router.select(context)?.name).toBe("primary");
  });
});

describe("its sources and limits hold for its list", () => {
  const account = [
    row("account", {
      conditions: [group([{ on: "account", field: "tier", operator: "EQUAL", value: "gold" }])],
    }),
  ];
  const context = message({ account: { tier: "gold" } });

  test("sources", () => {
    expect(createRouter(account).issues.map(({ code }) => code)).toEqual(["unknown-source"]);
    const router = createRouter(account, { sources: ["account"] });
    expect(router.issues).toEqual([]);
    expect(router.resolve(context).reason).toBe("targeting-match");
  });

  test("limits", () => {
    const deep = [row("deep", { conditions: [group([group([condition("EQUAL", "x")])])] })];
    expect(createRouter(deep).issues).toEqual([]);
    expect(createRouter(deep, { limits: { depth: 1 } }).issues.map(({ code }) => code)).toEqual([
      "too-deep",
    ]);
  });
});

describe("issues and size", () => {
  const mixed = [
    row("low", { conditions: INVALID, priority: -5 }),
    null,
    row("sound"),
    row("two", { conditions: [group([condition("EQUALS", "x")], { value: "NOR" })], priority: 9 }),
    "text",
    row("off", { conditions: "nonsense", active: false, priority: 99 }),
  ] as readonly Row[];
  const placed = (issues: readonly Issue[]): unknown[] =>
    issues.map(({ code, integration }) => [integration?.index, code]);
  const expected = [
    [0, "unknown-group-value"],
    [1, "not-an-object"],
    [3, "unknown-group-value"],
    [3, "unknown-operator"],
    [4, "not-an-object"],
    [5, "conditions-not-a-list"],
  ];

  test("the issues are all there, in the order of the list", () => {
    expect(placed(createRouter(mixed).issues)).toEqual(expected);
    expect(createRouter(list.filter(({ name }) => name !== "invalid")).issues).toEqual([]);
  });

  test("each says which record it is about, and nothing else of it", () => {
    const refs = createRouter(mixed).issues.map(({ integration }) => integration);
    expect(refs[0]).toEqual({
      _id: "id-low",
      identifier: "low",
      providerId: "slack",
      channel: "chat",
      index: 0,
    });
    expect(refs[1]).toEqual({ index: 1 });
  });

  test("the size counts the records, whatever is wrong with them", () => {
    expect(createRouter(mixed).size).toBe(4);
    expect(createRouter(list).size).toBe(list.length);
    expect(createRouter([]).size).toBe(0);
  });

  test("strict throws them all at once", () => {
    let error: unknown;
    try {
      createRouter(mixed, { strict: true });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConditionsError);
    expect(error).toBeInstanceOf(Error);
    if (error instanceof ConditionsError) {
      expect(placed(error.issues)).toEqual(expected);
      expect(error.issues).toEqual(createRouter(mixed).issues);
      expect(error.name).toBe("ConditionsError");
      expect(error.message).toContain("NOR");
    }
  });

  test("strict throws for a single record, in whatever state", () => {
    for (const fields of [{}, { active: false }, { deleted: true }, { kind: "agent" }]) {
      const records = [row("sound"), row("wrong", { ...fields, conditions: INVALID })];
      expect(() => createRouter(records, { strict: true })).toThrow(ConditionsError);
    }
    const stray = [row("sound"), undefined] as readonly Row[];
    expect(() => createRouter(stray, { strict: true })).toThrow(ConditionsError);
  });

  test("strict is satisfied by a sound list", () => {
    const sound = list.filter(({ name }) => name !== "invalid");
    expect(createRouter(sound, { strict: true }).size).toBe(sound.length);
    expect(createRouter(list, { strict: false }).size).toBe(list.length);
  });
});

describe("holds what it read of the list", () => {
  const context = message({ channel: "email" });

  test("a list that changes later changes nothing", () => {
    const records = [...list];
    const router = createRouter(records);
    const before = contexts.map((fields) => router.rank(message(fields)));
    records.reverse();
    records.push(row("urgent", { channel: "email", primary: true, priority: 99 }));
    records.push(row("stranger", { _organizationId: "other" }));
    expect(contexts.map((fields) => router.rank(message(fields)))).toEqual(before);
    records.length = 0;
    expect(contexts.map((fields) => router.rank(message(fields)))).toEqual(before);
    expect(router.size).toBe(list.length);
  });

  test("a record that changes later is selected as it was read", () => {
    const record = { ...row("only", { channel: "email", primary: true }), active: true };
    const router = createRouter([record]);
    record.active = false;
    expect(router.select(context)).toBe(record);
    expect(createRouter([record]).select(context)).toBeUndefined();
  });

  test("conditions that change later are as they were read", () => {
    const conditions: Raw[] = [...MATCHING];
    const router = createRouter([row("only", { conditions })]);
    conditions.splice(0, 1, ...FAILING);
    expect(router.select(message())?.name).toBe("only");
  });

  test("options that change later change nothing", () => {
    const own: { fallback: "primary" | "none" } = { fallback: "primary" };
    const router = createRouter(list, own);
    own.fallback = "none";
    expect(router.select(message({ channel: "email", payload: {} }))?.name).toBe("primary");
  });
});

describe("a router of no records", () => {
  const empty = createRouter<Row>([]);

  test("selects nothing", () => {
    expect(empty.select(message())).toBeUndefined();
    expect(empty.resolve(message())).toEqual({ integration: undefined, reason: "none" });
    expect(empty.resolve(message({ identifier: "any" })).reason).toBe("none");
    expect(empty.rank(message(), { fallback: "any" })).toEqual([]);
    expect(empty.explain(message())).toEqual({ reason: "none", candidates: [], omitted: 0 });
    expect([empty.size, empty.issues]).toEqual([0, []]);
  });

  test("still needs a channel, and sound options", () => {
    expect(() => empty.select({})).toThrow(TypeError);
    expect(() => empty.rank(message(), { fallback: "all" as "any" })).toThrow(TypeError);
  });
});
