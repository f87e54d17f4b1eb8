import { describe, expect, test } from "@jest/globals";
import {
  createRouter,
  explainSelection,
  formatExplanation,
  type IntegrationLike,
  parseIntegrations,
  rankIntegrations,
  resolveIntegration,
  selectIntegration,
} from "integration-router";
import { codegen } from "integration-router/codegen";
import { FAILING, INVALID, inOrder, MATCHING, message, row } from "./support/rows.js";

const A = { var: "payload.a" };
const PASSING_RULES = { "==": [A, "x"] };
const FAILING_RULES = { "==": [A, "y"] };
const INVALID_RULES = { equals: [A, "x"] };
const NO_RULES = [undefined, null, {}, Object.create(null)];

/** What is selected from one record, by each way there is. */
function reasonsFor(fields: Partial<IntegrationLike>): unknown[] {
  const list = [row("only", { ...fields })];
  return [
    resolveIntegration(list, message()).reason,
    createRouter(list).resolve(message()).reason,
    createRouter(list, { codegen, index: false }).resolve(message()).reason,
    explainSelection(list, message()).reason,
  ];
}

function all(reason: string): string[] {
  return Array(4).fill(reason);
}

describe("rules take the place of conditions", () => {
  test("whatever those say", () => {
    for (const conditions of [undefined, MATCHING, FAILING, INVALID, "no list"]) {
      expect(reasonsFor({ conditions, rules: PASSING_RULES })).toEqual(all("targeting-match"));
      expect(reasonsFor({ conditions, rules: FAILING_RULES })).toEqual(all("none"));
      expect(reasonsFor({ conditions, rules: INVALID_RULES })).toEqual(all("none"));
    }
  });

  test("and are not read, where there are rules", () => {
    const record = Object.defineProperty(row("only", { rules: PASSING_RULES }), "conditions", {
      get: () => {
        throw new Error("conditions were read");
      },
    });
    expect(selectIntegration([record], message())).toBe(record);
    expect(createRouter([record]).select(message())).toBe(record);
    expect(parseIntegrations([record]).issues.map(({ path }) => path)).toEqual([]);
  });

  test.each(NO_RULES)("%j is none", (rules) => {
    expect(reasonsFor({ rules })).toEqual(all("default"));
    expect(reasonsFor({ rules, conditions: MATCHING })).toEqual(all("targeting-match"));
    expect(reasonsFor({ rules, conditions: FAILING })).toEqual(all("none"));
    expect(reasonsFor({ rules, conditions: INVALID })).toEqual(all("none"));
  });

  test("what is always true is targeting all the same, and no default", () => {
    expect(reasonsFor({ rules: true })).toEqual(all("targeting-match"));
    expect(reasonsFor({ rules: { "!": [false] } })).toEqual(all("targeting-match"));
    expect(reasonsFor({ rules: false })).toEqual(all("none"));
    expect(reasonsFor({ rules: { or: [false] } })).toEqual(all("none"));
    const [list] = [inOrder(row("plain"), row("always", { rules: true }))];
    expect(rankIntegrations(list, message()).map(({ name }) => name)).toEqual(["always", "plain"]);
  });

  class Hydrated {
    get and() {
      return [PASSING_RULES];
    }
  }

  test.each<[name: string, rules: unknown]>([
    ["a list", []],
    ["a list of rules", [PASSING_RULES]],
    ["a text", "true"],
    ["a number", 0],
    ["a function", () => true],
    ["what only inherits", Object.create(PASSING_RULES)],
    ["what has getters of its class", new Hydrated()],
    ["a Date", new Date()],
    ["a Map", new Map()],
  ])("%s is invalid", (_, rules) => {
    expect(reasonsFor({ rules, conditions: MATCHING })).toEqual(all("none"));
  });

  test("invalid rules block as invalid conditions do", () => {
    const list = inOrder(row("broken", { rules: INVALID_RULES }), row("plain"));
    expect(resolveIntegration(list, message()).integration?.name).toBe("plain");
    expect(resolveIntegration(list, message(), { onInvalid: "block" }).reason).toBe("blocked");
    expect(resolveIntegration(list, message({ identifier: "broken" })).reason).toBe("identifier");
  });
});

describe("what is made of rules is remembered by their identity", () => {
  test("and they are parsed once", () => {
    let reads = 0;
    const rules = {
      get "=="() {
        reads++;
        return [A, "x"];
      },
    };
    for (let call = 0; call < 3; call++) {
      expect(selectIntegration([row("only", { rules })], message())?.name).toBe("only");
    }
    expect(reads).toBe(1);
  });

  test("the same object means one thing as rules and another as conditions", () => {
    const both = [...MATCHING];
    const asConditions = [row("conditions", { conditions: both })];
    const asRules = [row("rules", { rules: both })];
    for (let call = 0; call < 2; call++) {
      expect(selectIntegration(asRules, message())).toBeUndefined();
      expect(selectIntegration(asConditions, message())?.name).toBe("conditions");
    }
    const object = { ...PASSING_RULES };
    for (let call = 0; call < 2; call++) {
      expect(selectIntegration([row("a", { conditions: object })], message())).toBeUndefined();
      expect(selectIntegration([row("b", { rules: object })], message())?.name).toBe("b");
    }
  });

  test("an invalid record is reported once", () => {
    const heard: string[] = [];
    const list = [row("broken", { rules: INVALID_RULES })];
    for (let call = 0; call < 2; call++) {
      selectIntegration(list, message(), { onIssue: ({ code }) => heard.push(code) });
    }
    expect(heard).toEqual(["unknown-rule-operator"]);
  });
});

describe("issues of rules", () => {
  test("are told of the record, from its rules inwards", () => {
    const { issues } = parseIntegrations([
      { ...row("fine", { rules: PASSING_RULES, conditions: INVALID }), channel: "chat" },
      row("broken", { rules: { and: [PASSING_RULES, { in: [A, "x, y"] }] } }),
    ]);
    expect(issues.map(({ code, path, integration }) => [code, path, integration?.index])).toEqual([
      ["list-expected", ["rules", "and", 1, "in", 1], 1],
    ]);
    const router = createRouter([row("broken", { rules: INVALID_RULES })]);
    expect(router.issues[0]).toMatchObject({
      code: "unknown-rule-operator",
      path: ["rules"],
      integration: { identifier: "broken", index: 0 },
    });
    expect(() => createRouter([row("broken", { rules: "x" })], { strict: true })).toThrow(
      /rules: /,
    );
  });

  test("name the property that throws", () => {
    const record = Object.defineProperty(row("only"), "rules", {
      get: () => {
        throw new Error("no rules today");
      },
    });
    const [issue, ...others] = parseIntegrations([record]).issues;
    expect([issue?.code, issue?.path, others]).toEqual(["unreadable", ["rules"], []]);
    expect(resolveIntegration([record], message()).reason).toBe("none");
  });
});

test("a router takes changed rules in", () => {
  const router = createRouter([row("a", { rules: FAILING_RULES }), row("b")]);
  expect(router.select(message())?.name).toBe("b");
  const changed = router.with({ upsert: [row("a", { rules: PASSING_RULES })] });
  expect(changed.select(message())?.name).toBe("a");
  expect(changed.with({ upsert: [row("a", { rules: {} })] }).resolve(message()).reason).toBe(
    "default",
  );
  expect(router.select(message())?.name).toBe("b");
});

test("an index finds integrations by what their rules require", () => {
  const list = Array.from({ length: 500 }, (_, place) =>
    row(`i-${place}`, { rules: { [place % 2 ? "startsWith" : "endsWith"]: [A, `${place}-`] } }),
  );
  const router = createRouter(list);
  const reads = { context: 0 };
  const context = message({
    payload: {
      get a() {
        reads.context++;
        return "437-x-84-";
      },
    },
  });
  expect(router.rank(context).map(({ name }) => name)).toEqual(["i-4", "i-84", "i-437"]);
  expect(reads.context).toBeLessThan(20);
});

test("an explanation reads alike, whichever syntax a record has", () => {
  const rules = {
    or: [
      { "==": [A, { var: "tenant.plan" }] },
      { "!": [{ isEmpty: { var: "payload.b" } }] },
      { moreThanXAgo: [{ var: "payload.seen" }, { amount: 30, unit: "days" }] },
    ],
  };
  const list = inOrder(
    row("equal", { rules: { "==": [A, { var: "tenant.plan" }] } }),
    row("empty", { rules: { "!": [{ isEmpty: { var: "payload.b" } }] } }),
    row("ago", {
      rules: { moreThanXAgo: [{ var: "payload.seen" }, { amount: 30, unit: "days" }] },
    }),
    row("once", {
      rules: { exactlyXAgo: [{ var: "payload.seen" }, { amount: 1, unit: "weeks" }] },
    }),
    row("text", { rules: { contains: [{ var: "payload.list" }, "x"] } }),
    row("never", { rules: false }),
    row("broken", { rules: { and: [{ ">=": [A, null] }] } }),
    row("any", { rules }),
    row("always", { rules: true }),
  );
  const context = message({
    tenant: { plan: "y" },
    payload: { a: "x", b: [], seen: "2024-02-20", list: ["xy"] },
    now: new Date("2024-03-01"),
  });
  expect(formatExplanation(explainSelection(list, context)).split("\n")).toEqual([
    "Selected always (slack, chat)",
    "targeting-match: the first in order whose conditions pass",
    "├─ ✘ equal (slack, chat): conditions not met",
    '│    payload.a EQUAL {{tenant.plan}} = "y", found "x"',
    "├─ ✘ empty (slack, chat): conditions not met",
    "│    must not hold: payload.b IS_EMPTY, found []",
    "├─ ✘ ago (slack, chat): conditions not met",
    '│    payload.seen MORE_THAN_X_AGO "30 days", found "2024-02-20"',
    "├─ ✘ once (slack, chat): conditions not met",
    '│    payload.seen EXACTLY_X_AGO "1 week", found "2024-02-20"',
    "├─ ✘ text (slack, chat): conditions not met",
    '│    payload.list CONTAINS "x", found ["xy"]',
    "├─ ✘ never (slack, chat): conditions not met",
    "├─ ! broken (slack, chat): invalid conditions",
    '│    rules.and[0][">="][1]: found null; expected a string, a finite number or a boolean',
    "├─ ✘ any (slack, chat): conditions not met",
    '│    payload.a EQUAL {{tenant.plan}} = "y", found "x"',
    "└─ ✔ always (slack, chat): selected",
  ]);
});
