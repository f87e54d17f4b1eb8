import { describe, expect, test } from "@jest/globals";
import type { SelectionContext } from "integration-router";
import { condition, group, type Raw } from "../support/build.js";
import { chosen } from "./support/choose.js";
import { message, row } from "./support/rows.js";
import { WAYS } from "./support/ways.js";

// Data that no sound platform hands over, but a payload is anybody's: it matches nothing, and
// nothing breaks.

function throwing(key: string): object {
  return Object.defineProperty({}, key, {
    enumerable: true,
    get(): never {
      throw new Error("closed");
    },
  });
}

function refusing(): object {
  const refuse = (): never => {
    throw new Error("closed");
  };
  return new Proxy(
    {},
    { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse },
  );
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const cyclic: { a?: unknown } = {};
cyclic.a = cyclic;

const PAYLOADS: readonly (readonly [what: string, payload: unknown])[] = [
  ["a getter that throws", throwing("a")],
  ["a proxy that refuses", refusing()],
  ["a revoked proxy", revoked()],
  ["a value that refuses", { a: refusing() }],
  ["a revoked value", { a: revoked() }],
  ["a list that refuses", { a: [refusing(), revoked()] }],
  ["a value without a text", { a: Object.create(null) }],
  ["a value whose text throws", { a: { toString: () => throwing("a") } }],
  ["a cycle", cyclic],
  ["a function", () => "x"],
  ["text", "x"],
  ["an inherited property", Object.create({ a: "x" })],
  ["nothing", undefined],
];

const operators: readonly (readonly [operator: string, value: unknown])[] = [
  ["EQUAL", "x"],
  ["IN", "x, y"],
  ["LIKE", "x%"],
  ["LARGER", "1"],
  ["BETWEEN", "1, 5"],
  ["ALL_IN", "{{payload.a}}"],
];

describe.each(PAYLOADS)("a payload of %s", (_, payload) => {
  const list = [
    ...operators.map(([operator, value]) =>
      row(operator, { priority: 1, conditions: [group([condition(operator, value)])] }),
    ),
    row("plain"),
  ];

  test("matches nothing", () => {
    expect(chosen(list, message({ payload }))).toBe("plain");
  });

  test("does not match a complement's opposite", () => {
    const complement = row("complement", {
      priority: 2,
      conditions: [group([condition("NOT_EQUAL", "x"), condition("NOT_IN", "x, y")])],
    });
    expect(chosen([...list, complement], message({ payload }))).toBe("complement");
  });

  test("stops nobody from asking", () => {
    for (const [, ask] of WAYS) expect(() => ask(list, message({ payload }))).not.toThrow();
  });
});

describe("a source", () => {
  const list = [
    row("match", { conditions: [group([condition("EQUAL", "x")])] }),
    row("plain", { priority: -1 }),
  ];

  test("that the context inherits is not there", () => {
    const context: SelectionContext = Object.assign(Object.create({ payload: { a: "x" } }), {
      channel: "chat",
    });
    expect(chosen(list, context)).toBe("plain");
  });

  test("that throws when it is read is not there", () => {
    const context = Object.defineProperty(message(), "payload", {
      enumerable: true,
      get(): never {
        throw new Error("closed");
      },
    });
    expect(chosen(list, context)).toBe("plain");
  });

  test("may be named like a property of every object, where the caller adds it", () => {
    for (const on of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      const conditions = [group([{ on, field: "name", operator: "IS_DEFINED" }])];
      const records = [row("odd", { conditions, priority: 1 }), row("plain")];
      const options = { sources: [on] };
      expect(chosen(records, message(), options)).toBe("plain");
      const own: Raw = Object.defineProperty({}, on, { enumerable: true, value: { name: "x" } });
      const context: SelectionContext = Object.defineProperties(message(), {
        ...Object.getOwnPropertyDescriptors(own),
      });
      expect(chosen(records, context, options)).toBe("odd");
    }
  });
});
