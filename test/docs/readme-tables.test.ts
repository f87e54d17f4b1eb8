import { describe, expect, test } from "@jest/globals";
import * as integrationRouter from "integration-router";
import {
  compileConditions,
  DEFAULT_LIMITS,
  GROUP_TYPES,
  ISSUE_CODES,
  OPERATOR_NAMES,
  type Outcome,
  parseRules,
  type Reason,
  type RouterOptions,
  SOURCES,
} from "integration-router";
import { DIAGNOSTIC_CODES } from "integration-router/analysis";
import { codeIn, codesIn, readPage, tableOf } from "./markdown.js";

const readme = readPage("README.md");

describe("Functions", () => {
  test("has a row for every function, and for nothing else", () => {
    const functions = Object.entries(integrationRouter)
      .filter(([name, value]) => typeof value === "function" && /^[a-z]/.test(name))
      .map(([name]) => name);
    const rows = tableOf(readme, "function", "gives");
    const named = rows.map(([call]) => codeIn(call).replace(/\(.*/, ""));
    expect(named.sort()).toEqual(functions.sort());
  });
});

describe("How it selects", () => {
  test("names every reason", () => {
    const reasons: Readonly<Record<Reason, true>> = {
      identifier: true,
      "targeting-match": true,
      default: true,
      none: true,
      blocked: true,
    };
    const named = [...readme.matchAll(/Reason: (.*)/g)].flatMap(([, text]) => codesIn(text));
    expect(named.sort()).toEqual(Object.keys(reasons).sort());
  });

  test("names every source", () => {
    const rows = tableOf(readme, "context key", "meaning").map(([keys]) => codesIn(keys));
    expect(rows).toContainEqual([...SOURCES]);
  });
});

describe("Operators", () => {
  const rows = tableOf(readme, "operator", "value", "passes when", "absent field", "list field");
  const operands = new Map<string | undefined, unknown>([
    ["one", "m"],
    ["two", "m, m"],
    ["list", "m"],
    ["pattern", "m"],
    ["none", undefined],
  ]);

  test("has a row for every operator, in their order", () => {
    expect(rows.map(([name]) => codeIn(name))).toEqual(OPERATOR_NAMES);
  });

  test.each(rows)("%s %s", (operator, value, _, absent, list) => {
    expect([...operands.keys()]).toContain(value);
    const condition = {
      on: "payload",
      field: "a",
      operator: codeIn(operator),
      value: operands.get(value),
    };
    const passes = compileConditions([{ value: "AND", children: [condition] }]);
    const holds = (a: unknown): boolean => passes({ payload: { a } });

    for (const a of [undefined, null]) expect(holds(a) ? "passes" : "fails").toBe(absent);

    const observed = [["a", "m", "z"], [undefined], []].map(holds);
    const expected = new Map([
      ["one element is enough", [true, false, false]],
      ["every element must match", [false, false, false]],
      ["no element may match", [false, true, true]],
      ["the list is defined", [true, true, true]],
    ]);
    expect(observed).toEqual(expected.get(list ?? ""));
  });
});

test("Rules has every operator of JSON Logic that is known", () => {
  const [issue] = parseRules({ log: "x" }).issues;
  const [, names = ""] = issue?.message.match(/expected one of (.*)$/) ?? [];
  const rows = tableOf(readme, "JSON Logic", "passes when");
  const listed = new Set(rows.flatMap(([operators]) => codesIn(operators)));
  for (const literal of ["true", "false"]) expect(listed.delete(literal)).toBe(true);
  expect([...listed].sort()).toEqual(names.split(", ").sort());
});

test("Types has every group type", () => {
  const rows = tableOf(readme, "group type", "compares as", "what converts");
  expect(rows.flatMap(([types]) => codesIn(types))).toEqual([...GROUP_TYPES]);
});

test("Options has every option", () => {
  const options: Readonly<Record<keyof RouterOptions<object>, true>> = {
    scope: true,
    fallback: true,
    onInvalid: true,
    exclude: true,
    sources: true,
    semantics: true,
    limits: true,
    onIssue: true,
    redact: true,
    limit: true,
    index: true,
    codegen: true,
    strict: true,
  };
  const rows = tableOf(readme, "option", "default", "meaning");
  expect(rows.map(([name]) => codeIn(name)).sort()).toEqual(Object.keys(options).sort());
});

test("Why this one has every outcome", () => {
  const outcomes: Readonly<Record<Outcome, true>> = {
    selected: true,
    eligible: true,
    "conditions-not-met": true,
    "not-a-default": true,
    "after-blocking": true,
    excluded: true,
    inactive: true,
    deleted: true,
    "other-kind": true,
    "other-channel": true,
    "other-environment": true,
    "other-organization": true,
    "other-provider": true,
    "other-id": true,
    "other-identifier": true,
    invalid: true,
  };
  const [, named] = readme.match(/^Each candidate has an `outcome`: (.*)$/m) ?? [];
  expect(codesIn(named).sort()).toEqual(Object.keys(outcomes).sort());
});

test("Issue codes has every code with its sentence", () => {
  const rows = tableOf(readme, "code", "what it says");
  expect(rows).toEqual(Object.entries(ISSUE_CODES).map(([code, says]) => [`\`${code}\``, says]));
});

test("Diagnostics has every code with its severity and its sentence", () => {
  const rows = tableOf(readme, "code", "severity", "what it says");
  expect(rows).toEqual(
    Object.entries(DIAGNOSTIC_CODES).map(([code, { severity, says }]) => [
      `\`${code}\``,
      severity,
      says,
    ]),
  );
});

test("Limits has every limit with its default", () => {
  const rows = tableOf(readme, "limit", "default", "counts");
  expect(rows.map(([limit, value]) => [codeIn(limit), value])).toEqual(
    Object.entries(DEFAULT_LIMITS).map(([limit, value]) => [limit, value.toLocaleString("en-US")]),
  );
  const [, , counts = ""] = rows[0] ?? [];
  const deepest = Number(counts.match(/At most (\d+)$/)?.[1]);
  expect(() => compileConditions([], { limits: { depth: deepest } })).not.toThrow();
  expect(() => compileConditions([], { limits: { depth: deepest + 1 } })).toThrow(TypeError);
});

test("the two commands are near the top, as they are", () => {
  const top = readme.split("\n").slice(0, 15);
  expect(top).toEqual(expect.arrayContaining(["npm ci && npm start", "npm ci && npm test"]));
});

test("every link inside the page has its heading", () => {
  const anchors = [...readme.matchAll(/^#+ (.*)$/gm)].map(
    ([, title = ""]) => `#${title.toLowerCase().replaceAll(" ", "-")}`,
  );
  const links = [...readme.matchAll(/\]\((#[^)]*)\)/g)].map(([, link]) => link);
  expect(links.length).toBeGreaterThan(0);
  expect(anchors).toEqual(expect.arrayContaining(links));
});
