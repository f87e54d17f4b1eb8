import { describe, expect, test } from "@jest/globals";
import {
  type ExplainOptions,
  explainSelection,
  formatExplanation,
  type IntegrationLike,
} from "integration-router";
import { group, type Raw } from "../support/build.js";
import { message } from "./support/rows.js";

// What a support engineer reads. The texts are whole, so that a change to one is seen in all of it.

function email(identifier: string, providerId: string, fields: Raw = {}): IntegrationLike {
  return { identifier, providerId, channel: "email", active: true, ...fields };
}

function subscriber(field: string, operator: string, value?: unknown): Raw {
  return { on: "subscriber", field, operator, value };
}

const customer = { data: { plan: "free", country: "PT", age: 17 } };

function text(
  list: readonly IntegrationLike[],
  fields: Raw = {},
  options?: ExplainOptions<IntegrationLike>,
): string {
  const context = message({ channel: "email", subscriber: customer, ...fields });
  return formatExplanation(explainSelection(list, context, options));
}

/** The line under a record that lost because of its conditions. */
function blamed(...conditions: readonly Raw[]): string | undefined {
  return text([email("only", "ses", { conditions })])
    .split("\n")[3]
    ?.trim();
}

describe("whole texts", () => {
  test("a match, with what went before it, comes after it and is out of scope", () => {
    const list = [
      email("sendgrid-eu", "sendgrid", {
        priority: 9,
        conditions: [
          group([
            subscriber("data.country", "IN", "DE, FR"),
            subscriber("data.plan", "EQUAL", "pro"),
          ]),
        ],
      }),
      email("ses-free", "ses", {
        priority: 5,
        conditions: [group([subscriber("data.plan", "EQUAL", "free")])],
      }),
      email("mailgun", "mailgun", { primary: true }),
      email("smtp", "nodemailer"),
      email("twilio", "twilio", { channel: "sms" }),
      email("old", "mandrill", { active: false }),
      email("older", "mandrill", { active: false }),
    ];
    expect(text(list)).toBe(
      [
        "Selected ses-free (ses, email)",
        "targeting-match: the first in order whose conditions pass",
        "├─ ✘ sendgrid-eu (sendgrid, email): conditions not met",
        '│    subscriber.data.country IN ["DE", "FR"], found "PT"',
        "├─ ✔ ses-free (ses, email): selected",
        "├─ ○ mailgun (mailgun, email): eligible, later in order",
        "├─ ✘ smtp (nodemailer, email): has no conditions and may not be a default",
        "├─ - other channel: twilio",
        "└─ - inactive: old, older",
      ].join("\n"),
    );
  });

  test("a default", () => {
    expect(text([email("mailgun", "mailgun", { primary: true })])).toBe(
      [
        "Selected mailgun (mailgun, email)",
        "default: no conditions pass, and it is the first in order that may be a default",
        "└─ ✔ mailgun (mailgun, email): selected",
      ].join("\n"),
    );
  });

  test("an identifier", () => {
    const list = [email("ses", "ses"), email("mailgun", "mailgun")];
    expect(text(list, { identifier: "mailgun" })).toBe(
      [
        "Selected mailgun (mailgun, email)",
        "identifier: named by its identifier",
        "├─ ✔ mailgun (mailgun, email): selected",
        "└─ - other identifier: ses",
      ].join("\n"),
    );
  });

  test("nothing", () => {
    const list = [
      email("ses", "ses", { conditions: [group([subscriber("data.age", "LARGER_EQUAL", "18")])] }),
      email("mailgun", "mailgun"),
    ];
    expect(text(list)).toBe(
      [
        "Nothing selected",
        "none: nothing in scope matches or may be a default",
        "├─ ✘ ses (ses, email): conditions not met",
        '│    subscriber.data.age LARGER_EQUAL "18", found 17',
        "└─ ✘ mailgun (mailgun, email): has no conditions and may not be a default",
      ].join("\n"),
    );
  });

  test("nothing, of an empty list", () => {
    expect(text([])).toBe("Nothing selected\nnone: nothing in scope matches or may be a default");
  });

  test("a blocked search, and the mistakes that blocked it", () => {
    const list = [
      email("mailgun", "mailgun", { primary: true }),
      email("ses", "ses", {
        priority: 1,
        conditions: [
          group([subscriber("", "EQUAL", "pro"), subscriber("data.plan", "LIKE", "pro\\")], {
            value: "NOR",
          }),
          group("children"),
          { value: "XOR", children: [] },
        ],
      }),
    ];
    expect(text(list, {}, { onInvalid: "block" })).toBe(
      [
        "Nothing selected",
        "blocked: an integration with invalid conditions ended the search",
        "├─ ! ses (ses, email): invalid conditions",
        '│    conditions[0].value: found "NOR"; expected AND or OR',
        '│    conditions[0].children[0].field: found ""; expected a path such as data.plan',
        ...text([list[1] ?? {}])
          .split("\n")
          .slice(5, -1)
          .map((line) => line.replace(/^ {5}/, "│    ")),
        "│    and 2 more",
        "└─ ✘ mailgun (mailgun, email): comes after an integration that blocks",
      ].join("\n"),
    );
  });

  test("a limit", () => {
    const list = ["ses", "mailgun", "smtp"].map((name) => email(name, name));
    expect(text(list, {}, { limit: 2, fallback: "any" })).toBe(
      [
        "Selected ses (ses, email)",
        "default: no conditions pass, and it is the first in order that may be a default",
        "├─ ✔ ses (ses, email): selected",
        "├─ ○ mailgun (mailgun, email): eligible, later in order",
        "└─ … 1 more, left out by the limit",
      ].join("\n"),
    );
    expect(text(list, {}, { limit: 0, fallback: "any" }).split("\n").slice(2)).toEqual([
      "└─ … 3 more, left out by the limit",
    ]);
  });
});

describe("what a lost integration is told to have lost by", () => {
  const isFree = subscriber("data.plan", "EQUAL", "free");
  const isPro = subscriber("data.plan", "EQUAL", "pro");
  const isTeam = subscriber("data.plan", "EQUAL", "team");
  const isPortuguese = subscriber("data.country", "EQUAL", "PT");
  const lostByPro = 'subscriber.data.plan EQUAL "pro", found "free"';
  const lostByFree = 'must not hold: subscriber.data.plan EQUAL "free", found "free"';

  test.each<[what: string, conditions: Raw[], line: string]>([
    ["the first of an AND that failed", [group([isPortuguese, isPro, isTeam])], lostByPro],
    ["the first of an OR", [group([isPro, isTeam], { value: "OR" })], lostByPro],
    ["the first group's", [group([isPortuguese, isPro]), group([isTeam])], lostByPro],
    ["a nested group's", [group([isFree, group([group([isPro])])])], lostByPro],
    ["a negation's that passed", [group([isFree], { isNegated: true })], lostByFree],
    [
      "the one of a negated OR that passed",
      [group([isPro, isFree], { isNegated: true, value: "OR" })],
      lostByFree,
    ],
    [
      "past an empty group in a negation",
      [group([group([]), isFree], { isNegated: true })],
      lostByFree,
    ],
    [
      "past a negation that passed",
      [group([group([isTeam], { isNegated: true }), isPro])],
      lostByPro,
    ],
    [
      "a double negation's that failed",
      [group([group([isPro], { isNegated: true })], { isNegated: true })],
      lostByPro,
    ],
  ])("%s", (_, conditions, line) => {
    expect(blamed(...conditions)).toBe(line);
  });

  test.each<[what: string, condition: Raw, line: string]>([
    [
      "an absent field",
      subscriber("data.moon", "EQUAL", "full"),
      'subscriber.data.moon EQUAL "full", found nothing',
    ],
    [
      "an operator without a value",
      subscriber("data.moon", "IS_DEFINED"),
      "subscriber.data.moon IS_DEFINED, found nothing",
    ],
    [
      "a complement",
      subscriber("data.plan", "NOT_IN", "free, pro"),
      'subscriber.data.plan NOT_IN ["free", "pro"], found "free"',
    ],
    [
      "a range",
      subscriber("data.age", "BETWEEN", [18, 65]),
      "subscriber.data.age BETWEEN [18, 65], found 17",
    ],
    [
      "a reference and what it read",
      subscriber("data.plan", "EQUAL", "{{ subscriber.data.country }}"),
      'subscriber.data.plan EQUAL {{ subscriber.data.country }} = "PT", found "free"',
    ],
    [
      "an object",
      subscriber("data", "EQUAL", "free"),
      'subscriber.data EQUAL "free", found "[object]"',
    ],
    [
      "a path that starts with a bracket",
      subscriber('["a b"].c', "EQUAL", "x"),
      'subscriber["a b"].c EQUAL "x", found nothing',
    ],
    [
      "an empty text",
      subscriber("data.plan", "EQUAL", ""),
      'subscriber.data.plan EQUAL "", found "free"',
    ],
  ])("with %s", (_, condition, line) => {
    expect(blamed(group([condition]))).toBe(line);
  });

  test("with a reference that is absent", () => {
    const line = blamed(group([subscriber("data.plan", "EQUAL", "{{tenant.plan}}")]));
    expect(line).toMatch(/^subscriber\.data\.plan EQUAL \{\{tenant\.plan\}\}.*, found "free"$/);
  });
});

describe("names", () => {
  test.each<[fields: Raw, name: string]>([
    [{}, "ses-eu (ses, email)"],
    [{ providerId: undefined }, "ses-eu (email)"],
    [{ providerId: null, channel: undefined, kind: "agent" }, "ses-eu"],
    [{ identifier: undefined, _id: "65f1" }, "65f1 (ses, email)"],
    [{ identifier: null }, "#0 (ses, email)"],
  ])("%p", (fields, name) => {
    const only = email("ses-eu", "ses", { primary: true, ...fields });
    const kind = "kind" in fields ? { kind: "agent" } : {};
    expect(text([only], kind).split("\n")[0]).toBe(`Selected ${name}`);
  });
});

describe("width", () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    email(`integration-${index}`, "ses", { active: index % 2 === 0, channel: "sms" }),
  );

  test("long lists are wrapped into a terminal's hundred columns", () => {
    const lines = text(many).split("\n");
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    const words = lines.slice(2).join(" ");
    for (const { identifier } of many) expect(words).toMatch(new RegExp(`\\b${identifier}\\b`));
  });

  test("long values are cut", () => {
    const plans = Array.from({ length: 5000 }, (_, index) => `plan-${index}`);
    const line = blamed(group([subscriber("data.plan", "IN", plans)])) ?? "";
    expect(line).toMatch(/^subscriber\.data\.plan IN \["plan-0", .*, …\]$/);
    expect(line.length).toBeLessThan(200);
    const long = { data: { plan: "x".repeat(50_000) } };
    const found = text(
      [email("only", "ses", { conditions: [group([subscriber("data.plan", "EQUAL", "y")])] })],
      { subscriber: long },
    );
    expect(found.length).toBeLessThan(400);
  });
});

describe("colour", () => {
  const list = [
    email("match", "ses", { conditions: [group([subscriber("data.plan", "EQUAL", "free")])] }),
    email("failing", "ses", { conditions: [group([subscriber("data.plan", "EQUAL", "x")])] }),
    email("invalid", "ses", { conditions: "x" }),
    email("plain", "ses"),
    email("off", "ses", { active: false }),
  ];
  const ESCAPE = "\u001b";

  test.each([
    [list, {}],
    [list, { onInvalid: "block" }],
    [list, { limit: 1 }],
    [[], {}],
  ] as const)("%# only when asked for, and nothing but colour", (records, options) => {
    const context = message({ channel: "email", subscriber: customer });
    const explanation = explainSelection(records, context, options);
    const plain = formatExplanation(explanation);
    expect(plain).not.toContain(ESCAPE);
    expect(formatExplanation(explanation, {})).toBe(plain);
    expect(formatExplanation(explanation, { color: false })).toBe(plain);
    expect(formatExplanation(explanation, { color: undefined })).toBe(plain);

    const colored = formatExplanation(explanation, { color: true });
    expect(colored).toContain(ESCAPE);
    expect(colored.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, "g"), "")).toBe(plain);
  });

  test("ends on the line that it starts on", () => {
    const context = message({ channel: "email", subscriber: customer });
    const colored = formatExplanation(explainSelection(list, context), { color: true });
    for (const line of colored.split("\n")) {
      const codes = [...line.matchAll(new RegExp(`${ESCAPE}\\[(\\d+)m`, "g"))];
      expect(codes.length % 2).toBe(0);
      const [last] = codes.slice(-1);
      if (last !== undefined) expect(["22", "39"]).toContain(last[1]);
    }
  });
});

test("an explanation that went through JSON prints the same", () => {
  const list = [
    email("failing", "ses", {
      conditions: [group([subscriber("data.plan", "EQUAL", "{{tenant.plan}}")])],
    }),
    email("invalid", "ses", { conditions: {} }),
  ];
  const context = message({ channel: "email", subscriber: customer });
  const explanation = explainSelection(list, context);
  expect(formatExplanation(JSON.parse(JSON.stringify(explanation)))).toBe(
    formatExplanation(explanation),
  );
});
