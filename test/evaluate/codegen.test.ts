import { afterEach, describe, expect, jest, test } from "@jest/globals";
import {
  type ConditionContext,
  compileConditions,
  compileTree,
  type Tree,
} from "integration-router";
import { codegen } from "integration-router/codegen";

interface Child {
  readonly on: string;
  readonly field: string;
  readonly operator: string;
  readonly value?: unknown;
}

const on = (field: string, operator: string, value?: unknown): Child => ({
  on: "payload",
  field,
  operator,
  value,
});

const groups = (children: readonly unknown[], value = "AND", type = "GROUP"): unknown => [
  { value, type, children },
];

/** Decides by a generated function, having made sure that closures decide the same. */
function decide(conditions: unknown, context: unknown, sources: string[] = []): boolean {
  const generated = compileConditions(conditions, { codegen, sources });
  const closures = compileConditions(conditions, { sources });
  expect(generated.codegen).toBe(true);
  expect(closures.codegen).toBe(false);
  const passes = generated(context as ConditionContext);
  expect(closures(context as ConditionContext)).toBe(passes);
  return passes;
}

const isX = groups([on("a", "EQUAL", "x")]);
const isNotX = groups([on("a", "NOT_EQUAL", "x")]);

afterEach(() => {
  jest.restoreAllMocks();
});

describe("one function a shape", () => {
  /** A field that no other test names, so that no function of its shape is there yet. */
  let fresh = 0;
  const shape = (field: string, literal: string): unknown =>
    groups([on(field, "IN", [literal, "b"]), on(`${field}.c`, "LARGER", literal.length)]);

  test("a hundred rule sets that differ in their literals share one", () => {
    const made = jest.spyOn(globalThis, "Function");
    const field = `shared${fresh++}`;
    for (let index = 0; index < 100; index++) {
      const passes = compileConditions(shape(field, `tenant-${index}`), { codegen });
      expect(passes.codegen).toBe(true);
      expect(passes({ payload: { [field]: `tenant-${index}` } })).toBe(false);
    }
    expect(made).toHaveBeenCalledTimes(1);
  });

  test("each keeps its own literals", () => {
    const first = compileConditions(groups([on("a", "EQUAL", "x")]), { codegen });
    const second = compileConditions(groups([on("a", "EQUAL", "y")]), { codegen });
    expect([first, second].map((passes) => passes({ payload: { a: "x" } }))).toEqual([true, false]);
    expect([first, second].map((passes) => passes({ payload: { a: "y" } }))).toEqual([false, true]);
  });

  test.each([
    ["another field", groups([on("kind.b", "EQUAL", "x")])],
    ["another operator", groups([on("kind.a", "LIKE", "x%")])],
    ["another kind of operand", groups([on("kind.a", "EQUAL", 5)])],
    ["another type", groups([on("kind.a", "EQUAL", 5)], "AND", "NUMBER")],
    [
      "another count of conditions",
      groups([on("kind.a", "EQUAL", "x"), on("kind.a", "EQUAL", "y")]),
    ],
    ["a complement", groups([on("kind.a", "NOT_EQUAL", "x")])],
  ])("%s is another shape", (_, conditions) => {
    compileConditions(groups([on("kind.a", "EQUAL", "x")]), { codegen });
    const made = jest.spyOn(globalThis, "Function");
    compileConditions(conditions, { codegen });
    expect(made).toHaveBeenCalledTimes(1);
    compileConditions(conditions, { codegen });
    expect(made).toHaveBeenCalledTimes(1);
  });

  test("the memory of shapes has an end, and what is forgotten still runs", () => {
    const first = compileConditions(shape("forgotten", "x"), { codegen });
    for (let index = 0; index < 1_100; index++) {
      compileConditions(shape(`flood${index}`, "x"), { codegen });
    }
    const made = jest.spyOn(globalThis, "Function");
    expect(first({ payload: { forgotten: "x" } })).toBe(false);
    compileConditions(shape("forgotten", "x"), { codegen });
    expect(made).toHaveBeenCalledTimes(1);
  });

  test("no function is made unless asked for", () => {
    const made = jest.spyOn(globalThis, "Function");
    for (const options of [undefined, {}, { codegen: undefined }]) {
      expect(compileConditions(shape(`none${fresh++}`, "x"), options).codegen).toBe(false);
    }
    expect(made).not.toHaveBeenCalled();
  });
});

describe("where the runtime makes no functions from code", () => {
  test("closures serve, and the predicate says so", () => {
    jest.spyOn(globalThis, "Function").mockImplementation(() => {
      throw new EvalError("Code generation from strings disallowed for this context");
    });
    const conditions = groups([on("forbidden", "EQUAL", "x")]);
    const passes = compileConditions(conditions, { codegen });
    expect(passes.codegen).toBe(false);
    expect(passes({ payload: { forbidden: "x" } })).toBe(true);
    expect(passes({ payload: { forbidden: "y" } })).toBe(false);
  });

  test("closures serve for trees that engines would not optimise", () => {
    const children = Array.from({ length: 5_000 }, (_, index) => on(`f${index}`, "EQUAL", "x"));
    const passes = compileConditions(groups(children, "OR"), { codegen });
    expect(passes.codegen).toBe(false);
    expect(passes({ payload: { f4999: "x" } })).toBe(true);
    expect(passes({ payload: { f4999: "y" } })).toBe(false);
  });
});

const HOSTILE_TEXTS = [
  `"`,
  `'`,
  "`",
  "\\",
  `\\"`,
  `"); globalThis.hacked = true; ("`,
  `'); globalThis.hacked = true; ('`,
  `$\{globalThis.hacked = true}`,
  `\`$\{globalThis.hacked = true}\``,
  "*/ globalThis.hacked = true /*",
  "// globalThis.hacked = true",
  "<!-- globalThis.hacked = true",
  "--> globalThis.hacked = true",
  "</script><script>globalThis.hacked = true</script>",
  "\n globalThis.hacked = true",
  "\r globalThis.hacked = true",
  "\u2028 globalThis.hacked = true",
  "\u2029 globalThis.hacked = true",
  "\u0000",
  "\ud800",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "arguments",
  "context",
  "constants",
  "k0",
  "v0",
  "return true",
  "0",
  "01",
  "-1",
];

describe.each(HOSTILE_TEXTS)("%j", (text) => {
  const holder = (value: unknown): object =>
    Object.fromEntries([[text, value]]) satisfies Record<string, unknown>;

  afterEach(() => {
    expect(globalThis).not.toHaveProperty("hacked");
  });

  test("as the name of a property", () => {
    const conditions = groups([on(`a[${JSON.stringify(text)}]`, "EQUAL", "x")]);
    expect(decide(conditions, { payload: { a: holder("x") } })).toBe(true);
    expect(decide(conditions, { payload: { a: holder("y") } })).toBe(false);
    expect(decide(conditions, { payload: { a: {} } })).toBe(false);
  });

  test("as the name of a step on the way", () => {
    const conditions = groups([on(`[${JSON.stringify(text)}].b`, "EQUAL", "x")]);
    expect(decide(conditions, { payload: holder({ b: "x" }) })).toBe(true);
    expect(decide(conditions, { payload: {} })).toBe(false);
  });

  test("as the name of a source", () => {
    const conditions = groups([{ on: text, field: "b", operator: "EQUAL", value: "x" }]);
    expect(decide(conditions, holder({ b: "x" }), [text])).toBe(true);
    expect(decide(conditions, holder({ b: "y" }), [text])).toBe(false);
  });

  test("as what a field is compared with", () => {
    const pattern = text.replace(/[\\%_]/g, "\\$&");
    for (const child of [
      on("a", "EQUAL", text),
      on("a", "IN", [text, "b"]),
      on("a", "LIKE", pattern),
      on("a", "LIKE", `%${pattern}`),
      on("a", "LIKE", `${pattern}%`),
      on("a", "LIKE", `%${pattern}%`),
      on("a", "LIKE", `${pattern}%${pattern}`),
    ]) {
      const own = child.value === `${pattern}%${pattern}` ? text + text : text;
      expect(decide(groups([child]), { payload: { a: own } })).toBe(true);
      expect(decide(groups([child]), { payload: { a: "another" } })).toBe(false);
    }
    expect(
      decide(groups([on("a", "BETWEEN", [text, text])], "AND", "TEXT"), { payload: { a: text } }),
    ).toBe(true);
  });
});

describe("a literal is never code, whatever a tree says", () => {
  test("a tree made by hand", () => {
    const field = { source: `"]; throw 1; //`, path: "", steps: [`"]; throw 1; //`] };
    const tree: Tree = {
      kind: "condition",
      field,
      operator: "EQUAL",
      operand: { kind: "scalar", term: `"; throw 1; //` },
      type: "inferred",
    };
    const passes = compileTree(tree, { codegen });
    expect(passes.codegen).toBe(true);
    const context = { [field.source]: { [field.source]: `"; throw 1; //` } };
    expect(passes(context as ConditionContext)).toBe(true);
    expect(passes({})).toBe(false);
  });
});

describe("reading", () => {
  const forwarding = (target: object): object => new Proxy(target, {});

  test.each<[name: string, context: () => unknown, passes: boolean]>([
    ["a plain object", () => ({ payload: { a: "x" } }), true],
    [
      "an object without a prototype",
      () => ({ payload: Object.assign(Object.create(null), { a: "x" }) }),
      true,
    ],
    [
      "an instance of a class",
      () => ({
        payload: new (class {
          a = "x";
        })(),
      }),
      true,
    ],
    [
      "an accessor of its own",
      () => ({
        payload: {
          get a() {
            return "x";
          },
        },
      }),
      true,
    ],
    ["a list of values", () => ({ payload: { a: ["y", "x"] } }), true],
    ["a proxy that forwards", () => forwarding({ payload: forwarding({ a: "x" }) }), true],
    ["an inherited property", () => ({ payload: Object.create({ a: "x" }) }), false],
    [
      "a getter of a class",
      () => ({
        payload: new (class {
          get a() {
            return "x";
          }
        })(),
      }),
      false,
    ],
    ["a property of a function", () => ({ payload: Object.assign(() => 0, { a: "x" }) }), false],
    ["a property of a list", () => ({ payload: Object.assign([], { a: "x" }) }), false],
    ["a property of a date", () => ({ payload: Object.assign(new Date(), { a: "x" }) }), false],
    ["a string", () => ({ payload: "x" }), false],
    ["null", () => ({ payload: null }), false],
    ["an empty context", () => ({}), false],
    ["a context that is null", () => null, false],
    ["a context that is missing", () => undefined, false],
    ["a context that is a text", () => "payload", false],
    ["a context that is a function", () => Object.assign(() => 0, { payload: { a: "x" } }), true],
    [
      "a proxy that answers only get",
      () => ({ payload: new Proxy({}, { get: () => "x" }) }),
      false,
    ],
    [
      "a proxy that has everything",
      () => ({ payload: new Proxy({}, { get: () => "x", has: () => true }) }),
      false,
    ],
    [
      "a proxy that denies what it has",
      () => ({ payload: new Proxy({ a: "x" }, { has: () => false }) }),
      true,
    ],
    [
      "a proxy that claims a prototype",
      () => ({
        payload: new Proxy([], { getPrototypeOf: () => Object.prototype, get: () => "x" }),
      }),
      false,
    ],
  ])("%s", (_, make, passes) => {
    expect(decide(isX, make())).toBe(passes);
    expect(decide(isNotX, make())).toBe(!passes);
  });

  test("what Object.prototype is given later is not seen", () => {
    const predicates = [codegen, undefined].map((how) => compileConditions(isX, { codegen: how }));
    const outcomes = (): boolean[] => predicates.map((passes) => passes({ payload: {} }));
    for (let call = 0; call < 10_000; call++) outcomes();
    expect(outcomes()).toEqual([false, false]);
    Object.defineProperty(Object.prototype, "a", { value: "x", configurable: true });
    try {
      expect(outcomes()).toEqual([false, false]);
      expect(predicates.map((passes) => passes({ payload: { a: "x" } }))).toEqual([true, true]);
    } finally {
      Reflect.deleteProperty(Object.prototype, "a");
    }
    expect(outcomes()).toEqual([false, false]);
  });

  test("an accessor of a class is not run", () => {
    let runs = 0;
    class Model {
      get a(): string {
        runs++;
        return "x";
      }
    }
    expect(decide(isX, { payload: new Model() })).toBe(false);
    expect(runs).toBe(0);
  });

  test("a field is read once for all conditions on it", () => {
    let reads = 0;
    const payload = {
      get a() {
        reads++;
        return 5;
      },
    };
    const conditions = groups([on("a", "LARGER", 1), on("a", "SMALLER", 9), on("a", "IN", [5, 6])]);
    expect(compileConditions(conditions, { codegen })({ payload })).toBe(true);
    expect(reads).toBe(1);
  });
});

describe("what throws is false for its own condition alone", () => {
  const boom = (): never => {
    throw new Error("read");
  };
  const payload = (): object => ({
    b: "x",
    get a() {
      return boom();
    },
  });

  test.each<[children: Child[], value: string, passes: boolean]>([
    [[on("a", "EQUAL", "x"), on("b", "EQUAL", "x")], "OR", true],
    [[on("a", "EQUAL", "x"), on("b", "EQUAL", "x")], "AND", false],
    [[on("a", "NOT_EQUAL", "x"), on("b", "EQUAL", "x")], "AND", true],
    [[on("a.c", "NOT_LIKE", "x"), on("a.d", "EQUAL", "x")], "OR", true],
    [[on("b", "EQUAL", "y"), on("a", "IS_DEFINED")], "OR", false],
  ])("%j under %s", (children, value, passes) => {
    expect(decide(groups(children, value), { payload: payload() })).toBe(passes);
  });

  test("time and again", () => {
    const predicate = compileConditions(groups([on("a", "NOT_EQUAL", "x")]), { codegen });
    for (let call = 0; call < 3; call++) expect(predicate({ payload: payload() })).toBe(true);
  });
});

describe("values that the code does not test itself", () => {
  const date = new Date("2026-03-01T00:00:00Z");

  test.each<[child: Child, value: unknown, passes: boolean]>([
    [on("a", "EQUAL", "x"), ["x"], true],
    [on("a", "EQUAL", "x"), [["x"]], false],
    [on("a", "EQUAL", "5"), 5n, true],
    [on("a", "IN", [5, 6]), [7n, 6n], true],
    [on("a", "EQUAL", "2026-03-01"), date, true],
    [on("a", "IN", ["2026-03-01", "x"]), date, true],
    [on("a", "BETWEEN", ["2026-02-01", "2026-04-01"]), date, true],
    [on("a", "BETWEEN", ["2026-02-01", "2026-04-01"]), date.getTime(), true],
    [on("a", "BETWEEN", [1, 9]), " 5 ", true],
    [on("a", "LARGER", 1), [0, "2"], true],
    [on("a", "LARGER", "b"), "c", true],
    [on("a", "LARGER", "b"), 5, false],
    [on("a", "LIKE", "5%"), 55, true],
    [on("a", "LIKE", "_%5"), 55, true],
    [on("a", "ILIKE", "%X"), "ax", true],
    [on("a", "ILIKE", "%X"), "y", false],
    [on("a", "LIKE", "%"), "", true],
    [on("a", "ALL_IN", "x,y"), ["x", "y"], true],
    [on("a", "ALL_IN", "x,y"), [], false],
    [on("a", "ALL_IN", "x,y"), "x", true],
    [on("a", "EQUAL", true), true, true],
    [on("a", "EQUAL", "true"), true, true],
    [on("a", "EQUAL", "true"), false, false],
    [on("a", "IN", [true, "x"]), true, true],
    [on("a", "IN", "1,2,3,4,5,6,7,8,9,10"), 10, true],
    [on("a", "IN", "1,2,3,4,5,6,7,8,9,10"), "11", false],
    [on("a", "EQUAL", 0), -0, true],
    [on("a", "IN", [0, 1]), -0, true],
    [on("a", "EQUAL", "x"), Number.NaN, false],
    [on("a", "IS_DEFINED"), {}, true],
    [on("a", "IS_DEFINED"), 0n, true],
    [on("a", "IS_DEFINED"), null, false],
    [on("a", "EQUAL", "{{tenant.id}}"), "t", true],
    [on("a", "IN", "x,{{tenant.id}}"), "t", true],
    [on("a", "IN", "{{tenant.ids}}"), "u", true],
    [on("a", "BETWEEN", "{{tenant.low}},9"), 5, true],
    [on("a", "LIKE", "{{tenant.id}}"), "t", true],
  ])("%j", (child, value, passes) => {
    const context = { payload: { a: value }, tenant: { id: "t", ids: ["t", "u"], low: 1 } };
    expect(decide(groups([child]), context)).toBe(passes);
    expect(decide([{ value: "AND", isNegated: true, children: [child] }], context)).toBe(!passes);
  });

  test.each(["NUMBER", "DATE", "BOOLEAN", "TEXT"])("under type %s", (type) => {
    const literals = { NUMBER: "5", DATE: "1970-01-01", BOOLEAN: "true", TEXT: "5" };
    const literal = literals[type as keyof typeof literals];
    for (const a of [
      "5",
      5,
      " 5 ",
      0,
      "1970-01-01",
      new Date(0),
      true,
      "true",
      5n,
      [5],
      Infinity,
      {},
    ]) {
      for (const operator of ["EQUAL", "IN"]) {
        const passes = compileConditions(groups([on("a", operator, literal)], "AND", type));
        const decided = decide(groups([on("a", operator, literal)], "AND", type), {
          payload: { a },
        });
        expect(decided).toBe(passes({ payload: { a } }));
      }
      if (type === "BOOLEAN") continue;
      for (const operator of ["LARGER", "LARGER_EQUAL", "SMALLER", "SMALLER_EQUAL"]) {
        expect(
          typeof decide(groups([on("a", operator, literal)], "AND", type), { payload: { a } }),
        ).toBe("boolean");
      }
    }
  });
});

describe("names that run together are kept apart", () => {
  test.each([
    ["a.b.c", { a: { b: { c: "x" } } }],
    ['["a.b"].c', { "a.b": { c: "x" } }],
    ['a["b.c"]', { a: { "b.c": "x" } }],
    ['["a.1.b"].c', { "a.1.b": { c: "x" } }],
    ['a["1.b"].c', { a: { "1.b": { c: "x" } } }],
    ['["a\\"b"].c', { 'a"b': { c: "x" } }],
  ])("%s", (field, payload) => {
    const others = ["a.b.c", '["a.b"].c', 'a["b.c"]', '["a.1.b"].c', 'a["1.b"].c', '["a\\"b"].c']
      .filter((other) => other !== field)
      .map((other) => on(other, "NOT_EQUAL", "x"));
    expect(decide(groups([on(field, "EQUAL", "x"), ...others]), { payload })).toBe(true);
    expect(decide(groups([on(field, "NOT_EQUAL", "x"), ...others]), { payload })).toBe(false);
  });
});

describe("trees made by hand", () => {
  const both = (tree: Tree, context: ConditionContext): boolean => {
    const passes = compileTree(tree, { codegen })(context);
    expect(compileTree(tree)(context)).toBe(passes);
    return passes;
  };

  test("a group without members passes if all must, and not if one must", () => {
    expect(both({ kind: "and", children: [] }, {})).toBe(true);
    expect(both({ kind: "or", children: [] }, {})).toBe(false);
  });

  test("a source as a whole is a field", () => {
    const tree: Tree = {
      kind: "condition",
      field: { source: "payload", path: "", steps: [] },
      operator: "EQUAL",
      operand: { kind: "scalar", term: "x" },
      type: "inferred",
    };
    expect(both(tree, { payload: "x" })).toBe(true);
    expect(both(tree, { payload: "y" })).toBe(false);
    expect(both({ kind: "or", children: [tree, { kind: "not", child: tree }] }, {})).toBe(true);
  });
});

test("a group of every kind of child, where one read throws", () => {
  const payload = {
    b: "x",
    get a(): string {
      throw new Error("read");
    },
  };
  const conditions = [
    {
      value: "AND",
      children: [
        { value: "OR", children: [] },
        { value: "AND", isNegated: true, children: [on("a", "EQUAL", "x")] },
        {
          value: "OR",
          children: [on("a", "EQUAL", "x"), on("b", "LIKE", "x"), on("c", "IN", "x")],
        },
        on("a.b.c.d", "NOT_EQUAL", "x"),
        on("b", "IN", ["x", ["not", "a", "list"].join()]),
      ],
    },
  ];
  expect(decide(conditions, { payload })).toBe(true);
  expect(decide([{ value: "AND", isNegated: true, children: conditions }], { payload })).toBe(
    false,
  );
});

test("long paths make long code, for which closures serve", () => {
  const path = Array.from({ length: 60 }, (_, index) => `step${index}`);
  const children = Array.from({ length: 12 }, (_, index) =>
    on(`f${index}.${path.join(".")}`, "EQUAL", "x"),
  );
  const passes = compileConditions(groups(children, "OR"), { codegen });
  expect(passes.codegen).toBe(false);
  const deep = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), "x");
  expect(passes({ payload: { f11: deep } })).toBe(true);
  expect(passes({ payload: { f12: deep } })).toBe(false);
});

test("long texts are compared like short ones", () => {
  const long = "x".repeat(1_000);
  expect(decide(groups([on("a", "EQUAL", long)]), { payload: { a: long } })).toBe(true);
  expect(decide(groups([on("a", "EQUAL", long)]), { payload: { a: `${long}x` } })).toBe(false);
});

test("a tree without conditions", () => {
  expect(decide([], {})).toBe(true);
  expect(decide(null, {})).toBe(true);
  expect(
    decide([{ value: "AND", isNegated: true, children: [{ value: "OR", children: [] }] }], {}),
  ).toBe(false);
});
