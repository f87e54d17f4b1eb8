import { describe, expect, test } from "@jest/globals";
import type { Integration } from "integration-router";
import { audit, type Evidence, sentAgain } from "../../../examples/bullmq-worker/src/audit.js";

const email = {
  _organizationId: "acme",
  _environmentId: "production",
  channel: "email",
  active: true,
} as const;
const ses: Integration = { ...email, _id: "1", identifier: "ses", providerId: "ses", priority: 2 };
const resend: Integration = { ...email, _id: "2", identifier: "resend", providerId: "resend" };

/** Two messages: one through the first of its rank, one through the second, by a later list. */
const good: Evidence = {
  messages: new Map([
    ["a", { context: { channel: "email" } }],
    ["b", { context: { channel: "email" } }],
  ]),
  deliveries: new Map([
    ["a", { integration: "ses", refused: [], version: 0 }],
    ["b", { integration: "resend", refused: ["ses"], version: 1 }],
  ]),
  journal: [
    { message: "a", version: 1 },
    { message: "b", version: 1 },
  ],
  outbox: [
    { message: "a", integration: "ses", provider: "ses" },
    { message: "b", integration: "resend", provider: "resend" },
  ],
  stalled: new Set(),
  lists: [[ses], [ses, resend]],
};

function withDelivery(message: string, delivery: object): Evidence {
  const old = good.deliveries.get(message) ?? { integration: "", refused: [], version: 0 };
  return {
    ...good,
    deliveries: new Map([...good.deliveries, [message, { ...old, ...delivery }]]),
  };
}

describe("the audit of a run", () => {
  test("finds nothing in one that went well", () => {
    expect(audit(good)).toEqual([]);
  });

  test("finds a message that is not in the ledger", () => {
    const messages = new Map([...good.messages, ["c", { context: { channel: "email" as const } }]]);
    expect(audit({ ...good, messages })).toEqual(["c is not in the ledger"]);
  });

  test("finds one that nobody put on the queue", () => {
    const messages = new Map([...good.messages].slice(0, 1));
    expect(audit({ ...good, messages })).toEqual(["b was never put on the queue"]);
  });

  test("finds one that was written down twice, or never", () => {
    const [a, b] = good.journal;
    if (a === undefined || b === undefined) throw new Error("the journal is empty");
    expect(audit({ ...good, journal: [a, b, a] })).toEqual(["a was written down 2 times"]);
    expect(audit({ ...good, journal: [a] })).toEqual(["b was never written down"]);
  });

  test("finds one that skipped an integration of its rank", () => {
    expect(audit(withDelivery("b", { refused: [] }))).toEqual([
      "b went resend; its rank was ses > resend",
    ]);
  });

  test("finds one that went through an integration that its list does not have", () => {
    expect(audit(withDelivery("b", { version: 0 }))).toEqual([
      "b went ses > resend; its rank was ses",
    ]);
  });

  test("finds one that went by a list that was not there yet", () => {
    const journal = good.journal.map((line) => ({ ...line, version: 0 }));
    const found = ["b went out by version 1 of the list, which was not there yet"];
    expect(audit({ ...good, journal })).toEqual(found);
    expect(audit({ ...good, lists: good.lists.slice(0, 1) })).toEqual(found);
  });

  test("finds one that no provider took", () => {
    expect(audit({ ...good, outbox: good.outbox.slice(1) })).toEqual(["a never reached ses"]);
  });

  test("finds one that was sent again, unless its worker had let go of it", () => {
    const outbox = [...good.outbox, ...good.outbox.slice(0, 1)];
    expect(sentAgain(outbox)).toEqual(["a"]);
    expect(audit({ ...good, outbox })).toEqual(["a was sent again without a reason"]);
    expect(audit({ ...good, outbox, stalled: new Set(["a"]) })).toEqual([]);
  });
});
