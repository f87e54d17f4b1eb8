import { describe, expect, test } from "@jest/globals";
import {
  explainSelection,
  type Outcome,
  type SelectionContext,
  type SelectOptions,
} from "integration-router";
import type { Raw } from "../support/build.js";
import { outcomes } from "./support/choose.js";
import { FAILING, INVALID, inOrder, MATCHING, message, type Row, row } from "./support/rows.js";

/** A context that gives every scoping key but an identifier. */
const everything = message({
  kind: "delivery",
  integrationId: "id",
  providerId: "slack",
  environmentId: "env",
  organizationId: "org",
});

/** What keeps a record out, first reason first, and how to give a record that reason. */
const MISSES: readonly [outcome: Outcome, fields: Raw][] = [
  ["inactive", { active: false }],
  ["deleted", { deleted: true }],
  ["other-kind", { kind: "agent" }],
  ["other-channel", { channel: "push" }],
  ["other-environment", { _environmentId: "other" }],
  ["other-organization", { _organizationId: "other" }],
  ["other-provider", { providerId: "other" }],
  ["other-id", { _id: "other" }],
  ["excluded", { shut: true }],
  ["other-identifier", { identifier: "other" }],
];

const options: SelectOptions<Row> = {
  exclude: (record) => "shut" in record,
};

function outcomeOf(fields: Raw, context: SelectionContext = everything): Outcome | undefined {
  const only = row("only", { _id: "id", ...fields });
  return outcomes([only], context, options)[0]?.[1];
}

describe("out of scope", () => {
  const named = { ...everything, identifier: "only" };

  test.each(MISSES)("%s", (outcome, fields) => {
    expect(outcomeOf({}, named)).toBe("selected");
    expect(outcomeOf(fields, named)).toBe(outcome);
  });

  test("the first reason of several is the one that is told", () => {
    MISSES.forEach(([outcome, fields], index) => {
      for (const [, alsoFields] of MISSES.slice(index + 1)) {
        expect(outcomeOf({ ...alsoFields, ...fields }, named)).toBe(outcome);
      }
      const rest = Object.assign({}, ...MISSES.slice(index).map(([, each]) => each)) as Raw;
      expect(outcomeOf(rest, named)).toBe(outcome);
    });
  });

  test.each(MISSES.slice(0, -1))("%s goes before what conditions say", (outcome, fields) => {
    for (const conditions of [MATCHING, FAILING, INVALID]) {
      expect(outcomeOf({ ...fields, conditions })).toBe(outcome);
    }
  });
});

describe("in scope", () => {
  const match = row("match", { conditions: MATCHING });
  const next = row("next", { conditions: MATCHING });
  const failing = row("failing", { conditions: FAILING });
  const invalid = row("invalid", { conditions: INVALID });
  const plain = row("plain");
  const spare = row("spare");

  /** Outcomes in order of selection, names left out. */
  function told(list: readonly Row[], context = message(), given?: SelectOptions<Row>): Outcome[] {
    return outcomes(inOrder(...list), context, given).map(([, outcome]) => outcome);
  }

  test("a match is selected, later ones and the defaults are eligible", () => {
    expect(told([plain, failing, match, next, spare])).toEqual([
      "eligible",
      "conditions-not-met",
      "selected",
      "eligible",
      "eligible",
    ]);
  });

  test("a default is selected, later ones are eligible", () => {
    expect(told([failing, plain, spare])).toEqual(["conditions-not-met", "selected", "eligible"]);
  });

  test("what may not be a default says so", () => {
    const email = { channel: "email" };
    const list = [row("plain", email), row("primary", { ...email, primary: true })];
    expect(told(list, message(email))).toEqual(["not-a-default", "selected"]);
    expect(told(list, message(email), { fallback: "any" })).toEqual(["eligible", "selected"]);
    expect(told(list, message(email), { fallback: "none" })).toEqual([
      "not-a-default",
      "not-a-default",
    ]);
  });

  test("what is invalid says so, skipped or blocking", () => {
    expect(told([invalid, match])).toEqual(["invalid", "selected"]);
    expect(told([invalid, failing, plain])).toEqual(["invalid", "conditions-not-met", "selected"]);
    expect(told([invalid])).toEqual(["invalid"]);
  });

  test("what a blocking one keeps from being selected says so", () => {
    const block = { onInvalid: "block" } as const;
    // Before it matches count, after it none; a default counts nowhere.
    expect(told([match, plain, next, invalid, next, spare], message(), block)).toEqual([
      "selected",
      "after-blocking",
      "eligible",
      "invalid",
      "after-blocking",
      "after-blocking",
    ]);
    expect(told([plain, invalid, match], message(), block)).toEqual([
      "after-blocking",
      "invalid",
      "after-blocking",
    ]);
    // What would not have been selected without it either keeps its own reason.
    expect(told([invalid, failing, invalid], message(), block)).toEqual([
      "invalid",
      "conditions-not-met",
      "invalid",
    ]);
    const email = { channel: "email" };
    const list = [row("invalid", { ...email, conditions: INVALID }), row("plain", email)];
    expect(told(list, message(email), block)).toEqual(["invalid", "not-a-default"]);
  });

  test("with an identifier those that share it are eligible, whatever their conditions", () => {
    const list = [match, failing, invalid, plain].map((each) => ({
      ...each,
      identifier: "shared",
    }));
    for (const onInvalid of ["skip", "block"] as const) {
      expect(told([next, ...list], message({ identifier: "shared" }), { onInvalid })).toEqual([
        "other-identifier",
        "selected",
        "eligible",
        "eligible",
        "eligible",
      ]);
    }
  });

  test("with an identifier the others are named otherwise, whatever their conditions", () => {
    const list = [match, failing, invalid, plain];
    expect(told(list, message({ identifier: "nobody" }))).toEqual(
      list.map(() => "other-identifier"),
    );
  });

  test("what is selected and what is eligible are the chain", () => {
    const list = [plain, failing, match, invalid, next, spare];
    expect(told(list).filter((outcome) => outcome === "selected").length).toBe(1);
    expect(told(list).filter((outcome) => outcome === "eligible").length).toBe(3);
  });
});

describe("the candidates", () => {
  test("come in the order of selection, in scope and out of it", () => {
    const list = [
      row("last", { priority: -1 }),
      row("plain"),
      row("newer", { createdAt: "2026-01-01", active: false }),
      row("primary", { primary: true, channel: "email" }),
      row("first", { priority: 7, deleted: true }),
    ];
    expect(outcomes(list, message())).toEqual([
      ["first", "deleted"],
      ["primary", "other-channel"],
      ["newer", "inactive"],
      ["plain", "selected"],
      ["last", "eligible"],
    ]);
  });

  test("are told by what identifies them, where they have it", () => {
    const list = [
      row("full", { _id: 7, extra: "never" }),
      { active: true, channel: "chat", name: "least", priority: -1 },
      row("odd", { identifier: 5, providerId: null, channel: ["chat"], priority: -2 }),
    ];
    const { candidates, selected } = explainSelection(list, message(), { scope: "open" });
    expect(candidates.map(({ integration }) => integration)).toEqual([
      { _id: "7", identifier: "full", providerId: "slack", channel: "chat", index: 0 },
      { channel: "chat", index: 1 },
      { _id: "id-odd", index: 2 },
    ]);
    expect(selected).toEqual(candidates[0]?.integration);
  });

  test("are the records of the list: no entry that is none", () => {
    const list = [null, row("only"), "text"] as unknown as readonly Row[];
    expect(outcomes(list, message())).toEqual([["only", "selected"]]);
    expect(explainSelection(list, message()).selected?.index).toBe(1);
  });

  test("of an empty list are none", () => {
    expect(explainSelection([], message())).toEqual({
      reason: "none",
      candidates: [],
      omitted: 0,
    });
  });
});

describe("the reason", () => {
  test.each<[reason: string, list: Row[], fields: Raw]>([
    ["identifier", [row("plain")], { identifier: "plain" }],
    ["targeting-match", [row("match", { conditions: MATCHING })], {}],
    ["default", [row("plain")], {}],
    ["blocked", [row("invalid", { conditions: INVALID })], {}],
    ["none", [row("failing", { conditions: FAILING })], {}],
  ])("%s", (reason, list, fields) => {
    const explanation = explainSelection(list, message(fields), { onInvalid: "block" });
    expect(explanation.reason).toBe(reason);
    expect("selected" in explanation).toBe(reason !== "blocked" && reason !== "none");
  });
});
