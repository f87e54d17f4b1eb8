import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileConditions, parseConditions } from "integration-router";
import { codegen } from "integration-router/codegen";
import { novu } from "integration-router/novu";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { looseContext, novuConditions } from "../reference/arbitraries/novu-conditions.js";
import { novuGet, novuPasses } from "../reference/novu-conditions.js";

test("conditions decide what a naive evaluator of Novu's behaviour decides", () => {
  const passing = new Tally("conditions that pass");
  holdsFor(
    800,
    fc.property(novuConditions, looseContext, (conditions, context) => {
      const expected = novuPasses(conditions, context);
      passing.add(expected);
      expect(compileConditions(conditions, { semantics: novu })(context)).toBe(expected);
      expect(compileConditions(conditions, { semantics: novu, codegen })(context)).toBe(expected);
    }),
  );
  passing.expectShareBetween(0.15, 0.85);
});

test("and none of them has an issue", () => {
  holdsFor(
    200,
    fc.property(novuConditions, (conditions) => {
      expect(parseConditions(conditions, { semantics: novu }).issues).toEqual([]);
    }),
  );
});

const path: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ".",
      ".",
      "[",
      "]",
      "[]",
      '"',
      "'",
      "\\",
      "\n",
      "0",
      "a",
      "b",
      "-1",
      "[0]",
      " ",
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(""));

/** Notes every name that is read of it, and of what is read of it. */
function watched(seen: string[]): object {
  const get = (_: object, key: string | symbol): object => {
    seen.push(String(key));
    return watched(seen);
  };
  return new Proxy({}, { get });
}

test("a path is split where lodash splits it", () => {
  holdsFor(
    2_000,
    fc.property(path, (field) => {
      const children = [{ on: "payload", field, operator: "IS_DEFINED" }];
      const seen: string[] = [];
      compileConditions([{ children }], { semantics: novu })(watched(seen));
      const expected: string[] = [];
      novuGet(watched(expected), `payload.${field}`);
      expect(seen).toEqual(expected);
    }),
  );
});

// The rows are what lodash 4.17 gives for `toPath`.
test.each([
  ["a.b", ["a", "b"]],
  ["a[0].b", ["a", "0", "b"]],
  ["a['b.c']", ["a", "b.c"]],
  ['a["b\\"c"]', ["a", 'b"c']],
  ["a..b", ["a", "", "b"]],
  ["a.", ["a", ""]],
  ["a[]", ["a", ""]],
  ["a[b]", ["a", "b"]],
  ["a[-1.5]", ["a", "-1.5"]],
  ["a[']", ["a", "'"]],
])("%s is %j", (field, keys) => {
  const seen: string[] = [];
  const children = [{ on: "payload", field, operator: "IS_DEFINED" }];
  compileConditions([{ children }], { semantics: novu })(watched(seen));
  expect(seen).toEqual(["payload", ...keys]);
});
