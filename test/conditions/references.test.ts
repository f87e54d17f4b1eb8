import { describe, expect, test } from "@jest/globals";
import { condition } from "../support/build.js";
import { codesInCondition, placesInCondition } from "../support/issues.js";
import { holds, passes } from "../support/passes.js";

describe("what is a reference", () => {
  test.each<[operand: string, ctx: object]>([
    ["{{payload.b}}", { payload: { b: "x" } }],
    ["{{ payload.b }}", { payload: { b: "x" } }],
    ["{{\t\npayload.b\u00a0}}", { payload: { b: "x" } }],
    [" {{payload.b}} ", { payload: { b: "x" } }],
    ["{{payload.b.c.d}}", { payload: { b: { c: { d: "x" } } } }],
    ["{{payload[0]}}", { payload: ["x"] }],
    ["{{payload.b[1].c}}", { payload: { b: [0, { c: "x" }] } }],
    ["{{payload.b.1.c}}", { payload: { b: [0, { c: "x" }] } }],
    ['{{payload["b"]}}', { payload: { b: "x" } }],
    ['{{payload["b"].c["d e"]}}', { payload: { b: { c: { "d e": "x" } } } }],
    ['{{payload["a.b,c"]}}', { payload: { "a.b,c": "x" } }],
    ['{{payload["]"]}}', { payload: { "]": "x" } }],
    ['{{payload["\\""]}}', { payload: { '"': "x" } }],
    ['{{payload["\\u0062"]}}', { payload: { b: "x" } }],
    ['{{payload[""]}}', { payload: { "": "x" } }],
    ["{{payload.b c}}", { payload: { "b c": "x" } }],
    ['{{payload.b"}}', { payload: { 'b"': "x" } }],
    ["{{subscriber.data.plan}}", { subscriber: { data: { plan: "x" } } }],
    ["{{tenant.id}}", { tenant: { id: "x" } }],
    ["{{context.id}}", { context: { id: "x" } }],
    ["{{workflow.id}}", { workflow: { id: "x" } }],
    ["{{actor.id}}", { actor: { id: "x" } }],
  ])("%j", (operand, ctx) => {
    const field = { on: "workflow", field: "a" };
    const withField = (source: unknown): object => ({
      ...ctx,
      workflow: { ...("workflow" in ctx ? (ctx.workflow as object) : {}), a: source },
    });
    const scalar = { ...field, operator: "EQUAL", value: operand };
    expect(passes(scalar, withField("x"))).toBe(true);
    expect(passes(scalar, withField("y"))).toBe(false);
    expect(passes(scalar, withField(operand))).toBe(false);
    const item = { ...field, operator: "IN", value: `${operand}, z` };
    expect(passes(item, withField("x"))).toBe(true);
    expect(passes(item, withField("z"))).toBe(true);
    expect(passes(item, withField("y"))).toBe(false);
    expect(passes({ ...item, value: [operand] }, withField("x"))).toBe(true);
    expect(passes({ ...item, value: JSON.stringify([operand]) }, withField("x"))).toBe(true);
  });
});

const NO_REFERENCES = [
  "{{",
  "}}",
  "{{}}",
  "{{ }}",
  "{{payload}}",
  "{{ payload }}",
  "{{.b}}",
  "{{payload.}}",
  "{{payload..b}}",
  "{{payload.b.}}",
  "{{payload[}}",
  "{{payload[b]}}",
  "{{payload[-1]}}",
  "{{payload[01]}}",
  "{{payload['b']}}",
  '{{payload["b"}}',
  '{{payload.["b"]}}',
  "{{payload[0]b}}",
  "{{payload.b",
  "payload.b}}",
  "{{payload.b}",
  "{payload.b}}",
  "{{{payload.b}}}",
  "{{payload.b}}}",
  "{{{payload.b}}",
  "{{payload.b}}{{payload.c}}",
  "{{payload.b}} {{payload.c}}",
  "x{{payload.b}}",
  "{{payload.b}}x",
  "plan-{{payload.b}}-eu",
  "%{{payload.b}}%",
  "{{payload.{b}}}",
  "{{payload.b{c}}",
  '{{payload["}}"]}}',
  '{{payload["{"]}}',
  '{{payload["}"]}}',
  '{{payload["{{"]}}',
  "{{{{payload.b}}}}",
  "a{{b}}c",
];

describe("what holds double braces and is no reference is an issue", () => {
  test.each(NO_REFERENCES)("%j", (operand) => {
    for (const operator of ["EQUAL", "LARGER", "LIKE", "NOT_ILIKE"]) {
      expect(placesInCondition(operator, operand)).toEqual([["invalid-reference", "value"]]);
    }
    expect(placesInCondition("IN", ["a", operand])).toEqual([["invalid-reference", "value", 1]]);
    expect(placesInCondition("IN", JSON.stringify([operand, "a"]))).toEqual([
      ["invalid-reference", "value", 0],
    ]);
    expect(placesInCondition("BETWEEN", ["a", operand])).toEqual([
      ["invalid-reference", "value", 1],
    ]);
    expect(codesInCondition("ALL_IN", operand)).toContain("invalid-reference");
    expect(codesInCondition("IN", `a, ${operand}`)).toContain("invalid-reference");
  });

  test("in a type, too", () => {
    for (const type of ["NUMBER", "DATE", "BOOLEAN", "TEXT"]) {
      expect(codesInCondition("EQUAL", "{{payload.}}", type)).toEqual(["invalid-reference"]);
    }
  });
});

describe("an unknown source is an issue", () => {
  test.each([
    "{{other.b}}",
    "{{Payload.b}}",
    "{{payload .b}}",
    "{{constructor.name}}",
    "{{__proto__.b}}",
    "{{toString.length}}",
    "{{now.b}}",
    "{{channel.b}}",
    "{{a.b}}",
  ])("%j", (operand) => {
    for (const places of [
      placesInCondition("EQUAL", operand),
      placesInCondition("IN", operand).map(([code, key]) => [code, key]),
    ]) {
      expect(places).toHaveLength(1);
      expect(["invalid-reference", "unknown-source"]).toContain(places[0]?.[0]);
      expect(places[0]?.slice(1)).toEqual(["value"]);
    }
  });

  test("unless the caller adds it", () => {
    const options = { sources: ["account"] };
    expect(placesInCondition("EQUAL", "{{account.b}}", "GROUP", options)).toEqual([]);
    const one = condition("EQUAL", "{{account.b}}");
    const ctx = { payload: { a: "x" }, account: { b: "x" } };
    expect(passes(one, ctx, "GROUP", options)).toBe(true);
    expect(passes(one, { ...ctx, account: { b: "y" } }, "GROUP", options)).toBe(false);
    expect(passes(one, { payload: { a: "x" } }, "GROUP", options)).toBe(false);
  });
});

describe("single braces are text", () => {
  test.each(["{", "}", "{}", "{payload.b}", "{ {payload.b} }", "} }", "$x"])("%j", (operand) => {
    expect(holds(operand, "EQUAL", operand, "GROUP", "x")).toBe(true);
    expect(holds(operand, "IN", [operand], "GROUP", "x")).toBe(true);
    expect(holds("x", "EQUAL", operand, "GROUP", "x")).toBe(false);
  });
});

describe("what a reference reads is data", () => {
  test.each<[b: unknown, a: unknown, equal: boolean]>([
    ["{{payload.a}}", "x", false],
    ["{{payload.a}}", "{{payload.a}}", true],
    ["{{", "{{", true],
    [" x ", "x", false],
    [" x ", " x ", true],
    ["a,b", "a", false],
    ['["x"]', "x", false],
    [["x"], "x", false],
    [["x"], ["x"], false],
    [[], "x", false],
    [{}, {}, false],
    [{ b: "x" }, "x", false],
    [null, "null", false],
    [null, null, false],
    [undefined, undefined, false],
    [Number.NaN, Number.NaN, false],
  ])("%p against %p: %p", (b, a, equal) => {
    expect(holds(a, "EQUAL", "{{payload.b}}", "GROUP", b)).toBe(equal);
    expect(holds(a, "NOT_EQUAL", "{{payload.b}}", "GROUP", b)).toBe(!equal);
    expect(holds(a, "EQUAL", "{{payload.b}}", "TEXT", b)).toBe(equal);
  });

  test("a type holds for it, and what does not convert is no issue", () => {
    expect(holds(5, "EQUAL", "{{payload.b}}", "NUMBER", " 5.0 ")).toBe(true);
    expect(holds(5, "EQUAL", "{{payload.b}}", "NUMBER", "five")).toBe(false);
    expect(holds("2024-01-01", "SMALLER", "{{payload.b}}", "DATE", new Date("2024-01-02"))).toBe(
      true,
    );
    expect(holds("2024-01-01", "SMALLER", "{{payload.b}}", "DATE", "soon")).toBe(false);
    expect(holds(true, "EQUAL", "{{payload.b}}", "BOOLEAN", "true")).toBe(true);
    expect(holds(true, "EQUAL", "{{payload.b}}", "BOOLEAN", 1)).toBe(false);
  });

  test("a reference may be to the field itself", () => {
    expect(holds("x", "EQUAL", "{{payload.a}}")).toBe(true);
    expect(holds(["x"], "EQUAL", "{{payload.a}}")).toBe(false);
    expect(holds(["x", "y"], "ALL_IN", "{{payload.a}}")).toBe(true);
    expect(holds(undefined, "EQUAL", "{{payload.a}}")).toBe(false);
  });

  test("a reference reads own properties, elements and lengths, as a field does", () => {
    expect(holds(2, "EQUAL", "{{payload.b.length}}", "GROUP", ["x", "y"])).toBe(true);
    expect(holds(2, "EQUAL", "{{payload.b.length}}", "GROUP", "xy")).toBe(false);
    expect(holds("x", "EQUAL", "{{payload.b.c}}", "GROUP", Object.create({ c: "x" }))).toBe(false);
    expect(holds("Object", "EQUAL", "{{payload.b.constructor.name}}", "GROUP", {})).toBe(false);
    expect(holds(2, "EQUAL", "{{payload.b.length}}", "GROUP", (_: 1, __: 2) => 3)).toBe(false);
  });

  test("commas inside a reference do not split", () => {
    const ctx = { payload: { a: "x", "p,q": "x" } };
    expect(passes(condition("IN", '{{payload["p,q"]}}, z'), ctx)).toBe(true);
    expect(passes(condition("IN", 'z,{{payload["p,q"]}}'), ctx)).toBe(true);
    expect(passes(condition("BETWEEN", '{{payload["p,q"]}},{{payload["p,q"]}}'), ctx)).toBe(true);
  });
});
