import { describe, expect, test } from "@jest/globals";
import * as surface from "integration-router";
import { ConditionsError, DEFAULT_LIMITS, ISSUE_CODES } from "integration-router";
import * as codegenSurface from "integration-router/codegen";
import * as novuSurface from "integration-router/novu";

// Everything that the package exports at run time, and nothing else.

const FUNCTIONS = [
  "compileConditions",
  "compileRules",
  "compileTree",
  "createRouter",
  "explainSelection",
  "formatExplanation",
  "formatPath",
  "parseConditions",
  "parseIntegrations",
  "parseRules",
  "rankIntegrations",
  "refOf",
  "resolveIntegration",
  "selectIntegration",
] as const;

const CLASSES = ["ConditionsError"] as const;

const exported: ReadonlyMap<string, unknown> = new Map(Object.entries(surface));

const LISTS = {
  CHANNELS: ["in_app", "email", "sms", "chat", "push"],
  GROUP_TYPES: ["NUMBER", "DATE", "BOOLEAN", "TEXT", "GROUP", "STATEMENT", "LIST", "MULTI_LIST"],
  INTEGRATION_KINDS: ["delivery", "agent"],
  OPERATOR_NAMES: [
    "EQUAL",
    "NOT_EQUAL",
    "LARGER",
    "LARGER_EQUAL",
    "SMALLER",
    "SMALLER_EQUAL",
    "BETWEEN",
    "NOT_BETWEEN",
    "IN",
    "NOT_IN",
    "ANY_IN",
    "ALL_IN",
    "LIKE",
    "NOT_LIKE",
    "ILIKE",
    "NOT_ILIKE",
    "IS_DEFINED",
  ],
  SOURCES: ["subscriber", "payload", "tenant", "context", "workflow", "actor"],
} as const;

const RECORDS = ["DEFAULT_LIMITS", "ISSUE_CODES"] as const;

function isClass(value: unknown): boolean {
  return typeof value === "function" && Function.prototype.toString.call(value).startsWith("class");
}

test("these, and no others", () => {
  const names = [...FUNCTIONS, ...CLASSES, ...Object.keys(LISTS), ...RECORDS];
  expect([...exported.keys()].sort()).toEqual(names.sort());
});

test.each(FUNCTIONS)("%s is a function of that name", (name) => {
  const value = exported.get(name);
  expect(value).toBeInstanceOf(Function);
  expect(value).toHaveProperty("name", name);
  expect(isClass(value)).toBe(false);
});

test("ConditionsError is an error's class", () => {
  expect(isClass(ConditionsError)).toBe(true);
  const error = new ConditionsError([]);
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.issues]).toEqual(["ConditionsError", []]);
});

test.each(Object.entries(LISTS))("%s lists its names", (name, expected) => {
  const list = exported.get(name);
  expect(Array.isArray(list) && [...list].sort()).toEqual([...expected].sort());
});

describe("DEFAULT_LIMITS", () => {
  test("are the documented ones", () => {
    expect(DEFAULT_LIMITS).toEqual({
      depth: 32,
      nodes: 10_000,
      items: 10_000,
      textLength: 100_000,
      patternLength: 1_000,
      pathSteps: 64,
    });
  });
});

describe("ISSUE_CODES", () => {
  test.each(Object.entries(ISSUE_CODES))("%s says what it is about", (code, meaning) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meaning).toMatch(/^[^A-Z].*[^.]$/);
  });
});

test("the subpaths for other ways of deciding, and nothing else", () => {
  expect(Object.keys(novuSurface).sort()).toEqual(["compareSemantics", "formatComparison", "novu"]);
  expect(novuSurface.novu).toMatchObject({ name: "novu" });
  expect(Object.keys(codegenSurface)).toEqual(["codegen"]);
});
