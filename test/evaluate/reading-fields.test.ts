import { runInNewContext } from "node:vm";
import { describe, expect, test } from "@jest/globals";
import { condition, group } from "../support/build.js";
import { matches, passes } from "../support/passes.js";

/** Whether a path reads the value out of a payload; where it does not, it must read nothing. */
function reads(payload: unknown, field: string, value: string | number | boolean): boolean {
  const ctx = { payload };
  const equal = passes(condition("EQUAL", value, field), ctx);
  expect(passes(condition("IS_DEFINED", undefined, field), ctx)).toBe(equal);
  expect(passes(condition("NOT_EQUAL", value, field), ctx)).toBe(!equal);
  return equal;
}

class Account {
  readonly plan = "gold";
  get level(): number {
    return 5;
  }
  upgrade(): string {
    return "x";
  }
}

describe("own properties are read", () => {
  test.each<[name: string, payload: unknown, field: string, value: string | number | boolean]>([
    ["of a plain object", { a: "x" }, "a", "x"],
    ["of an object without a prototype", Object.assign(Object.create(null), { a: "x" }), "a", "x"],
    ["of an instance", new Account(), "plan", "gold"],
    ["of a map, beside its entries", Object.assign(new Map([["b", "y"]]), { a: "x" }), "a", "x"],
    ["of an error", Object.assign(new Error("oops"), { status: 5 }), "status", 5],
    ["by a getter", Object.defineProperty({}, "a", { get: () => "x", enumerable: true }), "a", "x"],
    ["that are not enumerable", Object.defineProperty({}, "a", { value: "x" }), "a", "x"],
    ["named like inherited ones", { constructor: { name: "x" } }, "constructor.name", "x"],
    ["named __proto__", JSON.parse('{"__proto__": {"a": "x"}}'), "__proto__.a", "x"],
    ["named hasOwnProperty", { hasOwnProperty: "x" }, "hasOwnProperty", "x"],
    ["named length", { length: 5 }, "length", 5],
    ["of a frozen object", Object.freeze({ a: Object.freeze({ b: false }) }), "a.b", false],
    ["of another realm's objects", runInNewContext('({ a: [{ b: "x" }] })'), "a[0].b", "x"],
    ["through a proxy", new Proxy({ a: { b: "x" } }, {}), "a.b", "x"],
    ["that are symbols' neighbours", { [Symbol("a")]: "y", a: "x" }, "a", "x"],
  ])("%s", (_, payload, field, value) => {
    expect(reads(payload, field, value)).toBe(true);
  });
});

describe("inherited properties are not", () => {
  test.each<[name: string, payload: unknown, field: string, value: string | number | boolean]>([
    ["of a prototype", Object.create({ a: "x" }), "a", "x"],
    ["of a prototype further in", { data: Object.create({ a: "x" }) }, "data.a", "x"],
    ["getters of a class", new Account(), "level", 5],
    ["methods' names", new Account(), "upgrade.name", "upgrade"],
    ["the constructor's name", {}, "constructor.name", "Object"],
    ["the prototype", Object.create({ a: "x" }), "__proto__.a", "x"],
    ["the prototype's constructor", {}, "__proto__.constructor.name", "Object"],
    ["toString's length", {}, "toString.length", 0],
    ["a map's size", new Map([["a", "x"]]), "size", 1],
    ["a map's entries", new Map([["a", "x"]]), "a", "x"],
    ["an error's name", new Error("oops"), "name", "Error"],
    ["a typed array's length", new Uint8Array(2), "length", 2],
  ])("%s", (_, payload, field, value) => {
    expect(reads(payload, field, value)).toBe(false);
  });

  test("not even what everything inherits", () => {
    Object.defineProperty(Object.prototype, "polluted", { value: "x", configurable: true });
    try {
      expect(({} as { polluted?: string }).polluted).toBe("x");
      expect(reads({}, "polluted", "x")).toBe(false);
      expect(reads([], "polluted", "x")).toBe(false);
      expect(reads(undefined, "polluted", "x")).toBe(false);
      const one = { on: "polluted", field: "length", operator: "IS_DEFINED" };
      expect(passes(one, {}, "GROUP", { sources: ["polluted"] })).toBe(false);
    } finally {
      Reflect.deleteProperty(Object.prototype, "polluted");
    }
  });
});

describe("a list has elements and a length", () => {
  const tagged = Object.assign(["x", "y"], { a: "x", "-1": "x", "01": "x", "4294967295": "x" });

  test.each<[field: string, value: string | number]>([
    ["[0]", "x"],
    ["0", "x"],
    ['["0"]', "x"],
    ["[1]", "y"],
    ["length", 2],
    ['["length"]', 2],
  ])("%s is read", (field, value) => {
    expect(reads(tagged, field, value)).toBe(true);
    expect(reads({ list: tagged }, `list${/^\[/.test(field) ? field : `.${field}`}`, value)).toBe(
      true,
    );
  });

  test.each(["a", "-1", "01", '["01"]', "[4294967295]", "4294967295"])("%s is not", (field) => {
    expect(reads(tagged, field, "x")).toBe(false);
  });

  test.each<[field: string, value: string | number]>([
    ["[2]", "x"],
    ["first", "x"],
    ["1.0", "y"],
    ['["1.0"]', "y"],
    ['["1e0"]', "y"],
    ['[" 1"]', "y"],
    ['["+1"]', "y"],
    ["map.length", 1],
    ["constructor.name", "Array"],
    ["__proto__.length", 0],
    ["[0].length", 1],
    ["length.length", 1],
  ])("nothing is at %s", (field, value) => {
    expect(reads(tagged, field, value)).toBe(false);
  });

  test("a hole is absent, whatever the prototype holds there", () => {
    const sparse = Object.setPrototypeOf(new Array(2), Object.assign([], ["x", "x"])) as string[];
    expect(sparse[0]).toBe("x");
    expect(reads(sparse, "[0]", "x")).toBe(false);
    expect(reads(sparse, "length", 2)).toBe(true);
  });

  test("an empty list has a length", () => {
    expect(reads({ items: [] }, "items.length", 0)).toBe(true);
    expect(passes(condition("LARGER", 0, "items.length"), { payload: { items: [1] } })).toBe(true);
    expect(passes(condition("LARGER", 0, "items.length"), { payload: { items: [] } })).toBe(false);
  });

  test("a list subclass is a list", () => {
    class Items extends Array<string> {
      readonly tag = "x";
    }
    const items = Items.from(["x"]);
    expect(reads(items, "[0]", "x")).toBe(true);
    expect(reads(items, "tag", "x")).toBe(false);
  });
});

describe("other values have nothing to read", () => {
  const callable = Object.assign((_first: unknown) => "x", { a: "x" });

  test.each<[name: string, payload: unknown, field: string, value: string | number]>([
    ["a string's length", "abc", "length", 3],
    ["a string's characters", "abc", "[0]", "a"],
    ["a string further in", { a: "abc" }, "a.length", 3],
    ["a number's methods", 5, "toFixed.length", 1],
    ["a boolean", true, "a", "x"],
    ["a bigint", 5n, "a", "x"],
    ["a symbol's description", Symbol("x"), "description", "x"],
    ["another realm's date's own", Object.assign(runInNewContext("new Date(0)"), { a: 1 }), "a", 1],
    ["a date's own properties", Object.assign(new Date(0), { a: "x" }), "a", "x"],
    ["an invalid date's own", Object.assign(new Date(Number.NaN), { a: "x" }), "a", "x"],
    ["a function's own properties", callable, "a", "x"],
    ["a function's length", { callable }, "callable.length", 1],
    ["a class's static properties", Object.assign(class {}, { a: "x" }), "a", "x"],
    ["null", null, "a", "x"],
    ["undefined", undefined, "a", "x"],
  ])("%s", (_, payload, field, value) => {
    expect(reads(payload, field, value)).toBe(false);
  });
});

describe("sources", () => {
  const on = (source: string): unknown => [
    group([{ on: source, field: "a", operator: "EQUAL", value: "x" }]),
  ];

  test.each(["subscriber", "payload", "tenant", "context", "workflow", "actor"])("%s", (source) => {
    expect(matches(on(source), { [source]: { a: "x" } })).toBe(true);
    expect(matches(on(source), { [source]: { a: "y" } })).toBe(false);
    expect(matches(on(source), { [source === "payload" ? "tenant" : "payload"]: { a: "x" } })).toBe(
      false,
    );
    expect(matches(on(source), {})).toBe(false);
    // own to the context, like everything that is read
    expect(matches(on(source), Object.create({ [source]: { a: "x" } }))).toBe(false);
    expect(matches(on(source), Object.assign(Object.create(null), { [source]: { a: "x" } }))).toBe(
      true,
    );
  });

  test.each(["account", "constructor", "__proto__", "toString", "channel", "with space", "a.b"])(
    "%j, when the caller adds it",
    (source) => {
      const options = { sources: [source] };
      const ctx = JSON.parse(JSON.stringify({ "?": { a: "x" } }).replace("?", source)) as object;
      expect(Object.hasOwn(ctx, source)).toBe(true);
      expect(matches(on(source), ctx, options)).toBe(true);
      expect(matches(on(source), {}, options)).toBe(false);
      expect(matches(on(source), Object.create(ctx) as object, options)).toBe(false);
    },
  );
});
