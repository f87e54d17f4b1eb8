import { describe, expect, test } from "@jest/globals";
import {
  createRouter,
  type ExplainOptions,
  explainSelection,
  type SelectOptions,
} from "integration-router";
import type { Raw } from "../support/build.js";
import { message, type Row, row } from "./support/rows.js";
import { WAYS } from "./support/ways.js";

// An option with a value that it does not have is a TypeError that names what was found and what
// was expected, whether or not the value would have come to matter.

const VALUES: Readonly<Record<string, readonly string[]>> = {
  scope: ["strict", "open"],
  fallback: ["primary", "any", "none"],
  onInvalid: ["skip", "block"],
};

const OTHERS: readonly [value: unknown, found: string][] = [
  ["something", '"something"'],
  ["", '""'],
  [null, "null"],
  [true, "true"],
  [0, "0"],
  [["any"], "a list"],
  [{}, "an object"],
  [() => "any", "a function"],
];

function errorOf(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("expected an error");
}

describe.each(WAYS)("%s", (name, ask) => {
  const asked = (options: Raw, list: readonly Row[] = [row("only")]): unknown =>
    ask(list, message(), options as SelectOptions<Row>);

  test.each(Object.entries(VALUES))("%s", (name, values) => {
    for (const value of [...values, undefined]) {
      expect(() => asked({ [name]: value })).not.toThrow();
    }
    for (const value of values) {
      expect(() => asked({ [name]: value.toUpperCase() })).toThrow(TypeError);
      expect(() => asked({ [name]: `${value} ` })).toThrow(TypeError);
    }
    for (const [value, found] of OTHERS) {
      const error = errorOf(() => asked({ [name]: value }));
      expect(error).toBeInstanceOf(TypeError);
      for (const part of [name, found, ...values]) expect(error.message).toContain(part);
      expect(() => asked({ [name]: value }, [])).toThrow(TypeError);
    }
  });

  test("exclude", () => {
    expect(() => asked({ exclude: undefined })).not.toThrow();
    for (const value of ["slack", true, null, {}, ["slack"]]) {
      const error = errorOf(() => asked({ exclude: value }, []));
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).toMatch(/exclude.*function/);
    }
  });

  test("sources and limits, where they are read", () => {
    if (name.endsWith("of a call")) return;
    for (const sources of ["account", [""], [5], {}]) {
      expect(() => asked({ sources })).toThrow(TypeError);
      expect(() => asked({ sources })).toThrow(/sources/);
    }
    for (const limits of [{ depth: 0 }, { nodes: 1.5 }, { items: "5" }, { width: 5 }]) {
      expect(() => asked({ limits })).toThrow(TypeError);
      expect(() => asked({ limits })).toThrow(/limits/);
    }
  });

  test("options that this package does not know change nothing", () => {
    expect(asked({ fallbacks: "any", color: true })).toEqual(asked({}));
  });
});

describe("of an explanation", () => {
  const explained: readonly [how: string, explain: (options: Raw) => unknown][] = [
    [
      "explainSelection",
      (options) => explainSelection([row("only")], message(), options as ExplainOptions<Row>),
    ],
    [
      "router.explain",
      (options) => createRouter([row("only")], options as ExplainOptions<Row>).explain(message()),
    ],
    [
      "explain of a call",
      (options) => createRouter([row("only")]).explain(message(), options as ExplainOptions<Row>),
    ],
  ];

  test.each(explained)("%s", (_, explain) => {
    for (const limit of [undefined, 0, 1, 1000, Number.POSITIVE_INFINITY]) {
      expect(() => explain({ limit })).not.toThrow();
    }
    for (const limit of [-1, Number.NaN, "1", null, [1]]) {
      expect(() => explain({ limit })).toThrow(TypeError);
      expect(() => explain({ limit })).toThrow(/limit/);
    }
    for (const redact of [true, "payload", null, ["payload"]]) {
      expect(() => explain({ redact })).toThrow(TypeError);
      expect(() => explain({ redact })).toThrow(/redact/);
    }
  });
});

test("a router refuses its own wrong options when it is made", () => {
  for (const name of [...Object.keys(VALUES), "exclude"]) {
    const options = { [name]: "something" } as SelectOptions<Row>;
    expect(() => createRouter([], options)).toThrow(TypeError);
  }
});

test("the options are not changed", () => {
  const options = Object.freeze({
    scope: "open",
    fallback: "any",
    onInvalid: "block",
    sources: Object.freeze(["account"]),
    limits: Object.freeze({ depth: 2 }),
  } as const);
  for (const [, ask] of WAYS) expect(() => ask([row("only")], message(), options)).not.toThrow();
});
