import { describe, expect, test } from "@jest/globals";
import type { Fallback } from "integration-router";
import type { Raw } from "../support/build.js";
import { chain, chosen, resolved } from "./support/choose.js";
import { FAILING, MATCHING, message, type Row, row } from "./support/rows.js";

// Which unconditional integrations may be a default.

type Case = [
  kind: unknown,
  channel: unknown,
  primary: unknown,
  named: boolean,
  mayByRight: boolean,
];

const CASES: Case[] = [
  // kind, channel, primary, named by integrationId, may be a default by right
  ["delivery", "in_app", false, false, true],
  ["delivery", "in_app", true, false, true],
  ["delivery", "in_app", false, true, true],
  ["delivery", "email", false, false, false],
  ["delivery", "email", null, false, false],
  ["delivery", "email", 1, false, false],
  ["delivery", "email", "true", false, false],
  ["delivery", "email", true, false, true],
  ["delivery", "email", false, true, true],
  ["delivery", "email", true, true, true],
  ["delivery", "sms", false, false, false],
  ["delivery", "sms", true, false, true],
  ["delivery", "sms", false, true, true],
  ["delivery", "sms", true, true, true],
  ["delivery", "chat", false, false, true],
  ["delivery", "chat", true, false, true],
  ["delivery", "chat", false, true, true],
  ["delivery", "push", false, false, true],
  ["delivery", "push", true, false, true],
  ["delivery", "push", false, true, true],
  ["delivery", "Email", false, false, true],
  // no kind is delivery
  [undefined, "email", false, false, false],
  [undefined, "email", true, false, true],
  [null, "sms", false, false, false],
  [null, "sms", false, true, true],
  // an agent's channel is not read
  ["agent", undefined, false, false, true],
  ["agent", "email", false, false, true],
  ["agent", "sms", false, false, true],
  ["agent", "sms", true, false, true],
  ["agent", "email", false, true, true],
];

/** A context that has the record in scope, and names it where the case says so. */
function contextFor([kind, channel, , named]: Case): Raw {
  return {
    kind: kind ?? undefined,
    channel: kind === "agent" ? undefined : channel,
    ...(named && { integrationId: "id-only" }),
  };
}

describe.each<[fallback: Fallback, may: (byRight: boolean) => boolean]>([
  ["primary", (byRight) => byRight],
  ["any", () => true],
  ["none", () => false],
])("fallback %p", (fallback, may) => {
  test.each(CASES)("%p on %p, primary %p, named %p", (...each) => {
    const [kind, channel, primary, , byRight] = each;
    const context = message(contextFor(each));
    const only = row("only", { kind, channel, primary });
    const expected = may(byRight);
    const { reason } = resolved([only], context, { fallback });
    expect(reason).toBe(expected ? "default" : "none");

    // With conditions it is a match or nothing, whatever the fallback.
    const matching = { ...only, conditions: MATCHING };
    expect(resolved([matching], context, { fallback }).reason).toBe("targeting-match");
    const failing = { ...only, conditions: FAILING };
    expect(resolved([failing], context, { fallback }).reason).toBe("none");
  });
});

test("the fallback is primary where none is given", () => {
  const list = [row("plain", { channel: "email" })];
  const context = message({ channel: "email" });
  expect(chosen(list, context)).toBeUndefined();
  expect(chosen(list, context, {})).toBeUndefined();
  expect(chosen(list, context, { fallback: undefined })).toBeUndefined();
});

test.each([undefined, null])("an integrationId of %p names nothing", (integrationId) => {
  const list = [row("plain", { channel: "email", _id: undefined })];
  expect(chosen(list, message({ channel: "email", integrationId }))).toBeUndefined();
});

describe("the order among defaults", () => {
  const list: Row[] = [
    row("urgent", { channel: "email", priority: 9 }),
    row("primary", { channel: "email", primary: true }),
    row("newer", { channel: "email", priority: 5, createdAt: "2026-02-01" }),
    row("older", { channel: "email", priority: 5, createdAt: "2026-01-01" }),
    row("low-primary", { channel: "email", primary: true, priority: -5 }),
  ];
  const context = message({ channel: "email" });

  test("any: those that primary allows, in order, then the rest, in order", () => {
    expect(chain(list, context, { fallback: "any" })).toEqual([
      "primary",
      "low-primary",
      "urgent",
      "newer",
      "older",
    ]);
  });

  test("primary: those alone", () => {
    expect(chain(list, context)).toEqual(["primary", "low-primary"]);
  });

  test("none: what no condition claims is not sent", () => {
    expect(chain(list, context, { fallback: "none" })).toEqual([]);
    const matching = row("matching", { channel: "email", conditions: MATCHING });
    expect(chain([...list, matching], context, { fallback: "none" })).toEqual(["matching"]);
  });

  test("a match goes before all of them", () => {
    const matching = row("matching", { channel: "email", conditions: MATCHING, priority: -9 });
    expect(chain([...list, matching], context, { fallback: "any" })[0]).toBe("matching");
  });

  test("where every channel counts, order is all there is", () => {
    const named = message({ kind: "agent", channel: undefined });
    const agents = [
      row("email", { kind: "agent", channel: "email" }),
      row("none", { kind: "agent", channel: undefined, priority: 1 }),
    ];
    expect(chain(agents, named, { fallback: "any" })).toEqual(["none", "email"]);
    expect(chain(agents, named)).toEqual(["none", "email"]);
  });
});
