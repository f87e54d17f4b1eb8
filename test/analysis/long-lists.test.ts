import { describe, expect, test } from "@jest/globals";
import { compileRules } from "integration-router";
import { alwaysTrue, implies, satisfiable } from "integration-router/analysis";

const items = { var: "payload.items" };
const length = { var: "payload.items.length" };
const has = (text: string) => ({ in: [text, items] });
const lacks = (text: string) => ({ "!": has(text) });

describe("lists of which the length and the elements are asked about", () => {
  test("a long list is built, and confirmed", () => {
    const rules = { and: [{ ">": [length, 9000] }, has("a"), has("b"), lacks("c")] };
    const answer = satisfiable(rules);
    if (answer.verdict !== "proved") throw new Error(answer.verdict);
    expect(compileRules(rules)(answer.context)).toBe(true);
  });

  test("a list has as many elements as it needs", () => {
    const both = { and: [has("a"), has("b")] };
    expect(implies({ and: [both, { ">=": [length, 0] }] }, { ">=": [length, 2] }).verdict).toBe(
      "proved",
    );
    expect(implies({ and: [both, { ">=": [length, 0] }] }, { ">=": [length, 3] }).verdict).toBe(
      "refuted",
    );
  });

  test("a list too long to build is not decided", () => {
    expect(satisfiable({ and: [{ ">": [length, 20_000] }, has("a")] })).toEqual({
      verdict: "unknown",
      because: "a list of more than 10000 elements is asked for",
    });
    expect(
      alwaysTrue({ or: [{ "<=": [length, 2 ** 32 - 1] }, { "==": [length, null] }, lacks("a")] })
        .verdict,
    ).not.toBe("refuted");
  });

  test("nor is one with an element far back", () => {
    const far = { "==": [{ var: "payload.items.60" }, "x"] };
    expect(satisfiable({ and: [far, has("x"), { ">": [length, 0] }] })).toEqual({
      verdict: "unknown",
      because: "a list and its element 60 are compared together",
    });
  });

  test("nor a length that is compared as text", () => {
    const starts = { startsWith: [length, "7"] };
    expect(implies({ and: [starts, has("a")] }, { "==": [length, 7] })).toEqual({
      verdict: "unknown",
      because: "a list's length is compared as text",
    });
  });
});
