import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { IntegrationLike, Rules, SelectionContext } from "integration-router";
import {
  alwaysSelects,
  alwaysSelectsProperty,
  implies,
  impliesProperty,
  LawError,
  neverSelects,
  neverSelectsProperty,
  reachable,
} from "integration-router/testing";

interface Row extends IntegrationLike {
  readonly identifier: string;
  readonly region: "eu" | "us";
}

function row(identifier: string, region: Row["region"], rest: Partial<Row> = {}): Row {
  return { identifier, region, channel: "email", active: true, ...rest };
}

const inEurope: Rules = { in: [{ var: "subscriber.country" }, ["DE", "FR"]] };
const enterprise: Rules = { "==": [{ var: "subscriber.plan" }, "enterprise"] };

const europe = row("ses-frankfurt", "eu", { priority: 2, rules: inEurope });
const enterprises = row("postmark", "us", { priority: 1, rules: enterprise });
const fallback = row("sendgrid", "us", { primary: true });

/** Europe goes first. */
const right = [europe, enterprises, fallback];
/** The mistake: enterprises go first, those in Europe too. */
const wrong = [europe, { ...enterprises, priority: 3 }, fallback];

const email: SelectionContext = { channel: "email" };
const seeded = { seed: 42 } as const;

const isEuropean = ({ subscriber }: SelectionContext): boolean =>
  ["DE", "FR"].includes(String(Reflect.get(Object(subscriber), "country")));

function breachOf(law: () => void): LawError {
  try {
    law();
  } catch (error) {
    if (error instanceof LawError) return error;
    throw error;
  }
  throw new Error("the law holds");
}

/** A message without its last paragraph, which holds numbers of the run. */
function saidBy({ message }: LawError): string[] {
  return message.split("\n\n").slice(0, -1);
}

describe("alwaysSelects", () => {
  test("holds where something always serves", () => {
    expect(() => alwaysSelects(right, email)).not.toThrow();
  });

  test("fails where nothing does, with the smallest context", () => {
    const error = breachOf(() => alwaysSelects([europe, enterprises], email, seeded));
    expect(error).toMatchObject({ name: "LawError", law: "alwaysSelects", integrations: [] });
    expect(error.context).toEqual({ channel: "email" });
    expect(saidBy(error)).toEqual([
      "alwaysSelects: nothing is selected",
      'context: {"channel":"email"}',
      [
        "Nothing selected",
        "none: nothing in scope matches or may be a default",
        "├─ ✘ ses-frankfurt (email): conditions not met",
        '│    subscriber.country IN ["DE", "FR"], found nothing',
        "└─ ✘ postmark (email): conditions not met",
        '     subscriber.plan EQUAL "enterprise", found nothing',
      ].join("\n"),
    ]);
  });

  test("is about the messages that the scope fixes", () => {
    const german = { channel: "email", subscriber: { country: "DE" } } as const;
    expect(() => alwaysSelects([europe], german)).not.toThrow();
    const error = breachOf(() =>
      alwaysSelects([europe], { ...german, subscriber: { country: "US" } }),
    );
    expect(error.context).toEqual({ channel: "email", subscriber: { country: "US" } });
  });

  test("holds over rules on a clock, and finds their edge", () => {
    const seen = { var: "subscriber.seenAt" };
    const duration = { amount: 1, unit: "days" };
    const recent = row("recent", "eu", { rules: { withinLast: [seen, duration] } });
    const others = row("others", "eu", { rules: { notWithinLast: [seen, duration] } });
    expect(() => alwaysSelects([recent, others], email)).not.toThrow();

    // One millisecond belongs to neither.
    const before = row("before", "eu", { rules: { moreThanXAgo: [seen, duration] } });
    const after = row("after", "eu", {
      rules: {
        and: [{ lessThanXAgo: [seen, duration] }, { "!=": [seen, "2026-03-30T12:00:00Z"] }],
      },
    });
    const dated = { channel: "email", subscriber: {} } as const;
    const isThere = ({ subscriber }: SelectionContext): boolean => {
      return Reflect.get(Object(subscriber), "seenAt") instanceof Date;
    };
    expect(() =>
      implies([before, after], isThere, (selected) => selected !== undefined, {
        scope: dated,
        numRuns: 300,
      }),
    ).toThrow(/^implies: nothing is selected.*\n\ncontext: .*2026-03-30T12:00:00.000Z/);
  });
});

describe("neverSelects", () => {
  const inGermany = { channel: "email", subscriber: { country: "DE" } } as const;
  const isAmerican = ({ region }: Row): boolean => region === "us";

  test("holds where none of them is selected", () => {
    expect(() => neverSelects(right, isAmerican, inGermany)).not.toThrow();
  });

  test("fails where one is, and names it", () => {
    const error = breachOf(() => neverSelects(wrong, isAmerican, inGermany, seeded));
    expect(error.law).toBe("neverSelects");
    expect(error.integrations).toEqual([{ identifier: "postmark", channel: "email", index: 1 }]);
    expect(error.context).toEqual({
      channel: "email",
      subscriber: { country: "DE", plan: "enterprise" },
    });
    expect(saidBy(error)).toEqual([
      "neverSelects: postmark is selected",
      'context: {"channel":"email","subscriber":{"country":"DE","plan":"enterprise"}}',
      expect.stringContaining("├─ ✔ postmark (email): selected"),
    ]);
  });
});

describe("implies", () => {
  test("holds where every such message goes where it should", () => {
    expect(() => implies(right, isEuropean, (selected) => selected?.region === "eu")).not.toThrow();
  });

  test("fails where one does not, with one small context", () => {
    const error = breachOf(() =>
      implies(wrong, isEuropean, (selected) => selected?.region === "eu", seeded),
    );
    expect(error.law).toBe("implies");
    expect(error.integrations).toEqual([{ identifier: "postmark", channel: "email", index: 1 }]);
    expect(error.context).toEqual({
      channel: "email",
      subscriber: { country: "DE", plan: "enterprise" },
    });
    expect(saidBy(error)[0]).toBe(
      "implies: postmark is selected, which thenSelection does not allow",
    );
    expect(error.message).toMatch(/To run this case again: \{"seed":42,"path":"[\d:]+",/);
  });

  test("looks at values that no condition names, where they are given", () => {
    const isPolish = ({ subscriber }: SelectionContext): boolean =>
      Reflect.get(Object(subscriber), "country") === "PL";
    const error = breachOf(() =>
      implies(right, isPolish, (selected) => selected?.region === "eu", {
        values: { "subscriber.country": ["PL"] },
      }),
    );
    expect(error.context).toEqual({ channel: "email", subscriber: { country: "PL" } });
  });

  test("does not hold for want of messages that it is about", () => {
    const never = (): boolean => false;
    const error = breachOf(() => implies(right, never, never));
    expect(error.message).toBe(
      "implies: whenContext is true for none of the contexts that were tried, so nothing was tested; expected it to be true for some: give the values that it asks for in `values`, or fix them in `scope`",
    );
  });

  test("passes on what its functions throw", () => {
    const broken = (): boolean => {
      throw new RangeError("mine");
    };
    const run = (): void => implies(right, () => true, broken, { numRuns: 10 });
    expect(run).toThrow(/^Property failed after 1 tests/);
    expect(run).toThrow(expect.objectContaining({ cause: new RangeError("mine") }));
  });
});

describe("reachable", () => {
  const all = (...rules: readonly Rules[]): Rules => ({ and: rules });
  const total = { var: "payload.total" };

  test("holds where each is selected by some message, narrow ones too", () => {
    const narrow = row("narrow", "eu", {
      priority: 9,
      rules: all(
        inEurope,
        enterprise,
        { "<": [10, total, 11] },
        { endsWith: [{ var: "subscriber.email" }, "@acme.example"] },
        { ">": [total, { var: "tenant.limit" }] },
      ),
    });
    expect(() => reachable([...right, narrow], seeded)).not.toThrow();
  });

  test("lists those that are not, and what became of each", () => {
    const impossible = row("impossible", "eu", {
      rules: all({ ">": [total, 10] }, { "<": [total, 5] }),
    });
    const shadowed = row("shadowed", "eu", { priority: 1, rules: inEurope });
    const second = row("second", "us", { primary: true });
    const lacking = row("lacking", "us");
    const broken = row("broken", "us", { rules: { nonsense: [] } });
    const off = row("off", "us", { active: false });
    const deleted = row("deleted", "us", { deleted: true });
    const list = [...right, impossible, shadowed, second, lacking, broken, off, deleted];
    const error = breachOf(() => reachable(list, { ...seeded, numRuns: 20 }));
    const missed = ["impossible", "shadowed", "second", "lacking", "broken"];
    expect(error.integrations.map(({ identifier }) => identifier)).toEqual(missed);
    expect(error.context).toBeUndefined();
    const [headline, fates = "", again] = error.message.split("\n\n");
    expect(headline).toBe("reachable: 5 integrations are selected by no context that was found");
    expect(
      fates.split("\n").map((line) => line.replace(/, (with|\w[\w-]* is selected).*/, "")),
    ).toEqual([
      "- impossible: conditions not met",
      "- shadowed: eligible",
      "- second: eligible",
      "- lacking: not a default",
      "- broken: invalid",
    ]);
    expect(fates).toContain("shadowed: eligible, ses-frankfurt is selected, with {");
    expect(again).toBe('To run this search again: {"seed":42}');
  });

  test("searches with a seed of its own, and steps round what is constant", () => {
    const constant = row("constant", "eu", { rules: all({ or: [enterprise, false as never] }) });
    expect(() => reachable([constant, fallback])).not.toThrow();
    const never = row("never", "eu", { rules: all(enterprise, { "!": [true as never] }) });
    const error = breachOf(() => reachable([never, fallback], { numRuns: 5 }));
    expect(error.message).toMatch(
      /^reachable: one integration is .*\n\n- never: conditions not met/,
    );
    expect(error.message).toMatch(/To run this search again: \{"seed":\d+\}$/);
  });

  test("finds a message for each of a long list, which brings many values together", () => {
    const long = Array.from({ length: 400 }, (_, index) =>
      row(`tenant-${index}`, "eu", {
        rules: all({ "==": [{ var: "tenant.id" }, `t${index}`] }, { ">": [total, index] }),
      }),
    );
    expect(() => reachable([...long, fallback], { ...seeded, numRuns: 20 })).not.toThrow();
    const error = breachOf(() =>
      implies(
        [...long, fallback],
        ({ tenant }) => JSON.stringify(tenant) === '{"id":"t399"}',
        (selected) => selected?.identifier !== "tenant-399",
        { ...seeded, scope: { channel: "email", tenant: { id: "t399" } } },
      ),
    );
    expect(error.context).toEqual({
      channel: "email",
      tenant: { id: "t399" },
      payload: { total: 400 },
    });
  });

  test("is told what selections are told", () => {
    const list = [row("first", "eu", { primary: true, rules: inEurope }), row("plain", "us")];
    expect(breachOf(() => reachable(list, seeded)).integrations).toHaveLength(1);
    expect(() => reachable(list, { ...seeded, selection: { fallback: "any" } })).not.toThrow();
  });

  test("says the same under the same seed", () => {
    const list = [row("plain", "us")];
    const once = breachOf(() => reachable(list, seeded));
    expect(breachOf(() => reachable(list, seeded)).message).toBe(once.message);
  });

  test("passes on what an option throws", () => {
    const exclude = (): boolean => {
      throw new RangeError("mine");
    };
    expect(() => reachable(right, { selection: { exclude } })).toThrow("mine");
  });
});

describe("parameters", () => {
  test("of fast-check come through", () => {
    let runs = 0;
    const count = (): boolean => {
      runs++;
      return true;
    };
    implies(right, () => true, count, { numRuns: 7 });
    expect(runs).toBe(7);

    const reports: boolean[] = [];
    const reporter = ({ failed }: { readonly failed: boolean }): void => {
      reports.push(failed);
    };
    alwaysSelects([europe], email, { ...seeded, reporter });
    expect(reports).toEqual([true]);

    const german: SelectionContext = { channel: "email", subscriber: { country: "DE" } };
    const seen: SelectionContext[] = [];
    const note = (_: unknown, context: SelectionContext): boolean => seen.push(context) > 0;
    implies(right, () => true, note, { examples: [[german]], numRuns: 1 });
    expect(seen).toEqual([german]);

    // An example is nobody's draft: it is reported as it is.
    const examples: [SelectionContext][] = [[{ channel: "email", subscriber: { country: "US" } }]];
    const error = breachOf(() => alwaysSelects([europe], email, { ...seeded, examples }));
    expect(error.context).toEqual(examples[0]?.[0]);
  });

  test("repeat a case as the message says", () => {
    const law = (again: object): LawError =>
      breachOf(() => alwaysSelects([europe, enterprises], { channel: "email" }, again));
    const first = law({ seed: 5 });
    const [, again = "{}"] = first.message.split("To run this case again: ");
    const second = law(JSON.parse(again));
    expect(second.context).toEqual(first.context);
  });

  test("of selections come through", () => {
    const closed = { selection: { fallback: "none" }, ...seeded } as const;
    expect(() => alwaysSelects([fallback], email)).not.toThrow();
    expect(breachOf(() => alwaysSelects([fallback], email, closed)).context).toEqual(email);

    const blocking = { selection: { onInvalid: "block" }, ...seeded } as const;
    const broken = row("broken", "eu", { priority: 9, rules: { nonsense: [] } });
    expect(() => alwaysSelects([broken, fallback], email)).not.toThrow();
    const error = breachOf(() => alwaysSelects([broken, fallback], email, blocking));
    expect(error.message).toContain("blocked: an integration with invalid conditions ended");

    const account = row("account", "eu", { rules: { "==": [{ var: "account.region" }, "eu"] } });
    const sources = { selection: { sources: ["account"] }, ...seeded } as const;
    expect(() => reachable([account], sources)).not.toThrow();
  });
});

describe("the properties on their own", () => {
  test.each([
    ["alwaysSelects", alwaysSelectsProperty([europe], email)],
    ["neverSelects", neverSelectsProperty([fallback], () => true, email)],
    [
      "implies",
      impliesProperty(
        [fallback],
        () => true,
        () => false,
      ),
    ],
  ])("%s", (law, property) => {
    const run = fc.check(property, { seed: 1 });
    expect(run.failed).toBe(true);
    expect(run.errorInstance).toBeInstanceOf(LawError);
    expect(run.errorInstance).toMatchObject({ law });
  });
});
