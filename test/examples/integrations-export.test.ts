import { describe, expect, test } from "@jest/globals";
import { parseIntegrations } from "integration-router";
import { readIntegrations } from "../../examples/support/data.js";

interface ExportedCondition {
  readonly on: string;
  readonly field: string;
  readonly operator: string;
  readonly value?: unknown;
}

interface ExportedGroup {
  readonly isNegated: boolean;
  readonly type: string;
  readonly value: string;
  readonly children: readonly (ExportedGroup | ExportedCondition)[];
}

interface ExportedRecord {
  readonly [field: string]: unknown;
  readonly identifier: string;
  readonly conditions: readonly ExportedGroup[];
}

/** A group or a condition, with the groups that it stands in, outermost first. */
interface Place<Node> {
  readonly node: Node;
  readonly inside: readonly ExportedGroup[];
}

const { data: records } = readIntegrations() as { readonly data: readonly ExportedRecord[] };

function isGroup(node: ExportedGroup | ExportedCondition): node is ExportedGroup {
  return "children" in node;
}

function groupsIn(
  groups: readonly ExportedGroup[],
  inside: readonly ExportedGroup[] = [],
): Place<ExportedGroup>[] {
  return groups.flatMap((node) => [
    { node, inside },
    ...groupsIn(node.children.filter(isGroup), [...inside, node]),
  ]);
}

function conditionsIn(record: ExportedRecord): Place<ExportedCondition>[] {
  return groupsIn(record.conditions).flatMap(({ node: group, inside }) =>
    group.children.flatMap((node) => (isGroup(node) ? [] : [{ node, inside: [...inside, group] }])),
  );
}

function recordsWith(matches: (place: Place<ExportedCondition>) => boolean): string[] {
  return records
    .filter((record) => conditionsIn(record).some(matches))
    .map(({ identifier }) => identifier);
}

function recordsOf(fields: object): string[] {
  return records
    .filter((record) => Object.entries(fields).every(([name, value]) => record[name] === value))
    .map(({ identifier }) => identifier);
}

describe("the records of the export", () => {
  test("are at least 24, each with an identifier and an id of its own", () => {
    expect(records.length).toBeGreaterThanOrEqual(24);
    expect(new Set(records.map(({ identifier }) => identifier)).size).toBe(records.length);
    expect(new Set(records.map(({ _id }) => _id)).size).toBe(records.length);
  });

  test.each(records)("$identifier has the fields that the API answers with", (record) => {
    const objectId = expect.stringMatching(/^[0-9a-f]{24}$/);
    const isoDate = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(record).toMatchObject({
      _id: objectId,
      _environmentId: objectId,
      _organizationId: objectId,
      name: expect.stringMatching(/./),
      identifier: expect.stringMatching(/^[a-z0-9-]+$/),
      providerId: expect.stringMatching(/^[a-z0-9-]+$/),
      credentials: expect.any(Object),
      configurations: expect.any(Object),
      active: expect.any(Boolean),
      deleted: expect.any(Boolean),
      primary: expect.any(Boolean),
      priority: expect.any(Number),
      createdAt: isoDate,
      updatedAt: isoDate,
      conditions: expect.any(Array),
    });
  });

  test("are of two organizations and three environments", () => {
    expect(new Set(records.map(({ _organizationId }) => _organizationId)).size).toBe(2);
    expect(new Set(records.map(({ _environmentId }) => _environmentId)).size).toBe(3);
  });

  test("are for every channel, and from many providers", () => {
    expect(new Set(records.map(({ channel }) => channel))).toEqual(
      new Set(["email", "sms", "push", "chat", "in_app", undefined]),
    );
    const providers = records.map(({ providerId }) => providerId);
    expect(providers).toEqual(
      expect.arrayContaining(["sendgrid", "ses", "mailgun", "postmark", "twilio", "sns", "nexmo"]),
    );
    expect(providers).toEqual(
      expect.arrayContaining(["fcm", "apns", "slack", "msteams", "novu", "anthropic"]),
    );
  });

  test("have credentials that say that they are made up", () => {
    const keys = /key|secret|token|password|account|sid|plan/i;
    for (const { credentials } of records) {
      for (const [name, value] of Object.entries(credentials as object)) {
        if (keys.test(name)) expect(value).toMatch(/fake/i);
      }
    }
  });
});

describe("the export shows", () => {
  test("a tenant's own provider, ahead of the others of its channel", () => {
    const own = recordsWith(
      ({ node }) =>
        node.on === "tenant" && node.field === "identifier" && node.operator === "EQUAL",
    );
    expect(own).toEqual(["juniper-mailgun"]);
    const priorities = records.map(({ priority }) => Number(priority));
    expect(recordsOf({ priority: Math.max(...priorities) })).toEqual(own);
  });

  test("EU residency by a list of the 27 countries", () => {
    const isCountryList = ({ node }: Place<ExportedCondition>) =>
      node.field === "data.country" &&
      node.operator === "IN" &&
      new Set(String(node.value).split(", ")).size === 27;
    expect(recordsWith(isCountryList)).toEqual(["ses-frankfurt", "pay-postmark-eu"]);
  });

  test("an enterprise plan", () => {
    const isPlan = ({ node }: Place<ExportedCondition>) =>
      node.field === "data.plan" && node.operator === "EQUAL" && node.value === "enterprise";
    expect(recordsWith(isPlan)).toEqual(["postmark-enterprise"]);
  });

  test("a negated group", () => {
    const isNegated = ({ inside }: Place<ExportedCondition>) =>
      inside.some((group) => group.isNegated);
    expect(recordsWith(isNegated)).toEqual(["mailjet-newsletters"]);
  });

  test("groups nested two deep", () => {
    expect(recordsWith(({ inside }) => inside.length === 3)).toEqual(["expo-beta"]);
  });

  test("LIKE on an email domain", () => {
    const isDomain = ({ node }: Place<ExportedCondition>) =>
      node.operator === "LIKE" && node.field === "email" && String(node.value).startsWith("%@");
    expect(recordsWith(isDomain)).toEqual(["outlook365-staff"]);
  });

  test("BETWEEN two amounts, and BETWEEN two dates", () => {
    const isBetween =
      (type: string) =>
      ({ node, inside }: Place<ExportedCondition>) =>
        node.operator === "BETWEEN" && inside.at(-1)?.type === type;
    expect(recordsWith(isBetween("NUMBER"))).toEqual(["pay-ses-audited"]);
    expect(recordsWith(isBetween("DATE"))).toEqual(["sparkpost-black-friday"]);
  });

  test("ALL_IN and ANY_IN on tags", () => {
    const isOnTags =
      (operator: string) =>
      ({ node }: Place<ExportedCondition>) =>
        node.operator === operator && node.field === "tags";
    expect(recordsWith(isOnTags("ALL_IN"))).toEqual(["sinch-security"]);
    expect(recordsWith(isOnTags("ANY_IN"))).toEqual(["mailjet-newsletters"]);
  });

  test("a reference", () => {
    const isReference = ({ node }: Place<ExportedCondition>) =>
      /^\{\{.+\}\}$/.test(String(node.value));
    expect(recordsWith(isReference)).toEqual(["nexmo-domestic"]);
  });

  test("priorities", () => {
    const priorities = new Set(records.map(({ priority }) => priority));
    expect(priorities.size).toBeGreaterThanOrEqual(5);
  });

  test("an inactive, a deleted and an agent record", () => {
    expect(recordsOf({ active: false })).toEqual(["mandrill-legacy"]);
    expect(recordsOf({ deleted: true })).toEqual(["sendinblue-trial"]);
    expect(recordsOf({ kind: "agent" })).toEqual(["parcel-assistant"]);
  });

  test("one mistake: a number with a comma for its thousands", () => {
    const { integrations, issues } = parseIntegrations(readIntegrations());
    expect(integrations).toHaveLength(records.length);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      code: "inconvertible-value",
      path: ["conditions", 0, "children", 1, "value"],
      integration: { identifier: "mailersend-loyalty" },
    });
  });
});
