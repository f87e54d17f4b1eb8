import { describe, expect, test } from "@jest/globals";
import { createRouter, selectIntegration } from "integration-router";
import type { Raw } from "../support/build.js";
import { chain, chosen, resolved } from "./support/choose.js";
import { inOrder, MATCHING, message, type Row, row } from "./support/rows.js";
import { WAYS } from "./support/ways.js";

const match = row("match", { conditions: MATCHING });
const plain = row("plain");

describe("what it returns", () => {
  test.each<[answer: unknown, isExcluded: boolean]>([
    [true, true],
    [false, false],
    [undefined, false],
    [null, false],
    [1, false],
    ["true", false],
    [{}, false],
    [Promise.resolve(true), false],
  ])("%p excludes: %p", (answer, isExcluded) => {
    const exclude = (): boolean => answer as boolean;
    expect(chosen([plain], message(), { exclude })).toBe(isExcluded ? undefined : "plain");
  });
});

describe("what it keeps out", () => {
  const only = (name: string) => ({ exclude: (record: Row) => record.name === name });

  test("a match, and the next takes over", () => {
    const list = inOrder(match, row("next", { conditions: MATCHING }), plain);
    expect(chosen(list, message(), only("match"))).toBe("next");
    expect(chain(list, message(), only("match"))).toEqual(["next", "plain"]);
  });

  test("a default", () => {
    const list = inOrder(plain, row("spare"));
    expect(chosen(list, message(), only("plain"))).toBe("spare");
  });

  test("the one that is named, without a fallback", () => {
    const list = inOrder(plain, match);
    const named = resolved(list, message({ identifier: "plain" }), only("plain"));
    expect(named).toEqual({ integration: undefined, reason: "none" });
    const byId = resolved(list, message({ integrationId: "id-plain" }), only("plain"));
    expect(byId).toEqual({ integration: undefined, reason: "none" });
  });

  test("everything", () => {
    expect(chain(inOrder(match, plain), message(), { exclude: () => true })).toEqual([]);
  });

  test("is the caller's own record's to decide: it gets that very object", () => {
    const seen: unknown[] = [];
    const list = Object.freeze([Object.freeze(row("frozen", { breaker: { isOpen: true } }))]);
    const exclude = (record: Row): boolean => {
      seen.push(record);
      return false;
    };
    chosen(list, message(), { exclude });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((record) => record === list[0])).toBe(true);
  });
});

describe("it is asked only about what is otherwise in scope", () => {
  const outside: Readonly<Record<string, Raw>> = {
    inactive: { active: false },
    deleted: { deleted: true },
    agent: { kind: "agent" },
    email: { channel: "email" },
    environment: { _environmentId: "other" },
    organization: { _organizationId: "other" },
    provider: { providerId: "other" },
  };

  test.each(WAYS)("%s", (_, ask) => {
    const asked = new Set<string>();
    const exclude = ({ name }: Row): boolean => {
      asked.add(name);
      return true;
    };
    const list = [
      ...Object.entries(outside).map(([name, fields]) => row(name, fields)),
      null as unknown as Row,
      plain,
    ];
    const fields = { environmentId: "env", organizationId: "org", providerId: "slack" };
    ask(list, message(fields), { exclude });
    expect([...asked]).toEqual(["plain"]);

    asked.clear();
    ask(list, message({ ...fields, integrationId: "id-none" }), { exclude });
    expect([...asked]).toEqual([]);
  });

  test("and nobody is asked when a router is made", () => {
    const exclude = (): boolean => {
      throw new Error("asked");
    };
    expect(createRouter([plain, match], { exclude }).size).toBe(2);
  });
});

test("what it throws reaches the caller", () => {
  const exclude = (): boolean => {
    throw new RangeError("no circuit");
  };
  expect(() => selectIntegration([plain], message(), { exclude })).toThrow(RangeError);
  expect(() => createRouter([plain]).rank(message(), { exclude })).toThrow(RangeError);
});
