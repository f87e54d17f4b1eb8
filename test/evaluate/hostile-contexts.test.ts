import { describe, expect, test } from "@jest/globals";
import { type ConditionContext, compileConditions } from "integration-router";
import { condition, deepFreeze, group } from "../support/build.js";
import { matches, passes } from "../support/passes.js";

// Whatever a context is made of, a condition is true or false in it.

function boom(): never {
  throw new Error("a context's trap");
}

/** A proxy each of whose traps throws. */
const throwing = (target: object): object =>
  new Proxy(target, {
    get: boom,
    has: boom,
    ownKeys: boom,
    getPrototypeOf: boom,
    getOwnPropertyDescriptor: boom,
  });

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const getter = (name: string): object =>
  Object.defineProperty({}, name, { get: boom, enumerable: true });

const PAIRS: [positive: string, negative: string, operand: string][] = [
  ["EQUAL", "NOT_EQUAL", "x"],
  ["IN", "NOT_IN", "x, y"],
  ["BETWEEN", "NOT_BETWEEN", "a, z"],
  ["LIKE", "NOT_LIKE", "%"],
  ["ILIKE", "NOT_ILIKE", "%"],
];

const CONTEXTS: [name: string, ctx: () => object][] = [
  ["a getter that throws, for the field", () => ({ payload: getter("a") })],
  ["a getter that throws, for the source", () => getter("payload")],
  ["a proxy that throws, as the context", () => throwing({ payload: { a: "x" } })],
  ["a proxy that throws, as the source", () => ({ payload: throwing({ a: "x" }) })],
  ["a proxy of a list that throws, as the source", () => ({ payload: throwing(["x"]) })],
  ["a proxy that throws, as the value", () => ({ payload: { a: throwing({}) } })],
  ["a proxy of a list that throws, as the value", () => ({ payload: { a: throwing(["x"]) } })],
  [
    "a proxy of a date that throws, as the value",
    () => ({ payload: { a: throwing(new Date(0)) } }),
  ],
  ["a proxy of a function, as the value", () => ({ payload: { a: throwing(() => "x") } })],
  ["a revoked proxy, as the context", () => revoked({ payload: { a: "x" } })],
  ["a revoked proxy, as the source", () => ({ payload: revoked({ a: "x" }) })],
  ["a revoked proxy, as the value", () => ({ payload: { a: revoked({}) } })],
  ["a revoked proxy of a list, as the value", () => ({ payload: { a: revoked([]) } })],
  ["a revoked proxy, as the only element", () => ({ payload: { a: [revoked({})] } })],
  [
    "a list with a getter that throws",
    () => {
      const list = Object.defineProperty(["y"], 0, { get: boom });
      return { payload: { a: list } };
    },
  ],
  [
    "an object whose toString throws",
    () => ({ payload: { a: { toString: boom, valueOf: boom } } }),
  ],
  [
    "an object that throws for toPrimitive",
    () => ({ payload: { a: { [Symbol.toPrimitive]: boom } } }),
  ],
  ["an object that poses as a date", () => ({ payload: { a: Object.create(Date.prototype) } })],
  ["an object tagged as a date", () => ({ payload: { a: { [Symbol.toStringTag]: "Date" } } })],
  ["an object that poses as a list", () => ({ payload: { a: Object.create(Array.prototype) } })],
  [
    "an object that contains itself",
    () => {
      const self: { a?: unknown } = {};
      self.a = self;
      return { payload: self };
    },
  ],
  [
    "a list that contains itself",
    () => {
      const self: unknown[] = [];
      self.push(self);
      return { payload: { a: self } };
    },
  ],
];

describe.each(CONTEXTS)("%s", (_, make) => {
  test.each(PAIRS)("%s is false and %s true", (positive, negative, operand) => {
    expect(passes(condition(positive, operand), make())).toBe(false);
    expect(passes(condition(negative, operand), make())).toBe(true);
    expect(passes(condition(positive, operand), make(), "TEXT")).toBe(false);
    expect(passes(condition(negative, operand), make(), "TEXT")).toBe(true);
  });

  test.each(["LARGER", "LARGER_EQUAL", "SMALLER", "SMALLER_EQUAL", "ANY_IN", "ALL_IN"])(
    "%s is false",
    (operator) => {
      for (const type of ["NUMBER", "DATE", "GROUP"]) {
        const operand = type === "DATE" ? "2024-01-01" : "5";
        expect(passes(condition(operator, operand), make(), type)).toBe(false);
      }
    },
  );

  test.each(PAIRS)("%s is false and %s true where a reference reads it", (positive, negative) => {
    for (const type of ["NUMBER", "DATE", "TEXT", "GROUP"]) {
      for (const operand of ["{{payload.a}}", "{{payload.a}}, {{payload.a}}"]) {
        const field = { on: "tenant", field: "id", value: operand };
        const ctx = (): object => {
          const made = make();
          // a context that cannot be copied is itself the hostile one
          try {
            return { ...made, tenant: { id: "x" } };
          } catch {
            return made;
          }
        };
        if (operand.includes(",") && positive.endsWith("LIKE")) continue;
        if (operand.includes(",") && positive === "EQUAL") continue;
        expect(passes({ ...field, operator: positive }, ctx(), type)).toBe(false);
        expect(passes({ ...field, operator: negative }, ctx(), type)).toBe(true);
      }
    }
  });

  test("IS_DEFINED is true or false, and a negated group the opposite", () => {
    const one = condition("IS_DEFINED");
    const defined = matches([group([one])], make());
    expect(typeof defined).toBe("boolean");
    expect(matches([group([one], { isNegated: true })], make())).toBe(!defined);
  });
});

describe("a hostile source leaves the others alone", () => {
  test("in an OR", () => {
    const conditions = [
      group(
        [condition("EQUAL", "x"), { on: "tenant", field: "id", operator: "EQUAL", value: "x" }],
        {
          value: "OR",
        },
      ),
    ];
    for (const payload of [throwing({}), revoked({}), getter("a")]) {
      expect(matches(conditions, { payload, tenant: { id: "x" } })).toBe(true);
      expect(matches(conditions, { payload, tenant: { id: "y" } })).toBe(false);
    }
  });
});

describe("contexts are read and not changed", () => {
  const conditions = [
    group([
      condition("EQUAL", "x"),
      condition("IN", "{{payload.list}}"),
      condition("LIKE", "{{payload.pattern}}"),
      condition("SMALLER", "2024-01-01", "date"),
      condition("EQUAL", 2, "list.length"),
    ]),
  ];
  const context = (): ConditionContext => ({
    payload: { a: "x", list: ["x", "y"], pattern: "x%", date: new Date(0) },
  });

  test("frozen ones are read", () => {
    expect(compileConditions(deepFreeze(conditions))(deepFreeze(context()))).toBe(true);
  });

  test("open ones stay as they are", () => {
    const ctx = context();
    expect(compileConditions(conditions)(ctx)).toBe(true);
    expect(ctx).toEqual(context());
  });

  test("through proxies that allow only reading", () => {
    const reading = (target: object): object =>
      new Proxy(target, {
        set: boom,
        defineProperty: boom,
        deleteProperty: boom,
        setPrototypeOf: boom,
        preventExtensions: boom,
      });
    const payload = context().payload as object;
    expect(matches(conditions, reading({ payload: reading(payload) }))).toBe(true);
  });
});

describe("data without end", () => {
  test("a context far deeper than any path", () => {
    let deep: object = { a: "x" };
    for (let level = 0; level < 200_000; level++) deep = { a: deep };
    expect(passes(condition("EQUAL", "x"), { payload: deep })).toBe(false);
    expect(passes(condition("EQUAL", "x", "a.a.a.a"), { payload: deep })).toBe(false);
    expect(passes(condition("IS_DEFINED"), { payload: deep })).toBe(true);
  });

  test("a list nested far deeper than any path", () => {
    let deep: unknown = "x";
    for (let level = 0; level < 200_000; level++) deep = [deep];
    expect(passes(condition("EQUAL", "x"), { payload: { a: deep } })).toBe(false);
    expect(passes(condition("NOT_IN", "x"), { payload: { a: deep } })).toBe(true);
  });

  test("a list of a million elements", () => {
    const a = new Array<number>(1_000_000).fill(1);
    expect(passes(condition("EQUAL", 1), { payload: { a } })).toBe(true);
    expect(passes(condition("EQUAL", 2), { payload: { a } })).toBe(false);
    expect(passes(condition("ALL_IN", [1, 2]), { payload: { a } })).toBe(true);
    expect(passes(condition("IN", "{{payload.a}}", "b"), { payload: { a, b: 1 } })).toBe(true);
    expect(passes(condition("IN", "{{payload.a}}", "b"), { payload: { a, b: 2 } })).toBe(false);
  });

  test("text of ten million units", () => {
    const a = "a".repeat(10_000_000);
    expect(passes(condition("LIKE", "%a"), { payload: { a } })).toBe(true);
    expect(passes(condition("LIKE", "%b%"), { payload: { a } })).toBe(false);
    expect(passes(condition("EQUAL", 5), { payload: { a } }, "NUMBER")).toBe(false);
    const digits = "1".repeat(10_000_000);
    expect(passes(condition("EQUAL", 5), { payload: { a: digits } }, "NUMBER")).toBe(false);
    expect(passes(condition("LARGER", 5), { payload: { a: `${digits}x` } }, "NUMBER")).toBe(false);
  });
});
