import { describe, expect, test } from "@jest/globals";
import {
  createRouter,
  type Explanation,
  explainSelection,
  formatExplanation,
  type RedactableCondition,
  type Trace,
} from "integration-router";
import { condition, group } from "../support/build.js";
import { MATCHING, message, row } from "./support/rows.js";
import { conditionsIn } from "./support/traces.js";

describe("limit", () => {
  const list = [
    row("last", { priority: -1 }),
    row("off", { priority: 2, active: false }),
    row("match", { conditions: MATCHING }),
    row("first", { priority: 3, channel: "push" }),
  ];
  const explained = (limit: number): Explanation => explainSelection(list, message(), { limit });

  test.each([0, 1, 2, 3, 4, 5, 1000, Number.POSITIVE_INFINITY])("%p", (limit) => {
    const all = explainSelection(list, message());
    const { candidates, omitted, selected, reason } = explained(limit);
    expect(candidates).toEqual(all.candidates.slice(0, limit));
    expect(omitted).toBe(4 - candidates.length);
    // What was selected is told, left out or not.
    expect({ selected, reason }).toEqual({ selected: all.selected, reason: all.reason });
    expect(selected?.identifier).toBe("match");
  });

  test("there is none where none is given", () => {
    const many = Array.from({ length: 300 }, (_, index) => row(`row-${index}`));
    const { candidates, omitted } = explainSelection(many, message());
    expect([candidates.length, omitted]).toEqual([300, 0]);
  });

  test("of a router holds for its calls, and a call's goes before it", () => {
    const router = createRouter(list, { limit: 1 });
    expect(router.explain(message())).toEqual(explained(1));
    expect(router.explain(message(), { limit: 3 })).toEqual(explained(3));
    expect(router.explain(message(), { limit: Number.POSITIVE_INFINITY })).toEqual(explained(4));
    expect(router.explain(message(), { limit: undefined })).toEqual(explained(1));
  });
});

describe("redact", () => {
  const email = "ada@example.com";
  const home = "Lisbon";
  const list = [
    row("match", {
      conditions: [
        group([
          { on: "subscriber", field: "email", operator: "LIKE", value: "%@example.com" },
          { on: "subscriber", field: "email", operator: "EQUAL", value: "{{payload.to}}" },
          { on: "subscriber", field: "email", operator: "IN", value: "a@b.c, {{payload.to}}" },
          { on: "subscriber", field: "email", operator: "IN", value: "{{payload.all}}" },
          { on: "subscriber", field: "email", operator: "IS_DEFINED" },
          { on: "subscriber", field: "phone", operator: "NOT_EQUAL", value: "{{payload.phone}}" },
          { on: "payload", field: "city", operator: "EQUAL", value: "{{payload.home}}" },
          condition("EQUAL", "x"),
        ]),
      ],
    }),
  ];
  const context = message({
    subscriber: { email },
    payload: { a: "x", to: email, all: [email, "b@c.d"], city: home, home },
  });
  const isEmail = ({ field }: RedactableCondition): boolean => field === "email";
  const traced = (redact?: (asked: RedactableCondition) => boolean): Trace | undefined =>
    explainSelection(list, context, redact && { redact }).candidates[0]?.trace;

  test("masks what the field and the references read, and no literal", () => {
    expect(
      conditionsIn(traced(isEmail)).map(({ expected, actual, absent }) => ({
        expected,
        actual,
        absent,
      })),
    ).toEqual([
      { expected: "%@example.com", actual: "[redacted]" },
      { expected: "[redacted]", actual: "[redacted]" },
      { expected: ["a@b.c", "[redacted]"], actual: "[redacted]" },
      { expected: "[redacted]", actual: "[redacted]" },
      { actual: "[redacted]" },
      { absent: true },
      { expected: home, actual: home },
      { expected: "x", actual: "x" },
    ]);
  });

  test("masks nothing absent: that it is absent is told", () => {
    const [, , , , , absent] = conditionsIn(traced(() => true));
    expect(absent).toEqual({
      kind: "condition",
      passed: true,
      on: "subscriber",
      field: "phone",
      operator: "NOT_EQUAL",
      references: ["{{payload.phone}}"],
      absent: true,
    });
  });

  test("changes nothing about what passed", () => {
    const passed = (trace: Trace | undefined): boolean[] =>
      conditionsIn(trace).map((each) => each.passed);
    expect(passed(traced(() => true))).toEqual(passed(traced()));
    expect(traced(() => true)?.passed).toBe(true);
  });

  test("is asked with the condition's source, field and operator, and no value", () => {
    const asked: RedactableCondition[] = [];
    traced((about) => {
      asked.push(about);
      return false;
    });
    expect(asked[0]).toEqual({ on: "subscriber", field: "email", operator: "LIKE" });
    expect(asked.map(({ operator }) => operator)).toEqual([
      "LIKE",
      "EQUAL",
      "IN",
      "IN",
      "IS_DEFINED",
      "NOT_EQUAL",
      "EQUAL",
      "EQUAL",
    ]);
    expect(JSON.stringify(asked)).not.toContain(email);
  });

  test("a mask that is not wanted masks nothing", () => {
    expect(traced(() => false)).toEqual(traced());
  });

  test("holds in the text, too", () => {
    const failing = [
      row("failing", {
        conditions: [
          group([{ on: "subscriber", field: "email", operator: "EQUAL", value: "{{payload.o}}" }]),
        ],
      }),
    ];
    const other = message({ subscriber: { email }, payload: { o: home } });
    const explanation = explainSelection(failing, other, { redact: () => true });
    for (const text of [formatExplanation(explanation), JSON.stringify(explanation)]) {
      expect(text).not.toContain(email);
      expect(text).not.toContain(home);
      expect(text).toContain("[redacted]");
    }
  });

  test("of a router holds for its calls, and a call's goes before it", () => {
    const router = createRouter(list, { redact: isEmail });
    const traceOf = ({ candidates }: Explanation): Trace | undefined => candidates[0]?.trace;
    expect(traceOf(router.explain(context))).toEqual(traced(isEmail));
    expect(traceOf(router.explain(context, { redact: () => false }))).toEqual(traced());
    expect(traceOf(router.explain(context, { redact: undefined }))).toEqual(traced(isEmail));
    expect(traceOf(createRouter(list).explain(context, { redact: isEmail }))).toEqual(
      traced(isEmail),
    );
  });
});
