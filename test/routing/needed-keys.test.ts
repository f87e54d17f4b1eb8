import { describe, expect, test } from "@jest/globals";
import type { SelectionContext } from "integration-router";
import type { Raw } from "../support/build.js";
import { chosen } from "./support/choose.js";
import { message, type Row, row } from "./support/rows.js";
import { WAYS } from "./support/ways.js";

// What a context must give, whichever way it is asked: without it a TypeError names the key.

function tenants(...organizations: readonly unknown[]): Row[] {
  return organizations.map((_organizationId, index) => row(`row-${index}`, { _organizationId }));
}

describe.each(WAYS)("%s", (_, ask) => {
  test.each<[context: Raw]>([
    [{ channel: undefined }],
    [{ channel: null }],
    [{ channel: null, identifier: null, integrationId: undefined }],
    [{ channel: undefined, kind: "delivery" }],
    [{ channel: undefined, kind: "" }],
    [{ channel: undefined, providerId: "slack", organizationId: "org", environmentId: "env" }],
  ])("needs a channel in %p", (context) => {
    const call = (): unknown => ask([row("only")], message(context));
    expect(call).toThrow(TypeError);
    expect(call).toThrow(/\bchannel\b/);
  });

  test("needs a channel even where the list is empty", () => {
    expect(() => ask([], message({ channel: null }))).toThrow(TypeError);
  });

  test("lifts the channel for no scope and no fallback", () => {
    const call = (): unknown =>
      ask([row("only")], message({ channel: null }), { scope: "open", fallback: "any" });
    expect(call).toThrow(TypeError);
  });

  test.each([
    ["_organizationId", "organizationId", "environmentId"],
    ["_environmentId", "environmentId", "organizationId"],
  ])("needs the tenant of several: %s", (field, key, otherKey) => {
    const list = [row("a", { [field]: "a" }), row("b", { [field]: "b" })];
    for (const context of [{}, { [key]: null }, { [otherKey]: "org", identifier: "a" }]) {
      const call = (): unknown => ask(list, message(context));
      expect(call).toThrow(TypeError);
      expect(call).toThrow(new RegExp(`\\b${key}\\b`));
    }
    expect(() => ask(list, message({ [key]: "a" }))).not.toThrow();
    expect(() => ask(list, message({ [key]: "neither" }))).not.toThrow();
    expect(() => ask(list, message({ [key]: "" }))).not.toThrow();
    expect(() => ask(list, message(), { scope: "open" })).not.toThrow();
    expect(() => ask(list, message(), { scope: "strict" })).toThrow(TypeError);
  });

  test("needs the tenant for a message that names its integration, too", () => {
    const list = tenants("a", "b");
    for (const name of [{ identifier: "row-0" }, { integrationId: "id-row-0" }]) {
      expect(() => ask(list, message(name))).toThrow(TypeError);
      expect(() => ask(list, message({ ...name, channel: null }))).toThrow(TypeError);
    }
  });
});

describe("a channel is not needed", () => {
  test.each<[context: Raw]>([
    [{ identifier: "only" }],
    [{ identifier: "" }],
    [{ integrationId: "id-only" }],
    [{ integrationId: 0 }],
    [{ kind: "agent" }],
  ])("with %p", (context) => {
    const list = [row("only")];
    expect(() => chosen(list, message({ ...context, channel: undefined }))).not.toThrow();
    expect(() => chosen(list, message({ ...context, channel: null }))).not.toThrow();
  });
});

describe("the tenants of a list", () => {
  test.each<[what: string, list: readonly Row[], isOne: boolean]>([
    ["none", [], true],
    ["one", tenants("a", "a"), true],
    ["one that is absent throughout", tenants(undefined, null), true],
    ["one in two forms", tenants(7, "7"), true],
    ["two", tenants("a", "b"), false],
    ["one and an absent one", tenants("a", undefined), false],
    ["one and an empty one", tenants("a", ""), false],
    ["one and null as text", tenants("null", null), false],
  ])("%s", (_, list, isOne) => {
    const call = (): unknown => chosen(list, message());
    if (isOne) expect(call).not.toThrow();
    else expect(call).toThrow(TypeError);
  });

  test.each<[fields: Raw]>([
    [{ active: false }],
    [{ deleted: true }],
    [{ kind: "agent" }],
    [{ channel: "email" }],
    [{ providerId: "another" }],
    [{ _environmentId: "another" }],
    [{ conditions: "invalid" }],
  ])("count in every state: %p", (fields) => {
    const list = [row("mine"), row("theirs", { ...fields, _organizationId: "another" })];
    const context = message({ providerId: "slack", environmentId: "env" });
    expect(() => chosen(list, context)).toThrow(TypeError);
    expect(chosen(list, message({ ...context, organizationId: "org" }))).toBe("mine");
  });

  test("are the list's, not those that exclude lets through", () => {
    const list = tenants("a", "b");
    const exclude = ({ name }: Row): boolean => name === "row-1";
    expect(() => chosen(list, message(), { exclude })).toThrow(TypeError);
  });

  test("are not the entries that are no records", () => {
    const list = [row("only"), null, "b"] as unknown as readonly Row[];
    expect(chosen(list, message())).toBe("only");
  });

  test("in an open scope all take part, in the one order", () => {
    const list = [
      row("a", { _organizationId: "a" }),
      row("b", { _organizationId: "b", priority: 1 }),
    ];
    expect(chosen(list, message(), { scope: "open" })).toBe("b");
    expect(chosen(list, message({ organizationId: "a" }), { scope: "open" })).toBe("a");
  });
});

test("a list that is none is a TypeError", () => {
  for (const [, ask] of WAYS) {
    for (const list of [undefined, null, {}, "list", { data: [] }]) {
      expect(() => ask(list as unknown as readonly Row[], message())).toThrow(TypeError);
    }
  }
});

test("a context that is none is a TypeError", () => {
  for (const [, ask] of WAYS) {
    for (const context of [undefined, null, "email", 5, []]) {
      expect(() => ask([row("only")], context as unknown as SelectionContext)).toThrow(TypeError);
    }
  }
});
