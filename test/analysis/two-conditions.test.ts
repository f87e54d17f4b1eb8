import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseConditions, parseRules, type Tree } from "integration-router";
import { alwaysTrue, disjoint, equivalent, implies } from "integration-router/analysis";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { validSingleCondition } from "../reference/arbitraries/conditions.js";
import { EXTRA_SOURCE } from "../reference/arbitraries/contexts.js";
import { validSingleRule } from "../reference/arbitraries/rules.js";
import { needTree } from "./support/need-tree.js";

const options = { sources: [EXTRA_SOURCE] };

/** Fields of which some lie in others; the first ones are drawn more often. */
const fields = ["dates", "dates[0]", "dates", "dates[0]", "dates.length", "dates[1]", "dates[0].a"];

/** One condition, of any operator, on the clock among them: without references, which are left open. */
const oneCondition: fc.Arbitrary<Tree> = fc
  .oneof(
    validSingleCondition.map(({ type, condition }) =>
      needTree(parseConditions([{ type, value: "AND", children: [condition] }], options)),
    ),
    validSingleRule.map(({ rule }) => needTree(parseRules(rule, options))),
    validSingleRule
      .filter(({ operator }) => /Ago$|WithinLast$|withinLast/.test(operator))
      .map(({ rule }) => needTree(parseRules(rule, options))),
  )
  .filter((tree) => !JSON.stringify(tree).includes('"text":'));

const sometimesNegated = fc
  .tuple(oneCondition, fc.constantFrom(...fields), fc.boolean())
  .map(([tree, field, isNegated]): Tree => {
    const moved = onField(tree, field);
    return isNegated ? { kind: "not", child: moved } : moved;
  });

/** The same tree with one field in the place of all. */
function onField(tree: Tree, path: string): Tree {
  switch (tree.kind) {
    case "condition": {
      const steps = path.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
      return { ...tree, field: { source: "subscriber", path, steps } };
    }
    case "not":
      return { ...tree, child: onField(tree.child, path) };
    case "and":
    case "or":
      return { ...tree, children: tree.children.map((child) => onField(child, path)) };
    default:
      return tree;
  }
}

test("two conditions never take more than a budget", () => {
  const decided = new Tally("questions about two conditions that are decided");
  holdsFor(
    150,
    fc.property(sometimesNegated, sometimesNegated, (a, b) => {
      for (const answer of [
        implies(a, b),
        equivalent(a, b),
        disjoint(a, b),
        alwaysTrue({ kind: "or", children: [a, b] }),
      ]) {
        decided.add(answer.verdict !== "unknown");
        if (answer.verdict === "unknown") {
          expect(answer.because).not.toMatch(/budget|more than|nests/);
        }
      }
    }),
  );
  decided.expectShareBetween(0.9, 1.01);
});

test("what the clock may say of a list and a text of its element is decided", () => {
  const notLast = {
    "!": [{ withinLast: [{ var: "subscriber.dates" }, { amount: 1, unit: "minutes" }] }],
  };
  const notAtEnd = { doesNotEndWith: [{ var: "subscriber.dates[0]" }, "2024"] };
  const rules = { and: [notLast, notAtEnd] };
  expect(implies(rules, rules)).toEqual({ verdict: "proved" });
  expect(equivalent(rules, { and: [notAtEnd, notLast] })).toEqual({ verdict: "proved" });
  // Not by form alone: the one text ends in what the other ends in.
  const further = { and: [notLast, { doesNotEndWith: [{ var: "subscriber.dates[0]" }, "024"] }] };
  expect(implies(further, rules)).toEqual({ verdict: "proved" });
  expect(implies(rules, further).verdict).toBe("refuted");
});
