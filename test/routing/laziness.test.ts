import { describe, expect, test } from "@jest/globals";
import {
  createRouter,
  explainSelection,
  rankIntegrations,
  resolveIntegration,
  selectIntegration,
} from "integration-router";
import type { Raw } from "../support/build.js";
import { type Counted, counted, untouchable } from "./support/counted.js";
import { FAILING, INVALID, MATCHING, message, type Row, row } from "./support/rows.js";

// A selection from a fresh list parses the conditions that it reaches, and no others.

interface Watched {
  readonly list: readonly Row[];
  /** The names of the records whose conditions were read. */
  readonly read: () => string[];
}

/** Records in order, each with conditions of its own that tell whether they were read. */
function watch(records: Readonly<Record<string, [conditions: readonly object[], fields?: Raw]>>) {
  const watched = Object.entries(records).map(
    ([name, [conditions, fields]]): { name: string; counter: Counted; fields: Raw } => ({
      name,
      counter: counted(conditions),
      fields: fields ?? {},
    }),
  );
  const result: Watched = {
    list: watched.map(({ name, counter, fields }, index) =>
      row(name, { priority: -index, ...fields, conditions: counter.conditions }),
    ),
    read: () => watched.filter(({ counter }) => counter.reads() > 0).map(({ name }) => name),
  };
  return result;
}

describe("select and resolve", () => {
  test.each([
    ["selectIntegration", selectIntegration],
    ["resolveIntegration", resolveIntegration],
  ] as const)("%s", (_, select) => {
    const untilMatch = watch({
      failing: [FAILING],
      invalid: [INVALID],
      empty: [[]],
      match: [MATCHING],
      after: [MATCHING],
      last: [[]],
    });
    select(untilMatch.list, message());
    expect(untilMatch.read()).toEqual(["failing", "invalid", "empty", "match"]);

    const untilBlock = watch({ failing: [FAILING], invalid: [INVALID], match: [MATCHING] });
    select(untilBlock.list, message(), { onInvalid: "block" });
    expect(untilBlock.read()).toEqual(["failing", "invalid"]);

    const all = watch({ empty: [[]], failing: [FAILING], invalid: [INVALID] });
    select(all.list, message());
    expect(all.read()).toEqual(["empty", "failing", "invalid"]);
  });

  test("what is out of scope is not read", () => {
    const { list, read } = watch({
      inactive: [MATCHING, { active: false }],
      deleted: [MATCHING, { deleted: true }],
      agent: [MATCHING, { kind: "agent" }],
      email: [MATCHING, { channel: "email" }],
      environment: [MATCHING, { _environmentId: "other" }],
      organization: [MATCHING, { _organizationId: "other" }],
      provider: [MATCHING, { providerId: "other" }],
      shut: [MATCHING],
      failing: [FAILING],
    });
    const fields = { environmentId: "env", organizationId: "org", providerId: "slack" };
    const exclude = ({ name }: Row): boolean => name === "shut";
    for (const ask of [selectIntegration, resolveIntegration, rankIntegrations, explainSelection]) {
      ask(list, message(fields), { exclude });
      expect(read()).toEqual(["failing"]);
    }
  });

  test("with an identifier nothing is read", () => {
    const { list, read } = watch({ match: [MATCHING], invalid: [INVALID], failing: [FAILING] });
    for (const identifier of ["match", "invalid", "failing", "nobody"]) {
      selectIntegration(list, message({ identifier }), { onInvalid: "block" });
      resolveIntegration(list, message({ identifier }));
      rankIntegrations(list, message({ identifier }));
    }
    expect(read()).toEqual([]);
  });

  test("the order decides what is reached, not the place in the list", () => {
    const { list, read } = watch({
      last: [MATCHING, { priority: -9 }],
      first: [MATCHING, { priority: 9 }],
    });
    selectIntegration(list, message());
    expect(read()).toEqual(["first"]);
  });

  test("conditions that throw after the match are never touched", () => {
    const after = untouchable();
    let asked = 0;
    const list = [
      row("match", { conditions: MATCHING, priority: 1 }),
      row("proxied", { conditions: after.conditions }),
      Object.defineProperty({ ...row("getter") }, "conditions", {
        get(): never {
          asked += 1;
          throw new Error("read");
        },
      }),
    ];
    const heard: unknown[] = [];
    const onIssue = (issue: unknown): void => void heard.push(issue);
    expect(selectIntegration(list, message(), { onIssue })?.name).toBe("match");
    expect(resolveIntegration(list, message(), { onIssue }).reason).toBe("targeting-match");
    expect([after.reads(), asked, heard.length]).toEqual([0, 0, 0]);
    // They are there: a message that reaches them has them set aside.
    expect(selectIntegration(list, message({ payload: {} }), { onIssue })).toBeUndefined();
    expect(after.reads()).toBeGreaterThan(0);
    expect(asked).toBeGreaterThan(0);
    expect(heard.length).toBe(2);
  });
});

describe("rank", () => {
  test("reads all in scope, up to what blocks", () => {
    const open = watch({ match: [MATCHING], invalid: [INVALID], failing: [FAILING] });
    rankIntegrations(open.list, message());
    expect(open.read()).toEqual(["match", "invalid", "failing"]);

    const blocked = watch({ match: [MATCHING], invalid: [INVALID], failing: [FAILING] });
    rankIntegrations(blocked.list, message(), { onInvalid: "block" });
    expect(blocked.read()).toEqual(["match", "invalid"]);
  });
});

describe("a router", () => {
  test("reads everything when it is made, and nothing afterwards", () => {
    const counters = [MATCHING, FAILING, INVALID, []].map(counted);
    const list = counters.map(({ conditions }, index) => row(`row-${index}`, { conditions }));
    const router = createRouter([...list, row("off", { active: false })]);
    const before = counters.map(({ reads }) => reads());
    for (const reads of before) expect(reads).toBeGreaterThan(0);
    for (const payload of [{ a: "x" }, { a: "y" }, {}]) {
      const context = message({ payload });
      router.select(context);
      router.resolve(context);
      router.rank(context, { onInvalid: "block" });
      router.explain(context);
    }
    expect(counters.map(({ reads }) => reads())).toEqual(before);
  });
});
