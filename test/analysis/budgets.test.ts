import { describe, expect, test } from "@jest/globals";
import { ConditionsError } from "integration-router";
import { alwaysTrue, disjoint, satisfiable } from "integration-router/analysis";

const plan = { var: "subscriber.plan" };
const pattern = { and: [{ contains: [plan, "abc"] }, { "!": [{ startsWith: [plan, "a"] }] }] };

describe("what goes over a budget is unknown", () => {
  test("steps", () => {
    const either = { or: [{ "==": [plan, "a"] }, { "==": [{ var: "payload.n" }, 1] }] };
    expect(satisfiable(either, { steps: 2 })).toEqual({
      verdict: "unknown",
      because: "the search took more steps than its budget",
    });
    expect(satisfiable(either).verdict).toBe("proved");
  });

  test("classes of texts", () => {
    const impossible = {
      and: [
        pattern,
        { startsWith: [plan, "abc"] },
        { "!": [{ "==": [{ var: "subscriber.plan.length" }, 0] }] },
      ],
    };
    const isText = { and: [impossible, { "==": [{ var: "subscriber.plan.length" }, null] }] };
    expect(satisfiable(isText).verdict).toBe("refuted");
    expect(satisfiable(isText, { classes: 3 }).verdict).toBe("unknown");
  });

  test.each([0, -1, 1.5, Number.NaN, "5"])("%j is no budget", (value) => {
    const options = { steps: value } as { steps: number };
    expect(() => satisfiable(pattern, options)).toThrow(
      new TypeError(`steps: found ${value}; expected a positive whole number`),
    );
  });
});

describe("fields that are compared with fields", () => {
  const other = { var: "subscriber.other" };

  test("a context is found by trying", () => {
    const answer = disjoint({ ">": [plan, other] }, { ">": [other, 5] });
    expect(answer.verdict).toBe("refuted");
  });

  test("what the rest decides is decided", () => {
    const never = {
      and: [{ "==": [plan, other] }, { "==": [plan, null] }, { "!=": [plan, null] }],
    };
    expect(satisfiable(never).verdict).toBe("refuted");
  });

  test("the rest is unknown, and says which reference it is", () => {
    const never = { and: [{ ">": [plan, other] }, { "!": [{ "!=": [plan, null] }] }] };
    expect(satisfiable(never)).toEqual({
      verdict: "unknown",
      because: "{{subscriber.other}} compares one field with another",
    });
  });
});

test("raw conditions are parsed, and their issues thrown", () => {
  expect(alwaysTrue(null).verdict).toBe("proved");
  expect(alwaysTrue({}).verdict).toBe("proved");
  expect(() => satisfiable([{ value: "XOR", children: [] }])).toThrow(ConditionsError);
  expect(() => satisfiable({ log: 1 })).toThrow(ConditionsError);
});
