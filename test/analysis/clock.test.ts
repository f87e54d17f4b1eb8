import { describe, expect, test } from "@jest/globals";
import { compileRules } from "integration-router";
import {
  alwaysTrue,
  disjoint,
  equivalent,
  implies,
  satisfiable,
} from "integration-router/analysis";
import { rulesPass } from "../reference/rules.js";

const at = { var: "subscriber.at" };
const rule = (name: string, amount: number, unit: string) => ({ [name]: [at, { amount, unit }] });
const last = (amount: number, unit: string) => rule("withinLast", amount, unit);
const earlier = (amount: number, unit: string) => rule("moreThanXAgo", amount, unit);
const since = (amount: number, unit: string) => rule("lessThanXAgo", amount, unit);
const exactly = (amount: number, unit: string) => rule("exactlyXAgo", amount, unit);

describe("lengths that move with the clock as one", () => {
  test.each([
    [last(7, "days"), last(30, "days")],
    [last(168, "hours"), last(1, "weeks")],
    [earlier(30, "days"), earlier(1, "weeks")],
    [last(1, "months"), last(1, "years")],
    [earlier(3, "months"), earlier(1, "months")],
    [exactly(3, "days"), earlier(1, "days")],
    [exactly(3, "days"), last(4, "days")],
  ])("%j implies %j, and not the other way round", (a, b) => {
    expect(implies(a, b).verdict).toBe("proved");
    if (JSON.stringify(a).includes("168")) return;
    const answer = implies(b, a);
    if (answer.verdict !== "refuted") throw new Error(answer.verdict);
    expect([compileRules(b)(answer.context), compileRules(a)(answer.context)]).toEqual([
      true,
      false,
    ]);
    expect([rulesPass(b, answer.context), rulesPass(a, answer.context)]).toEqual([true, false]);
  });

  test.each([
    [last(7, "days"), earlier(8, "days")],
    [last(1, "months"), earlier(1, "months")],
    [exactly(1, "days"), exactly(4, "days")],
  ])("%j and %j are disjoint on one date, and not on a list", (a, b) => {
    const isNoList = { "==": [{ var: "subscriber.at.length" }, null] };
    expect(disjoint(a, b).verdict).toBe("refuted");
    expect(disjoint({ and: [a, isNoList] }, b).verdict).toBe("proved");
  });

  test("the same length in other units is the same", () => {
    expect(equivalent(earlier(2, "weeks"), earlier(14, "days")).verdict).toBe("proved");
    expect(equivalent(earlier(48, "hours"), earlier(2, "days")).verdict).toBe("proved");
  });
});

describe("the clock and constant dates", () => {
  const isOn = (path: string, on: string) => ({
    and: [
      { withinLast: [{ var: path }, { amount: 1, unit: "days" }] },
      { "==": [{ var: path }, on] },
      { "==": [{ var: `${path}.length` }, null] },
    ],
  });

  test("the clock is set to where the dates meet", () => {
    const meeting = isOn("subscriber.at", "1999-12-31T12:00");
    const answer = satisfiable(meeting);
    if (answer.verdict !== "proved") throw new Error(answer.verdict);
    expect(rulesPass(meeting, answer.context)).toBe(true);
    expect(answer.context.subscriber).toEqual({ at: "1999-12-31T12:00" });
    expect(answer.context.now).toBeInstanceOf(Date);
  });

  test("one clock holds for all fields", () => {
    const first = isOn("subscriber.a", "2020-01-01");
    const near = { and: [first, isOn("payload.b", "2020-01-02")] };
    const far = { and: [first, isOn("payload.b", "2020-01-03")] };
    expect(satisfiable(near).verdict).toBe("proved");
    expect(satisfiable(far).verdict).toBe("refuted");
  });

  test("a date is before an instant or after it, and what is no date is neither", () => {
    const either = { or: [since(1, "days"), earlier(1, "days")] };
    const isDate = { ">": [at, "0000-01-01"] };
    expect(alwaysTrue(either)).toEqual({
      verdict: "refuted",
      context: { now: new Date("2026-01-15T12:00Z") },
    });
    expect(implies(isDate, either).verdict).toBe("proved");
  });
});

test("what the length of a month decides is not decided", () => {
  const answer = implies(last(30, "days"), last(1, "months"));
  expect(answer.verdict).toBe("refuted");
  expect(implies(last(1, "months"), last(31, "days"))).toEqual({
    verdict: "unknown",
    because: "how long a month or a year is depends on the clock",
  });
});

test("a length that no date is so long ago from, or only from a late clock", () => {
  const years = (amount: number) => ({ ...since(amount, "years") });
  expect(satisfiable(years(1_000_000)).verdict).toBe("refuted");
  expect(satisfiable(years(275_000)).verdict).toBe("proved");
  const days = { and: [exactly(100_460_000, "days"), { ">": [at, 0] }] };
  expect(satisfiable(days).verdict).not.toBe("unknown");
});

test("lengths that could change places by the calendar are not taken for ordered", () => {
  const isNoList = { "==": [{ var: "subscriber.at.length" }, null] };
  const between = { and: [last(31, "days"), earlier(1, "months"), isNoList] };
  expect(satisfiable(between).verdict).toBe("proved");
  const never = { and: [last(28, "days"), earlier(1, "months"), isNoList] };
  expect(satisfiable(never).verdict).not.toBe("proved");
  const apart = { and: [last(27, "days"), earlier(1, "months"), isNoList] };
  expect(satisfiable(apart).verdict).not.toBe("proved");
  // The tolerance of a day makes these two meet.
  const near = { and: [exactly(27, "days"), exactly(1, "months"), isNoList] };
  const answer = satisfiable(near);
  if (answer.verdict !== "proved") throw new Error(answer.verdict);
  expect(rulesPass(near, answer.context)).toBe(true);
});
