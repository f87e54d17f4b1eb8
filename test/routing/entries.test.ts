import { describe, expect, test } from "@jest/globals";
import {
  createRouter,
  type Issue,
  parseIntegrations,
  resolveIntegration,
  selectIntegration,
} from "integration-router";
import { deepFreeze } from "../support/build.js";
import { chain, chosen, resolved } from "./support/choose.js";
import { FAILING, INVALID, MATCHING, message, type Row, row } from "./support/rows.js";
import { WAYS } from "./support/ways.js";

// What a list can hold beside sound records.

/** A list of anything, in the type that the functions ask for. */
function listOf(...entries: readonly unknown[]): readonly Row[] {
  return entries as readonly Row[];
}

/** What a selection reports, as code, path and index. */
function reportsOf(list: readonly Row[]): unknown[] {
  const reports: Issue[] = [];
  selectIntegration(list, message(), { onIssue: (_, issues) => reports.push(...issues) });
  expect(createRouter(list).issues).toEqual(reports);
  return reports.map(({ code, path, integration }) => [code, path, integration?.index]);
}

describe("an entry that is no object is skipped and reported", () => {
  test.each([undefined, null, true, 0, 5, 5n, "", "slack", Symbol("slack"), () => row("function")])(
    "%p",
    (entry) => {
      const list = listOf(row("first"), entry, row("last", { priority: -1 }));
      expect(chain(list, message())).toEqual(["first", "last"]);
      expect(reportsOf(list)).toEqual([["not-an-object", [], 1]]);
      expect(createRouter(list).size).toBe(2);
    },
  );

  test("a hole in the list", () => {
    const list: Row[] = [];
    list[2] = row("last");
    expect(chosen(list, message())).toBe("last");
    expect(reportsOf(list)).toEqual([
      ["not-an-object", [], 0],
      ["not-an-object", [], 1],
    ]);
  });

  test("one and all", () => {
    const list = listOf(null, "a", 1);
    expect(resolved(list, message())).toEqual({ integration: undefined, reason: "none" });
    expect(resolved(list, message(), { onInvalid: "block" }).reason).toBe("none");
    expect(reportsOf(list).length).toBe(3);
  });

  test("its report names the place, and of the entry nothing but its kind", () => {
    const [issue] = createRouter(listOf("sk-live-1234")).issues;
    expect(issue?.integration).toEqual({ index: 0 });
    expect(issue?.message).toMatch(/string/);
    expect(issue?.message).not.toContain("sk-live");
  });
});

describe("a record that throws when it is read", () => {
  const revoked = (): object => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const refusing = (): object =>
    new Proxy(
      {},
      {
        get(): never {
          throw new Error("closed");
        },
      },
    );
  const throwingAt = (field: string): object =>
    Object.defineProperty({ ...row("throwing") }, field, {
      enumerable: true,
      get(): never {
        throw new Error("closed");
      },
    });
  const records: [what: string, record: () => object][] = [
    ["a proxy that refuses", refusing],
    ["a revoked proxy", revoked],
    ...["_id", "_environmentId", "_organizationId", "identifier", "providerId"].map(
      (field): [string, () => object] => [`at ${field}`, () => throwingAt(field)],
    ),
    ...["channel", "kind", "active", "deleted", "primary", "priority", "createdAt"].map(
      (field): [string, () => object] => [`at ${field}`, () => throwingAt(field)],
    ),
  ];

  test.each(records)("%s, is skipped and reported", (_, record) => {
    const list = listOf(row("first"), record(), row("last", { priority: -1 }));
    expect(chain(list, message())).toEqual(["first", "last"]);
    expect(reportsOf(list)).toEqual([["unreadable", [], 1]]);
  });

  test.each(records)("%s, stops nobody from asking", (_, record) => {
    for (const [, ask] of WAYS) expect(() => ask(listOf(record()), message())).not.toThrow();
    expect(() => parseIntegrations([record()])).not.toThrow();
  });

  test("in its conditions alone, is set aside as invalid", () => {
    const list = listOf(row("first"), throwingAt("conditions"));
    expect(chosen(list, message())).toBe("first");
    expect(reportsOf(list)).toEqual([["unreadable", ["conditions"], 1]]);
    expect(resolveIntegration(list, message(), { onInvalid: "block" }).reason).toBe("blocked");
    expect(chosen(list, message({ identifier: "throwing" }))).toBe("throwing");
  });

  test("somewhere within its conditions, is set aside with the place", () => {
    const child = Object.defineProperty({}, "on", {
      enumerable: true,
      get(): never {
        throw new Error("closed");
      },
    });
    const conditions = [{ value: "AND", children: [...FAILING, child] }];
    const list = listOf(row("first"), row("throwing", { conditions }));
    expect(chosen(list, message())).toBe("first");
    expect(reportsOf(list)).toEqual([["unreadable", ["conditions", 0, "children", 1], 1]]);
  });

  test("as revoked conditions, is set aside as invalid", () => {
    const list = listOf(row("first"), row("throwing", { conditions: revoked() }));
    expect(chosen(list, message())).toBe("first");
    expect(chosen(list, message(), { onInvalid: "block" })).toBeUndefined();
  });
});

describe("what is unusual and sound", () => {
  test("a proxied record is selected as what it stands for, and comes back itself", () => {
    const proxied = new Proxy(row("proxied", { conditions: MATCHING }), {});
    const list = [row("plain"), proxied];
    expect(selectIntegration(list, message()) === proxied).toBe(true);
    expect(chosen(list, message())).toBe("proxied");
  });

  test("proxied conditions are conditions", () => {
    const conditions = new Proxy([new Proxy(MATCHING[0] ?? {}, {})], {});
    expect(chosen([row("plain"), row("proxied", { conditions })], message())).toBe("proxied");
  });

  test("a proxied list is a list", () => {
    expect(chosen(new Proxy([row("only")], {}), message())).toBe("only");
  });

  test("everything frozen", () => {
    const list = deepFreeze([
      row("plain", { createdAt: "2026-01-01" }),
      row("match", { conditions: [...MATCHING] }),
      row("invalid", { conditions: [...INVALID] }),
    ]);
    const context = deepFreeze(message({ subscriber: { data: [1, 2] } }));
    expect(chain(list, context)).toEqual(["match", "plain"]);
  });

  test("an instance of a class is a record", () => {
    class Stored {
      readonly name = "stored";
      readonly active = true;
      readonly channel = "chat";
      readonly conditions: unknown = MATCHING;
    }
    const stored = new Stored();
    expect(selectIntegration([stored], message()) === stored).toBe(true);
  });

  test("a record without a prototype", () => {
    const bare: Row = Object.assign(Object.create(null), row("bare"));
    expect(selectIntegration([bare], message()) === bare).toBe(true);
  });

  test("a record that is unconditional and nothing more", () => {
    const least = { active: true, channel: "push" };
    expect(selectIntegration([least], { channel: "push" }) === least).toBe(true);
  });
});
