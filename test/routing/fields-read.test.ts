import { expect, test } from "@jest/globals";
import { createRouter, formatExplanation, parseIntegrations } from "integration-router";
import { INVALID, MATCHING, message, type Row, row } from "./support/rows.js";
import { WAYS } from "./support/ways.js";

const FIELDS: readonly PropertyKey[] = [
  ...["_id", "_environmentId", "_organizationId", "identifier", "providerId", "channel", "kind"],
  ...["active", "deleted", "primary", "priority", "createdAt", "conditions", "rules"],
];

/** Records that note every property that is read or asked for, beside those of a selection. */
function watched(noted: Set<PropertyKey>): Row[] {
  const note = (key: PropertyKey): void => {
    if (!FIELDS.includes(key)) noted.add(key);
  };
  const extra = { credentials: { apiKey: "key" }, configurations: {}, note: "" };
  const records = [
    row("match", { ...extra, conditions: MATCHING }),
    row("invalid", { ...extra, conditions: INVALID }),
    row("plain", extra),
    row("off", { ...extra, active: false }),
  ];
  return records.map(
    (record) =>
      new Proxy(record, {
        get(target, key, receiver): unknown {
          note(key);
          return Reflect.get(target, key, receiver);
        },
        has(target, key) {
          note(key);
          return Reflect.has(target, key);
        },
        ownKeys(target) {
          note("all of them");
          return Reflect.ownKeys(target);
        },
      }),
  );
}

test.each(WAYS)("%s reads no other field of a record", (_, ask) => {
  const noted = new Set<PropertyKey>();
  const list = watched(noted);
  ask(list, message());
  ask(list, message({ identifier: "invalid" }));
  ask(list, message(), { onInvalid: "block", onIssue: () => undefined });
  expect([...noted]).toEqual([]);
});

test("nor do a text of an explanation and a parsed list", () => {
  const noted = new Set<PropertyKey>();
  const { integrations } = parseIntegrations(watched(noted));
  expect(formatExplanation(createRouter(integrations).explain(message()))).toContain("match");
  expect([...noted]).toEqual([]);
});
