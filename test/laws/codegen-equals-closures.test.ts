import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type ConditionContext,
  compileConditions,
  compileTree,
  parseRules,
} from "integration-router";
import { codegen } from "integration-router/codegen";
import { holdsFor } from "./law.js";

// Generated functions decide as closures do, on whatever conditions and contexts.

const NAMES = [
  "a",
  "b",
  "0",
  "length",
  "__proto__",
  `"`,
  "\\",
  "\u2028",
  "</script>",
  `$\{x}`,
  "`",
];

const hostileText = fc.oneof(
  fc.constantFrom(...NAMES, "x", "5", "true", "2026-03-01", "%", "_x%", "constructor"),
  fc.string({ unit: "binary", maxLength: 4 }),
);

const number = fc.constantFrom(-1, -0, 0, 1, 5, 5.5, 1e21);
const literal = fc.oneof(hostileText, number, fc.boolean());

const value: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: literal, weight: 6 },
    fc.constantFrom(null, undefined, Number.NaN, Infinity, 5n, new Date(0), new Date(Number.NaN)),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie("any"), { maxKeys: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie("any")).map((target) => new Proxy(target, {})),
    fc.dictionary(fc.constantFrom(...NAMES), tie("any")).map((parent) => Object.create(parent)),
    tie("any").map((held) => new Proxy({}, { get: () => held })),
    fc.constantFrom(...NAMES).map((name) =>
      Object.defineProperty({ a: "x", b: 5 }, name, {
        get() {
          throw new Error("read");
        },
      }),
    ),
  ),
})).any;

const context = fc.record(
  { payload: value, subscriber: value, own: value },
  { requiredKeys: [] },
) satisfies fc.Arbitrary<object>;

const path = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 })
  .map((steps) => steps.map((step) => `[${JSON.stringify(step)}]`).join(""));

const source = fc.constantFrom("payload", "subscriber", "own");
const reference = fc.constantFrom("{{payload.a}}", "{{subscriber.a.b}}", "{{own.b[0]}}");
const term = fc.oneof({ arbitrary: literal, weight: 3 }, reference);

const operand = {
  scalar: term,
  list: fc.oneof(fc.array(term, { minLength: 1, maxLength: 10 }), reference),
  range: fc.oneof(fc.tuple(term, term), reference),
  none: fc.constant(undefined),
};

const OPERATORS = {
  EQUAL: "scalar",
  NOT_EQUAL: "scalar",
  LARGER: "scalar",
  LARGER_EQUAL: "scalar",
  SMALLER: "scalar",
  SMALLER_EQUAL: "scalar",
  LIKE: "scalar",
  NOT_LIKE: "scalar",
  ILIKE: "scalar",
  NOT_ILIKE: "scalar",
  IN: "list",
  NOT_IN: "list",
  ANY_IN: "list",
  ALL_IN: "list",
  BETWEEN: "range",
  NOT_BETWEEN: "range",
  IS_DEFINED: "none",
} as const;

const condition = fc
  .constantFrom(...(Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]))
  .chain((operator) =>
    fc.record({
      on: source,
      field: path,
      operator: fc.constant(operator),
      value: operand[OPERATORS[operator]],
    }),
  );

const group: fc.Arbitrary<unknown> = fc.letrec<{ group: unknown }>((tie) => ({
  group: fc.record({
    value: fc.constantFrom("AND", "OR"),
    type: fc.constantFrom("GROUP", "GROUP", "GROUP", "NUMBER", "DATE", "BOOLEAN", "TEXT"),
    isNegated: fc.boolean(),
    children: fc.array(fc.oneof({ maxDepth: 3 }, condition, condition, tie("group")), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
})).group;

const TEXT_OPERATORS = ["contains", "startsWith", "endsWith", "doesNotContain", "doesNotEndWith"];
const LONE_OPERATORS = ["isEmpty", "isNonEmpty", "!", "!!", "null", "notNull"];
const DATE_OPERATORS = ["moreThanXAgo", "lessThanXAgo", "notWithinLast", "exactlyXAgo"];

const rule: fc.Arbitrary<unknown> = fc
  .tuple(source, path, term, fc.nat(2))
  .chain(([on, at, other, sort]) => {
    const read = { var: `${on}.${at}` };
    const duration = { amount: 1, unit: "years" };
    const given = [[read, other], [read], [read, duration]][sort];
    const names = [TEXT_OPERATORS, LONE_OPERATORS, DATE_OPERATORS][sort] ?? [];
    return fc.constantFrom(...names).map((name) => ({ [name]: given }));
  });

const rules = fc.letrec<{ rules: unknown }>((tie) => ({
  rules: fc.oneof(
    { maxDepth: 3 },
    rule,
    fc
      .tuple(fc.constantFrom("and", "or"), fc.array(tie("rules"), { minLength: 1, maxLength: 4 }))
      .map(([name, parts]) => ({ [name]: parts })),
  ),
})).rules;

test("a generated function decides rules as closures do", () => {
  let compared = 0;
  let passed = 0;
  const now = new Date("2026-12-01");
  holdsFor(
    800,
    fc.property(rules, fc.array(context, { maxLength: 5 }), (each, contexts) => {
      const options = { sources: ["own"] };
      const { tree } = parseRules(each, options);
      if (tree === undefined) return;
      const closures = compileTree(tree);
      const generated = compileTree(tree, { codegen });
      expect(generated.codegen).toBe(true);
      for (const one of contexts) {
        const asked = { ...one, now };
        const passes = generated(asked);
        expect(passes).toBe(closures(asked));
        compared++;
        if (passes) passed++;
      }
    }),
  );
  expect(compared).toBeGreaterThan(300);
  expect(passed).toBeGreaterThan(compared / 10);
  expect(passed).toBeLessThan(compared * 0.9);
});

test("a generated function decides as closures do", () => {
  let compared = 0;
  let passed = 0;
  holdsFor(
    800,
    fc.property(
      fc.array(group, { maxLength: 2 }),
      fc.array(context, { maxLength: 5 }),
      (conditions, contexts) => {
        const options = { sources: ["own"] };
        let closures: ReturnType<typeof compileConditions>;
        try {
          closures = compileConditions(conditions, options);
        } catch {
          return;
        }
        const generated = compileConditions(conditions, { ...options, codegen });
        expect(generated.codegen).toBe(true);
        for (const one of contexts) {
          const passes = generated(one as ConditionContext);
          expect(passes).toBe(closures(one as ConditionContext));
          compared++;
          if (passes) passed++;
        }
      },
    ),
  );
  expect(compared).toBeGreaterThan(300);
  expect(passed).toBeGreaterThan(compared / 10);
  expect(passed).toBeLessThan(compared * 0.9);
});
