import { describe, expect, test } from "@jest/globals";
import {
  createRouter,
  explainSelection,
  type Issue,
  type IssueCode,
  rankIntegrations,
  resolveIntegration,
  selectIntegration,
} from "integration-router";
import { condition, group, type Raw } from "../support/build.js";
import { INVALID, MATCHING, message, type Row, row } from "./support/rows.js";

// Who looks after the records hears of each that is set aside, once.

interface Heard {
  readonly names: (string | undefined)[];
  readonly calls: [issue: Issue, issues: readonly Issue[]][];
  readonly onIssue: (issue: Issue, issues: readonly Issue[]) => void;
}

function listener(): Heard {
  const calls: [Issue, readonly Issue[]][] = [];
  const names: (string | undefined)[] = [];
  return {
    calls,
    names,
    onIssue: (issue, issues) => {
      calls.push([issue, issues]);
      names.push(issue.integration?.identifier);
    },
  };
}

/** Invalid conditions that no test before this one has had parsed. */
function fresh(): Raw[] {
  return [...INVALID];
}

describe("a selection", () => {
  test.each([
    ["selectIntegration", selectIntegration],
    ["resolveIntegration", resolveIntegration],
    ["rankIntegrations", rankIntegrations],
    ["explainSelection", explainSelection],
  ] as const)("%s reports what it sets aside, in the order that it meets it", (_, ask) => {
    const { onIssue, names } = listener();
    const list = [
      row("low", { conditions: fresh() }),
      row("sound"),
      row("high", { conditions: fresh(), priority: 1 }),
      row("off", { conditions: fresh(), active: false }),
    ];
    ask(list, message(), { onIssue });
    expect(names).toEqual(["high", "low"]);
  });

  test("gives the first issue, and all of them", () => {
    const { onIssue, calls } = listener();
    const conditions = [
      group([condition("EQUALS", "x"), condition("EQUAL", "x", "a..b")], { value: "NOR" }),
    ];
    selectIntegration([row("sound"), row("wrong", { conditions })], message(), { onIssue });
    expect(calls.length).toBe(1);
    const [issue, issues] = calls[0] ?? [];
    expect(issue).toBe(issues?.[0]);
    expect(issues?.map(({ code, path }): [IssueCode, ...unknown[]] => [code, ...path])).toEqual([
      ["unknown-group-value", "conditions", 0, "value"],
      ["unknown-operator", "conditions", 0, "children", 0, "operator"],
      ["invalid-path", "conditions", 0, "children", 1, "field"],
    ]);
    for (const { integration, message: said } of issues ?? []) {
      expect(integration).toEqual({
        _id: "id-wrong",
        identifier: "wrong",
        providerId: "slack",
        channel: "chat",
        index: 1,
      });
      expect(said).toMatch(/found .*; expected |found .*, which .*; expected /);
    }
  });

  test("does not reach, and does not report, what comes after its match", () => {
    const { onIssue, names } = listener();
    const list = [
      row("match", { conditions: MATCHING, priority: 1 }),
      row("after", { conditions: fresh() }),
    ];
    selectIntegration(list, message(), { onIssue });
    expect(names).toEqual([]);
    selectIntegration(list, message({ payload: {} }), { onIssue });
    expect(names).toEqual(["after"]);
  });

  test("by identifier reports nothing: the conditions are not looked at", () => {
    const { onIssue, names } = listener();
    const list = [row("wrong", { conditions: fresh() })];
    expect(selectIntegration(list, message({ identifier: "wrong" }), { onIssue })).toBe(list[0]);
    expect(names).toEqual([]);
  });
});

describe("once for each record", () => {
  test("not again while its conditions are remembered, whoever asks", () => {
    const { onIssue, names } = listener();
    const list = [row("wrong", { conditions: fresh() })];
    for (let call = 0; call < 3; call++) {
      selectIntegration(list, message(), { onIssue });
      resolveIntegration(list, message(), { onIssue, onInvalid: "block" });
      rankIntegrations([...list], message(), { onIssue });
      explainSelection(list, message(), { onIssue });
    }
    expect(names).toEqual(["wrong"]);
  });

  test("again when its conditions are replaced", () => {
    const { onIssue, names } = listener();
    const record = { ...row("wrong"), conditions: fresh() };
    selectIntegration([record], message(), { onIssue });
    record.conditions = fresh();
    selectIntegration([record], message(), { onIssue });
    selectIntegration([record], message(), { onIssue });
    expect(names).toEqual(["wrong", "wrong"]);
  });

  test("again when other options parse it anew", () => {
    const { onIssue, names } = listener();
    const list = [row("wrong", { conditions: fresh() })];
    for (const sources of [[], ["account"], ["account"], []]) {
      selectIntegration(list, message(), { onIssue, sources });
    }
    expect(names).toEqual(["wrong", "wrong"]);
  });

  test("each of those that share one array, under its own name", () => {
    const { onIssue, calls } = listener();
    const conditions = fresh();
    const list = ["first", "second"].map((name) => row(name, { conditions }));
    selectIntegration(list, message(), { onIssue });
    selectIntegration(list, message(), { onIssue });
    expect(calls.map(([{ integration }]) => [integration?.identifier, integration?.index])).toEqual(
      [
        ["first", 0],
        ["second", 1],
      ],
    );
  });

  test("without a listener nobody has heard", () => {
    const { onIssue, names } = listener();
    const list = [row("wrong", { conditions: fresh() })];
    selectIntegration(list, message());
    selectIntegration(list, message(), { onIssue });
    expect(names).toEqual(["wrong"]);
  });
});

test("what the listener throws reaches the caller", () => {
  const onIssue = (): never => {
    throw new RangeError("no log");
  };
  const list = [row("wrong", { conditions: fresh() })];
  expect(() => selectIntegration(list, message(), { onIssue })).toThrow(RangeError);
});

test("a router reports when it is made, each record once, and not afterwards", () => {
  const { onIssue, calls } = listener();
  const list = [
    row("wrong", { conditions: INVALID }),
    null,
    row("sound"),
    row("off", { conditions: INVALID, active: false }),
  ] as readonly Row[];
  const router = createRouter(list, { onIssue });
  const heard = calls.map(([issue, issues]) => [
    issue.code,
    issue.integration?.index,
    issues.length,
  ]);
  expect(new Set(heard)).toEqual(
    new Set([
      ["unknown-group-value", 0, 1],
      ["not-an-object", 1, 1],
      ["unknown-group-value", 3, 1],
    ]),
  );
  expect(heard.length).toBe(3);
  router.select(message());
  router.explain(message());
  expect(calls.length).toBe(3);
  // Another router parses anew, and so reports anew.
  createRouter(list, { onIssue });
  expect(calls.length).toBe(6);
});
