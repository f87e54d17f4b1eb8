import { describe, expect, test } from "@jest/globals";
import { chosen } from "./support/choose.js";
import { message, row } from "./support/rows.js";

// Which records a context lets in at all. One record stands for all of them: it is selected when it
// is in scope and nothing is when it is not. Ids have a file of their own.

describe("state", () => {
  test.each<[field: string, value: unknown, isInScope: boolean]>([
    ["active", true, true],
    ["active", false, false],
    ["active", null, false],
    ["active", undefined, false],
    ["active", 1, false],
    ["active", "true", false],
    ["active", {}, false],
    ["deleted", true, false],
    ["deleted", false, true],
    ["deleted", null, true],
    ["deleted", undefined, true],
    ["deleted", 1, true],
    ["deleted", "true", true],
  ])("%s %p: %p", (field, value, isInScope) => {
    const list = [row("only", { [field]: value })];
    expect(chosen(list, message())).toBe(isInScope ? "only" : undefined);
    expect(chosen(list, message({ identifier: "only" }))).toBe(isInScope ? "only" : undefined);
  });
});

describe("channel", () => {
  test.each<[own: unknown, wanted: unknown, isInScope: boolean]>([
    ["in_app", "in_app", true],
    ["email", "email", true],
    ["sms", "sms", true],
    ["chat", "chat", true],
    ["push", "push", true],
    ["chat", "push", false],
    ["chat", "CHAT", false],
    ["chat", "", false],
    ["", "", true],
    [undefined, "chat", false],
    [null, "chat", false],
    [["chat"], "chat", false],
  ])("%p for a message on %p: %p", (own, wanted, isInScope) => {
    const list = [row("only", { channel: own, primary: true })];
    expect(chosen(list, message({ channel: wanted }))).toBe(isInScope ? "only" : undefined);
  });

  test.each([undefined, null])(
    "%p is not given: an integration that is named comes on any channel",
    (channel) => {
      const list = [row("only", { channel: "email" })];
      expect(chosen(list, message({ channel, identifier: "only" }))).toBe("only");
      expect(chosen(list, message({ channel, integrationId: "id-only" }))).toBe("only");
    },
  );

  test("is held to where it is given beside a name", () => {
    const list = [row("only", { channel: "email" })];
    expect(chosen(list, message({ channel: "sms", identifier: "only" }))).toBeUndefined();
    expect(chosen(list, message({ channel: "sms", integrationId: "id-only" }))).toBeUndefined();
    expect(chosen(list, message({ channel: "", identifier: "only" }))).toBeUndefined();
    expect(chosen(list, message({ channel: "email", identifier: "only" }))).toBe("only");
  });
});

describe("kind", () => {
  test.each<[own: unknown, wanted: unknown, isInScope: boolean]>([
    ["delivery", undefined, true],
    ["delivery", null, true],
    ["delivery", "delivery", true],
    ["delivery", "agent", false],
    ["delivery", "", false],
    [undefined, undefined, true],
    [undefined, "delivery", true],
    [undefined, "agent", false],
    [undefined, "", false],
    [null, undefined, true],
    [null, "delivery", true],
    [null, "agent", false],
    ["agent", undefined, false],
    ["agent", null, false],
    ["agent", "agent", true],
    ["agent", "delivery", false],
    ["Agent", "agent", false],
    ["", undefined, false],
    ["", "", true],
    ["", "delivery", false],
  ])("%p for %p: %p", (own, wanted, isInScope) => {
    const list = [row("only", { kind: own })];
    expect(chosen(list, message({ kind: wanted }))).toBe(isInScope ? "only" : undefined);
  });

  test.each(["delivery", "agent", null, "something"])(
    "%p comes when it is named and no kind is given",
    (kind) => {
      const list = [row("only", { kind })];
      for (const name of [{ identifier: "only" }, { integrationId: "id-only" }]) {
        expect(chosen(list, message(name))).toBe("only");
        expect(chosen(list, message({ ...name, kind: null }))).toBe("only");
      }
    },
  );

  test("is held to where it is given beside a name", () => {
    const list = [row("only", { kind: "agent" })];
    expect(chosen(list, message({ identifier: "only", kind: "delivery" }))).toBeUndefined();
    expect(chosen(list, message({ integrationId: "id-only", kind: "" }))).toBeUndefined();
    expect(chosen(list, message({ integrationId: "id-only", kind: "agent" }))).toBe("only");
  });

  test("an agent is not held to the channel, with one of its own or without", () => {
    for (const channel of [undefined, null, "email", "sms", 5]) {
      const list = [row("only", { kind: "agent", channel })];
      expect(chosen(list, message({ kind: "agent", channel: "push" }))).toBe("only");
      expect(chosen(list, message({ kind: "agent", channel: undefined }))).toBe("only");
      expect(chosen(list, message({ identifier: "only", channel: "push" }))).toBe("only");
    }
  });
});

describe("provider", () => {
  test.each<[own: unknown, wanted: unknown, isInScope: boolean]>([
    ["slack", undefined, true],
    ["slack", null, true],
    ["slack", "slack", true],
    ["slack", "Slack", false],
    ["slack", "", false],
    ["", "", true],
    ["", undefined, true],
    [undefined, undefined, true],
    [undefined, "slack", false],
    [undefined, "undefined", false],
    [null, "null", false],
    [5, "5", false],
    ["5", 5, false],
    [{ toString: () => "slack" }, "slack", false],
  ])("%p for %p: %p", (own, wanted, isInScope) => {
    const list = [row("only", { providerId: own })];
    expect(chosen(list, message({ providerId: wanted }))).toBe(isInScope ? "only" : undefined);
  });
});

describe("identifier", () => {
  test.each<[own: unknown, wanted: unknown, isSelected: boolean]>([
    ["main", "main", true],
    ["main", "Main", false],
    ["main", "", false],
    ["", "", true],
    [undefined, "main", false],
    [undefined, "undefined", false],
    [null, "null", false],
    [5, "5", false],
    ["5", 5, false],
    [{ toString: () => "main" }, "main", false],
  ])("%p for %p: %p", (own, wanted, isSelected) => {
    const list = [row("only", { identifier: own })];
    expect(chosen(list, message({ identifier: wanted }))).toBe(isSelected ? "only" : undefined);
  });
});

test("every key that is given must fit", () => {
  const list = [row("only", { kind: "delivery" })];
  const all = {
    channel: "chat",
    kind: "delivery",
    integrationId: "id-only",
    providerId: "slack",
    environmentId: "env",
    organizationId: "org",
  };
  expect(chosen(list, message(all))).toBe("only");
  for (const key of Object.keys(all)) {
    expect(chosen(list, message({ ...all, [key]: "other" }))).toBeUndefined();
  }
});

test("nothing but the scoping keys and the sources of a context is read", () => {
  const read = new Set<PropertyKey>();
  const context = new Proxy(message({ organizationId: "org", unknown: "key" }), {
    get(target, key, receiver): unknown {
      read.add(key);
      return Reflect.get(target, key, receiver);
    },
  });
  expect(chosen([row("only"), row("other", { identifier: "other" })], context)).toBe("only");
  const allowed = new Set<PropertyKey>([
    ...["channel", "kind", "identifier", "integrationId", "providerId"],
    ...["environmentId", "organizationId", "now"],
    ...["subscriber", "payload", "tenant", "context", "workflow", "actor"],
  ]);
  expect([...read].filter((key) => !allowed.has(key))).toEqual([]);
});
