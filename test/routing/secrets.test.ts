import { describe, expect, test } from "@jest/globals";
import {
  ConditionsError,
  createRouter,
  explainSelection,
  formatExplanation,
  type Issue,
  parseIntegrations,
  selectIntegration,
} from "integration-router";
import { condition, group, type Raw } from "../support/build.js";
import { FAILING, MATCHING, message, type Row, row } from "./support/rows.js";
import { WAYS } from "./support/ways.js";

// A record's credentials are in nobody's log: whatever became of the record, nothing but what
// identifies it and what its conditions say is told.

const SECRET = "sk-live-51H8xQ";

/** Fields that no explanation and no issue has a use for. */
const UNTOLD: Raw = {
  name: `SendGrid ${SECRET}`,
  credentials: { apiKey: SECRET, nested: { [SECRET]: [SECRET] } },
  configurations: { webhook: `https://hooks.example.com/${SECRET}` },
  apiKey: SECRET,
  [SECRET]: SECRET,
  toString: () => SECRET,
  toJSON: () => SECRET,
};

/** The scoping fields that do not identify a record, where a secret strayed into them. */
const ASTRAY: Raw = {
  priority: SECRET,
  createdAt: SECRET,
  primary: SECRET,
  deleted: SECRET,
};

function withSecrets(conditions: readonly Raw[]): Raw[] {
  return conditions.map((each) => ({
    ...each,
    note: SECRET,
    children: [{ ...condition("EQUAL", "x"), secret: SECRET, [SECRET]: 1 }, ...childrenOf(each)],
  }));
}

function childrenOf({ children }: Raw): readonly unknown[] {
  return Array.isArray(children) ? children : [];
}

/** Conditions with a mistake of every kind that could quote what it found. */
const MISTAKEN: readonly (readonly [what: string, conditions: unknown])[] = [
  ["conditions that are an object", { apiKey: SECRET }],
  ["a group that is a list", [[SECRET]]],
  ["a group that is an object of other things", [{ credentials: SECRET }]],
  ["children that are an object", [group({ apiKey: SECRET })]],
  ["a child that is a list", [group([[SECRET]])]],
  ["a value that is an object", [group([condition("EQUAL", { apiKey: SECRET })])]],
  ["a list item that is an object", [group([condition("IN", ["a", { apiKey: SECRET }])])]],
  ["a list for a scalar", [group([condition("EQUAL", [SECRET])])]],
  ["an operator that is an object", [group([condition({ apiKey: SECRET }, "x")])]],
  ["a field that is an object", [group([condition("EQUAL", "x", { apiKey: SECRET })])]],
  ["a source that is an object", [group([{ ...condition("EQUAL", "x"), on: { SECRET } }])]],
  ["a type that is an object", [group([], { type: { SECRET } })]],
  ["a negation that is an object", [group([], { isNegated: { SECRET } })]],
  [
    "something that throws",
    new Proxy([], {
      get(): never {
        throw new Error(SECRET);
      },
    }),
  ],
];

const sound: Row[] = [
  row("match", { ...UNTOLD, ...ASTRAY, conditions: withSecrets(MATCHING) }),
  row("failing", { ...UNTOLD, ...ASTRAY, conditions: withSecrets(FAILING) }),
  row("plain", { ...UNTOLD, ...ASTRAY }),
  row("email", { ...UNTOLD, channel: "email" }),
  row("off", { ...UNTOLD, active: SECRET }),
  row("agent", { ...UNTOLD, kind: SECRET }),
  row("deleted", { ...UNTOLD, deleted: true }),
  row("environment", { ...UNTOLD, _environmentId: SECRET }),
  row("organization", { ...UNTOLD, _organizationId: SECRET }),
  row("provider", { ...UNTOLD, providerId: { secret: SECRET } }),
  row("shut", { ...UNTOLD, shut: true }),
  row("unnamed", { ...UNTOLD, identifier: [SECRET], channel: [SECRET], _id: null }),
];

const mistaken: Row[] = MISTAKEN.map(([name, conditions]) => row(name, { ...UNTOLD, conditions }));

/** Entries that are no records. */
const strays = [SECRET, [SECRET], () => SECRET] as unknown as readonly Row[];

const list: readonly Row[] = [...sound, ...mistaken, ...strays];

const exclude = (record: Row): boolean => "shut" in record;
const context = message({ environmentId: "env", organizationId: "org" });

/** Everything a value says, keys and messages included. */
function said(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Error ? [inner.message, inner.stack, { ...inner }] : inner,
  );
}

describe("an explanation", () => {
  test.each<[what: string, fields: Raw]>([
    ["of a match", {}],
    ["of a default", { payload: {} }],
    ["by identifier", { identifier: "match" }],
    ["of nothing", { identifier: "nobody" }],
    ["of one provider", { providerId: "slack" }],
    ["of one id", { integrationId: "id-plain" }],
  ])("%s", (_, fields) => {
    for (const onInvalid of ["skip", "block"] as const) {
      const options = { exclude, onInvalid };
      const explanation = explainSelection(list, { ...context, ...fields }, options);
      expect(explanation.candidates.length).toBeGreaterThanOrEqual(sound.length + mistaken.length);
      expect(said(explanation)).not.toContain(SECRET);
      expect(formatExplanation(explanation)).not.toContain(SECRET);
      expect(formatExplanation(explanation, { color: true })).not.toContain(SECRET);
      const routed = createRouter(list, options).explain({ ...context, ...fields });
      expect(said(routed)).not.toContain(SECRET);
    }
  });

  test("refers to a record with five properties at most", () => {
    const { candidates } = explainSelection(list, context, { exclude });
    const keys = new Set(candidates.flatMap(({ integration }) => Object.keys(integration)));
    expect([...keys].sort()).toEqual(["_id", "channel", "identifier", "index", "providerId"]);
  });
});

describe("an issue", () => {
  test.each(MISTAKEN)("about %s", (name, conditions) => {
    const record = row(name, { ...UNTOLD, conditions });
    const heard: Issue[] = [];
    selectIntegration([record], message(), { onIssue: (_, issues) => heard.push(...issues) });
    expect(heard.length).toBeGreaterThan(0);
    for (const issues of [
      heard,
      createRouter([record]).issues,
      parseIntegrations([record]).issues,
      explainSelection([record], message()).candidates[0]?.issues,
    ]) {
      expect(issues?.length).toBe(heard.length);
      expect(said(issues)).not.toContain(SECRET);
    }
  });

  test("about a whole list", () => {
    const heard: Issue[] = [];
    const { issues } = createRouter(list, { onIssue: (_, all) => heard.push(...all) });
    expect(issues.length).toBeGreaterThanOrEqual(mistaken.length + 2);
    expect(said([issues, heard])).not.toContain(SECRET);
  });

  test("about what a parsed list holds beside its fields", () => {
    const { issues } = parseIntegrations([...mistaken, { ...UNTOLD }, ...strays]);
    expect(issues.length).toBeGreaterThan(mistaken.length);
    expect(said(issues)).not.toContain(SECRET);
  });

  test.each<[what: string, input: unknown]>([
    ["text that nobody parsed", JSON.stringify([{ credentials: { apiKey: SECRET } }])],
    ["another answer", { credentials: SECRET, data: { apiKey: SECRET } }],
    ["data as text", { data: JSON.stringify([{ apiKey: SECRET }]) }],
  ])("about an input that is no list: %s", (_, input) => {
    const { issues } = parseIntegrations(input);
    expect(issues.length).toBe(1);
    expect(said(issues)).not.toContain(SECRET);
  });
});

describe("an error", () => {
  test("about a key that is not given", () => {
    for (const [, ask] of WAYS) {
      for (const fields of [{}, { organizationId: "org" }, { channel: null }]) {
        let error: unknown;
        try {
          ask(list, message(fields), { exclude });
        } catch (thrown) {
          error = thrown;
        }
        expect(error).toBeInstanceOf(TypeError);
        expect(said(error)).not.toContain(SECRET);
      }
    }
  });

  test("of a strict router", () => {
    let error: unknown;
    try {
      createRouter(list, { strict: true });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConditionsError);
    expect(said(error)).not.toContain(SECRET);
  });
});

test("the secrets are where they were: in the record that comes back", () => {
  const selected = selectIntegration(list, context, { exclude });
  expect(selected === list[0]).toBe(true);
  expect(said({ ...selected, toJSON: undefined })).toContain(SECRET);
});
