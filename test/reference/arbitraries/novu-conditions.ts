import fc from "fast-check";
import type { Context } from "./contexts.js";
import { novuContext } from "./novu-rules.js";

const field: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("a", "a", "b", "list", "list[0]", "list.0", "list.1") },
  {
    weight: 3,
    arbitrary: fc.constantFrom("a.length", "list.length", "a.toString", "odd.inherited", "odd.a"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom("[a]", '["a"]', "['a']", "a.", ".a", "a..b", "[]", "", "list[-1]"),
  },
);

const on: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom("payload", "payload", "payload", "subscriber") },
  { weight: 1, arbitrary: fc.constantFrom<unknown>("tenant", "", undefined, 1, "payload.a") },
);

const literal: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom("1", "18", "0", "a", "ab", "true", "false", "", "null", " 2 "),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "{{payload.a}}",
      "{{ payload.b }}",
      "x{{payload.a}}y",
      "{{payload.none}}",
      "{{payload.a}}{{subscriber.a}}",
      "{{payload.list[0]}}",
      "{{payload}}",
      "{{}}",
      "{{payload.a",
      "}}{{payload.odd}}",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(1, 18, true, false, null, undefined, ["a"], {}),
  },
);

const operator: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      "EQUAL",
      "NOT_EQUAL",
      "LARGER",
      "LARGER_EQUAL",
      "SMALLER",
      "SMALLER_EQUAL",
      "IN",
      "NOT_IN",
      "IS_DEFINED",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      "LIKE",
      "NOT_LIKE",
      "BETWEEN",
      "NOT_BETWEEN",
      "ALL_IN",
      "ANY_IN",
      "equal",
      undefined,
    ),
  },
);

/** Conditions that Novu evaluates, and such as only its schema has. */
const condition: fc.Arbitrary<unknown> = fc.record({
  on,
  field,
  operator,
  value: literal,
});

const child: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 16, arbitrary: condition },
  {
    weight: 2,
    arbitrary: fc.record({
      value: fc.constantFrom("AND", "OR"),
      children: fc.oneof(
        fc.array(condition, { maxLength: 2 }),
        fc.constantFrom([], [{ children: [] }]),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, undefined, {}, { children: null }) },
);

const group: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record(
      {
        isNegated: fc.boolean(),
        type: fc.constantFrom("NUMBER", "BOOLEAN", "GROUP", "none"),
        value: fc.constantFrom("AND", "OR", "AND", "OR", "XOR", undefined),
        children: fc.array(child, { maxLength: 4 }),
      },
      { requiredKeys: ["value", "children"] },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, {}, { children: null, value: "OR" }) },
);

/** Conditions of every shape that Novu takes. */
export const novuConditions: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 20, arbitrary: fc.array(group, { minLength: 1, maxLength: 2 }) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>([], undefined, null, "plan = pro", {}) },
);

/** Contexts for them, one in some of which holds a name with a dot in it. */
export const looseContext: fc.Arbitrary<Context> = fc.oneof(
  { weight: 9, arbitrary: novuContext },
  { weight: 1, arbitrary: novuContext.map((context) => ({ ...context, "payload.a": "a" })) },
);
