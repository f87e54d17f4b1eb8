import { describe, expect, test } from "@jest/globals";
import { compileConditions, type IntegrationLike, selectIntegration } from "integration-router";
import {
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  lintIntegrations,
  type RoutingAnalysisOptions,
} from "integration-router/analysis";
import { chat, email, when } from "./support/records.js";

const isPro = when("plan", "EQUAL", "pro");
const inGermany = when("country", "EQUAL", "DE");

/** The diagnostics with a code, by the integration that they are about. */
function told(
  code: DiagnosticCode,
  list: readonly IntegrationLike[],
  options?: RoutingAnalysisOptions,
): readonly Diagnostic[] {
  return lintIntegrations(list, options).diagnostics.filter(
    (diagnostic) => diagnostic.code === code,
  );
}

function places(diagnostics: readonly Diagnostic[]): readonly number[] {
  return diagnostics.map(({ integration }) => integration.index);
}

function related(diagnostics: readonly Diagnostic[]): unknown {
  return diagnostics.map((diagnostic) => diagnostic.related?.map(({ identifier }) => identifier));
}

/** Whether a record's conditions pass in a diagnostic's context. */
function passes(record: IntegrationLike | undefined, { context }: Diagnostic): boolean {
  return compileConditions(record?.conditions)(context ?? {});
}

describe("invalid-integration", () => {
  test("tells every issue with its path and its code", () => {
    const broken = chat("broken", when("", "EQUALS", "x"));
    const diagnostics = told("invalid-integration", [chat("fine"), broken]);
    expect(diagnostics.map(({ issue, path }) => [issue, path.at(-1)])).toEqual([
      ["missing-field", "field"],
      ["unknown-operator", "operator"],
    ]);
    expect(places(diagnostics)).toEqual([1, 1]);
    expect(diagnostics[0]?.integration.identifier).toBe("broken");
  });

  test("tells of entries that are no records and of fields of the wrong type", () => {
    const list = [JSON.parse("null"), { ...chat("a"), priority: "high" }, chat("b")];
    const diagnostics = told("invalid-integration", list);
    expect(diagnostics.map(({ issue }) => issue)).toEqual([
      "not-an-object",
      "invalid-record-field",
    ]);
  });

  test("follows the options of parsing", () => {
    const list = [
      chat("a", { on: "account", field: "plan", operator: "EQUAL", value: "pro" }),
      chat("b"),
    ];
    expect(places(told("invalid-integration", list))).toEqual([0]);
    expect(told("invalid-integration", list, { sources: ["account"] })).toEqual([]);
    expect(
      places(told("invalid-integration", [chat("a", isPro)], { limits: { nodes: 1 } })),
    ).toEqual([0]);
  });
});

describe("duplicate-identifier", () => {
  test("fires on the later of two in one environment, whatever their state and channel", () => {
    const list = [chat("a"), { ...email("a"), active: false }, chat("b")];
    const diagnostics = told("duplicate-identifier", list);
    expect(places(diagnostics)).toEqual([1]);
    expect(related(diagnostics)).toEqual([["a"]]);
  });

  test("does not on other environments, on other organizations, and on deleted records", () => {
    const list = [
      { ...chat("a"), _environmentId: "production" },
      { ...chat("a"), _environmentId: "development" },
      { ...chat("a"), _environmentId: "production", _organizationId: "other" },
      { ...chat("a"), _environmentId: "production", deleted: true },
      { ...chat("a"), identifier: null },
      { ...chat("a"), identifier: null },
    ];
    expect(told("duplicate-identifier", list)).toEqual([]);
  });
});

describe("never-passes", () => {
  test.each([
    [
      "a range that is empty",
      [
        when("age", "LARGER", 10),
        when("age", "IS_DEFINED"),
        { value: "AND", isNegated: true, children: [when("age", "LARGER", 5)] },
      ],
    ],
    ["a condition and its complement", [isPro, when("plan", "NOT_EQUAL", "pro")]],
    [
      "a value that is absent and equal to something",
      [isPro, { value: "AND", isNegated: true, children: [when("plan", "IS_DEFINED")] }],
    ],
  ])("fires on %s", (_, children) => {
    const diagnostics = told("never-passes", [chat("a", ...children), chat("b")]);
    expect(places(diagnostics)).toEqual([0]);
    expect(diagnostics[0]?.path).toEqual(["conditions"]);
  });

  test("does not on two values of one field, which a list can both have", () => {
    const list = [chat("a", isPro, when("plan", "EQUAL", "free"))];
    expect(told("never-passes", list)).toEqual([]);
  });

  test("looks at inactive and deleted records as well", () => {
    const impossible = chat("a", isPro, when("plan", "NOT_EQUAL", "pro"));
    const list = [
      { ...impossible, active: false },
      { ...impossible, deleted: true },
    ];
    expect(places(told("never-passes", list))).toEqual([0, 1]);
  });

  test("is all that is said of such conditions", () => {
    const { diagnostics } = lintIntegrations([
      chat("a", isPro, when("plan", "NOT_EQUAL", "pro")),
      chat("b", isPro),
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["never-passes"]);
  });
});

describe("always-passes", () => {
  test("fires where one of the groups always passes", () => {
    const either = { value: "OR", children: [isPro, when("plan", "NOT_EQUAL", "pro")] };
    expect(places(told("always-passes", [chat("a", either)]))).toEqual([0]);
  });

  test("does not where the field may be absent", () => {
    const either = {
      value: "OR",
      children: [when("age", "LARGER", 5), when("age", "SMALLER_EQUAL", 5)],
    };
    expect(told("always-passes", [chat("a", either)])).toEqual([]);
  });
});

describe("never-reached", () => {
  test("names the one that takes everything", () => {
    const list = [
      chat("narrow", isPro, inGermany),
      chat("wide", when("plan", "IN", "pro, free")),
      chat("dead", isPro, when("age", "LARGER", 18)),
    ];
    const diagnostics = told("never-reached", list);
    expect(places(diagnostics)).toEqual([2]);
    expect(related(diagnostics)).toEqual([["wide"]]);
    expect(diagnostics[0]?.message).toBe("never selected: wide takes everything that it matches");
  });

  test("names those that only together take everything, and no more", () => {
    const list = [
      chat("free", when("plan", "NOT_EQUAL", "pro")),
      chat("other", when("country", "EQUAL", "FR")),
      chat("adults", when("age", "LARGER_EQUAL", 18)),
      chat("plain", when("plan", "EQUAL", "free")),
      chat("children", when("age", "SMALLER", 18)),
      chat("dead", inGermany, when("age", "BETWEEN", [10, 30])),
    ];
    const diagnostics = told("never-reached", list);
    expect(related(diagnostics)).toEqual([["adults", "children"]]);
    expect(diagnostics[0]?.message).toBe(
      "never selected: adults and children take everything that it matches",
    );
  });

  test("goes by the order of selection, not of the list", () => {
    const list = [chat("late", isPro), { ...chat("early", isPro), priority: 1 }];
    expect(places(told("never-reached", list))).toEqual([0]);
  });

  test("tells of defaults after a default, and of those that conditions leave nothing to", () => {
    expect(related(told("never-reached", [chat("a"), chat("b")]))).toEqual([["a"]]);
    const list = [chat("yes", isPro), chat("no", when("plan", "NOT_EQUAL", "pro")), chat("rest")];
    expect(related(told("never-reached", list))).toEqual([["yes", "no"]]);
  });

  test("does not look beyond the channel and the environment", () => {
    const list = [
      { ...chat("a", isPro), _environmentId: "production" },
      { ...chat("b", isPro), _environmentId: "development" },
      { ...email("c", isPro), _environmentId: "production" },
      { ...chat("d", isPro), kind: "agent", _environmentId: "production" },
      { ...chat("e", isPro), active: false, _environmentId: "production" },
    ];
    expect(told("never-reached", list)).toEqual([]);
  });

  test("follows the options of selecting", () => {
    const spare = [{ ...email("a"), primary: true }, email("b")];
    expect(told("never-reached", spare)).toEqual([]);
    expect(related(told("never-reached", spare, { fallback: "any" }))).toEqual([["a"]]);

    const blocked = [chat("bad", when("plan", "EQUALS", "pro")), chat("b", isPro), chat("c")];
    expect(told("never-reached", blocked)).toEqual([]);
    const diagnostics = told("never-reached", blocked, { onInvalid: "block" });
    expect(places(diagnostics)).toEqual([1, 2]);
    expect(related(diagnostics)).toEqual([["bad"], ["bad"]]);
    expect(diagnostics[0]?.message).toContain("bad has invalid conditions, and ends every search");

    const twice = [chat("a", isPro), chat("b", isPro)];
    const exclude = ({ identifier }: IntegrationLike): boolean => identifier === "a";
    expect(told("never-reached", twice, { exclude })).toEqual([]);

    const providers = [chat("a", isPro), { ...chat("b", isPro), providerId: "discord" }];
    expect(places(told("never-reached", providers))).toEqual([1]);
    expect(told("never-reached", providers, { providers: true })).toEqual([]);

    const tenants = [
      { ...chat("a", isPro), _environmentId: "production" },
      { ...chat("b", isPro), _environmentId: "development" },
    ];
    expect(told("never-reached", tenants, { scope: "open" })).toEqual([]);
  });
});

describe("not-a-default", () => {
  test("fires on email and sms without primary, and everywhere where nothing may be", () => {
    const list = [email("a"), { ...email("b"), primary: true }, chat("c")];
    expect(places(told("not-a-default", list))).toEqual([0]);
    expect(places(told("not-a-default", list, { fallback: "none" }))).toEqual([0, 1, 2]);
    expect(told("not-a-default", list, { fallback: "any" })).toEqual([]);
  });
});

describe("no-default", () => {
  test("fires once for each environment, with a context that nothing is selected for", () => {
    const list = [
      { ...email("a", isPro), _environmentId: "production" },
      { ...email("b", inGermany), _environmentId: "production" },
      { ...email("c"), _environmentId: "development" },
      { ...email("d"), _environmentId: "staging", primary: true },
      { ...chat("e", isPro), _environmentId: "production" },
    ];
    const diagnostics = told("no-default", list);
    expect(places(diagnostics)).toEqual([0, 2]);
    for (const { context = {} } of diagnostics) {
      expect(context).toHaveProperty("environmentId");
      expect(selectIntegration(list, context)).toBeUndefined();
    }
  });

  test("does not where conditions claim everything, nor where no default is wanted", () => {
    const list = [email("a", isPro), email("b", when("plan", "NOT_EQUAL", "pro"))];
    expect(told("no-default", list)).toEqual([]);
    expect(places(told("no-default", [email("a", isPro)]))).toEqual([0]);
    expect(told("no-default", [email("a", isPro)], { fallback: "none" })).toEqual([]);
    expect(told("no-default", [email("a")], { fallback: "any" })).toEqual([]);
  });
});

describe("several-primaries and conditional-primary", () => {
  test("fire on all but the first in order, and on each that has conditions", () => {
    const list = [
      { ...email("late"), primary: true },
      { ...email("early"), primary: true, priority: 1 },
      { ...email("conditional", isPro), primary: true },
      { ...email("elsewhere"), primary: true, channel: "sms" },
      { ...email("off"), primary: true, active: false },
    ];
    expect(places(told("several-primaries", list))).toEqual([0, 2]);
    expect(related(told("several-primaries", list))).toEqual([["early"], ["early"]]);
    expect(places(told("conditional-primary", list))).toEqual([2]);
  });
});

describe("agent-channel", () => {
  test("fires on an agent with a channel alone", () => {
    const list = [
      chat("a"),
      { ...chat("b"), kind: "agent" },
      { ...chat("c"), kind: "agent", channel: null },
    ];
    expect(places(told("agent-channel", list))).toEqual([1]);
  });
});

describe("unordered-overlap", () => {
  test("names all that go first by age or place alone, with a context that both match", () => {
    const list = [
      chat("a", isPro),
      chat("b", inGermany),
      { ...chat("c", when("age", "LARGER", 18)), createdAt: "2026-03-01" },
    ];
    const diagnostics = told("unordered-overlap", list);
    expect(
      diagnostics.map(({ integration, message }) => [integration.identifier, message]),
    ).toEqual([
      ["a", expect.stringContaining("goes after it by createdAt alone")],
      ["b", expect.stringContaining("goes after it by its place in the list alone")],
    ]);
    expect(related(diagnostics)).toEqual([["c"], ["a", "c"]]);
    for (const diagnostic of diagnostics) {
      const [nearest] = diagnostic.related ?? [];
      expect(passes(list[diagnostic.integration.index], diagnostic)).toBe(true);
      expect(passes(list[nearest?.index ?? -1], diagnostic)).toBe(true);
    }
  });

  test.each([
    ["priority decides", [{ ...chat("a", isPro), priority: 1 }, chat("b", inGermany)]],
    ["primary decides", [{ ...chat("a", isPro), primary: true }, chat("b", inGermany)]],
    ["no single value meets both", [chat("a", isPro), chat("b", when("plan", "EQUAL", "free"))]],
    [
      "ranges lie apart",
      [chat("a", when("age", "SMALLER", 5)), chat("b", when("age", "LARGER", 5))],
    ],
    [
      "texts begin apart",
      [chat("a", when("name", "LIKE", "ab%")), chat("b", when("name", "LIKE", "b%"))],
    ],
    [
      "texts end apart",
      [chat("a", when("name", "LIKE", "%ab")), chat("b", when("name", "LIKE", "%a"))],
    ],
    [
      "environments differ",
      [
        { ...chat("a", isPro), _environmentId: "production" },
        { ...chat("b", inGermany), _environmentId: "development" },
      ],
    ],
    ["channels differ", [chat("a", isPro), email("b", inGermany)]],
    ["one is never reached", [chat("a", isPro), chat("b", isPro, inGermany)]],
  ])("does not where %s", (_, list) => {
    expect(told("unordered-overlap", list)).toEqual([]);
  });

  test("fires where several conditions are more than the nearest", () => {
    const list = ["a", "b", "c", "d", "e"].map((name) => chat(name, when(name, "IS_DEFINED")));
    const diagnostics = told("unordered-overlap", list);
    expect(places(diagnostics)).toEqual([1, 2, 3, 4]);
    expect(diagnostics.at(-1)?.message).toContain("matches what d, c, b and 1 more match, too");
  });

  test("fires where ranges, lists of values and patterns share something", () => {
    const pairs = [
      [when("age", "BETWEEN", [1, 5]), when("age", "BETWEEN", [5, 9])],
      [when("country", "IN", "DE, FR, IT"), when("country", "IN", "ES, IT, NL")],
      [when("name", "LIKE", "a%"), when("name", "LIKE", "%z")],
      [when("name", "LIKE", "ab%"), when("name", "LIKE", "a%")],
      [when("name", "LIKE", "%bc"), when("name", "LIKE", "%c")],
      [when("age", "EQUAL", "10"), when("age", "LARGER", 9)],
      [when("plan", "NOT_EQUAL", "pro"), when("plan", "NOT_EQUAL", "free")],
      [{ value: "OR", children: [isPro, inGermany] }, when("plan", "EQUAL", "free")],
    ] as const;
    for (const [one, other] of pairs) {
      const list = [chat("a", one), chat("b", other)];
      const [diagnostic] = told("unordered-overlap", list);
      expect(diagnostic?.integration.identifier).toBe("b");
      if (diagnostic === undefined) continue;
      expect(list.map((record) => passes(record, diagnostic))).toEqual([true, true]);
    }
  });
});

describe("removable-condition", () => {
  /** The paths below the first group that can go. */
  function removable(...children: object[]): readonly unknown[] {
    return told("removable-condition", [chat("a", ...children)]).map(({ path }) =>
      path.slice(3).filter((step) => typeof step === "number"),
    );
  }

  test("fires on the later of two that say the same", () => {
    expect(removable(isPro, inGermany, isPro)).toEqual([[2]]);
  });

  test("fires on what another implies", () => {
    expect(removable(when("age", "LARGER", 5), when("age", "LARGER", 10))).toEqual([[0]]);
    expect(removable(isPro, when("plan", "IS_DEFINED"))).toEqual([[1]]);
  });

  test("fires on groups, on what is inside groups, and on groups that hold nothing", () => {
    const either = { value: "OR", children: [isPro, inGermany] };
    expect(removable(isPro, either)).toEqual([[1]]);
    expect(
      removable(inGermany, { value: "OR", children: [isPro, when("plan", "IN", "pro, free")] }),
    ).toEqual([[1, 0]]);
    expect(removable(isPro, { value: "AND", children: [] })).toEqual([[1]]);
    expect(
      removable(isPro, { value: "AND", isNegated: true, children: [inGermany, inGermany] }),
    ).toEqual([[1, 1]]);
  });

  test("fires on whole groups of the list", () => {
    const list = [
      {
        ...chat("a"),
        conditions: [
          { value: "AND", children: [isPro] },
          { value: "AND", children: [isPro, inGermany] },
        ],
      },
    ];
    expect(told("removable-condition", list).map(({ path }) => path)).toEqual([["conditions", 1]]);
  });

  test("does not where each says something", () => {
    expect(removable(isPro, inGermany)).toEqual([]);
    expect(removable(isPro)).toEqual([]);
    expect(removable(when("age", "LARGER", 5), when("age", "SMALLER", 10))).toEqual([]);
    expect(removable({ value: "AND", isNegated: true, children: [isPro] }, inGermany)).toEqual([]);
  });
});

describe("date-only-bound", () => {
  test.each([
    ["dates", "2026-03-01, 2026-03-31", true],
    ["a date and a time", "2026-03-01, 2026-03-31T23:59", false],
    ["a time and a date", "2026-03-01T12:00, 2026-03-31", true],
    ["numbers", "1, 2", false],
    ["references", "{{payload.from}}, {{payload.to}}", false],
  ])("%s", (_, value, fires) => {
    for (const operator of ["BETWEEN", "NOT_BETWEEN"]) {
      const diagnostics = told("date-only-bound", [chat("a", when("at", operator, value))]);
      expect(diagnostics.map(({ path }) => path)).toEqual(
        fires ? [["conditions", 0, "children", 0]] : [],
      );
    }
  });

  test("does not where dates are compared as text", () => {
    const group = {
      type: "TEXT",
      value: "AND",
      children: [when("at", "BETWEEN", "2026-03-01, 2026-03-31")],
    };
    expect(told("date-only-bound", [chat("a", group)])).toEqual([]);
  });
});

describe("no-wildcard", () => {
  test.each([
    ["a%", false],
    ["a_", false],
    ["{{payload.pattern}}", false],
    ["a", true],
    ["100\\%", true],
    ["a\\\\%", false],
    ["", true],
  ])("%j", (pattern, fires) => {
    for (const operator of ["LIKE", "NOT_LIKE", "ILIKE", "NOT_ILIKE"]) {
      const list = [chat("a", when("name", operator, pattern))];
      expect(told("no-wildcard", list)).toHaveLength(fires ? 1 : 0);
    }
  });
});

describe("compared-as-text", () => {
  test.each([
    ["LARGER", "word", true],
    ["SMALLER_EQUAL", true, true],
    ["BETWEEN", "1, 2026-03-01", true],
    ["LARGER", "10", false],
    ["LARGER", "2026-03-01", false],
    ["LARGER", "{{payload.limit}}", false],
    ["EQUAL", "word", false],
  ])("%s %j", (operator, value, fires) => {
    const list = [chat("a", when("size", operator, value))];
    expect(told("compared-as-text", list)).toHaveLength(fires ? 1 : 0);
  });

  test("does not where the type says text", () => {
    const group = { type: "TEXT", value: "AND", children: [when("name", "LARGER", "m")] };
    expect(told("compared-as-text", [chat("a", group)])).toEqual([]);
  });
});

describe("the result", () => {
  test("has the severity of each code, and tells of each integration in the order of the codes", () => {
    const list = [
      { ...email("a", isPro, when("name", "LIKE", "x")), primary: true },
      { ...email("a", isPro, isPro), primary: true },
      { ...chat("c", inGermany), kind: "agent" },
    ];
    const { diagnostics, undecided } = lintIntegrations(list);
    const codes = Object.keys(DIAGNOSTIC_CODES);
    const ranks = diagnostics.map(
      ({ integration, code }) => integration.index * codes.length + codes.indexOf(code),
    );
    expect(ranks.length).toBeGreaterThan(6);
    expect(ranks).toEqual([...ranks].sort((x, y) => x - y));
    for (const { code, severity } of diagnostics) {
      expect(severity).toBe(DIAGNOSTIC_CODES[code].severity);
    }
    expect(undecided).toEqual([]);
  });

  test("is empty for a list with nothing to say of", () => {
    const list = [
      { ...email("eu", inGermany), priority: 2 },
      { ...email("pro", isPro), priority: 1 },
      { ...email("rest"), primary: true },
    ];
    expect(lintIntegrations(list)).toEqual({ diagnostics: [], undecided: [] });
  });

  test("names records without an identifier by what they have", () => {
    const { identifier: _, ...byId } = chat("a");
    const { _id: __, ...byPlace } = byId;
    const messages = told("never-reached", [byId, chat("b")]).map(({ message }) => message);
    expect(messages).toEqual(["never selected: id-a takes everything that it matches"]);
    expect(told("never-reached", [byPlace, chat("b")])[0]?.message).toContain("selected: #0 takes");
  });

  test("names the checks that came to no answer", () => {
    const reference = when("plan", "EQUAL", "{{payload.plan}}");
    const { undecided } = lintIntegrations([chat("a", reference)], { steps: 1, classes: 1 });
    expect(undecided.map(({ code }) => code)).toContain("never-passes");
    for (const { because, integration } of undecided) {
      expect(because).not.toBe("");
      expect(integration.identifier).toBe("a");
    }
  });

  test("is plain data that nothing else of a record is in", () => {
    const secret = { ...email("a", isPro, isPro), credentials: { apiKey: "a secret" } };
    const result = lintIntegrations([secret]);
    expect(JSON.stringify(result)).not.toContain("a secret");
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("changes no argument", () => {
    const list = Object.freeze([Object.freeze(chat("a", Object.freeze(isPro)))]);
    expect(lintIntegrations(list).diagnostics).toEqual([]);
  });

  test("refuses what is no list and what is no option", () => {
    expect(() => lintIntegrations(JSON.parse("{}"))).toThrow(TypeError);
    expect(() => lintIntegrations([], { fallback: JSON.parse('"all"') })).toThrow(
      'fallback: found "all"; expected one of',
    );
    expect(() => lintIntegrations([], { semantics: JSON.parse('"novu"') })).toThrow(
      'semantics: found "novu"; expected none',
    );
  });
});
