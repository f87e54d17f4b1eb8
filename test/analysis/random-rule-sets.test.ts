import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileTree, parseConditions, parseRules, type Tree } from "integration-router";
import {
  alwaysTrue,
  disjoint,
  equivalent,
  implies,
  satisfiable,
} from "integration-router/analysis";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { validConditions } from "../reference/arbitraries/conditions.js";
import { conditionContext, EXTRA_SOURCE } from "../reference/arbitraries/contexts.js";
import { validRules } from "../reference/arbitraries/rules.js";
import { passes } from "../reference/conditions.js";
import { rulesPass } from "../reference/rules.js";
import { needTree } from "./support/need-tree.js";

const options = { sources: [EXTRA_SOURCE] };

/** A random tree, and what the reference says of it. */
interface Sample {
  readonly tree: Tree;
  readonly comparesFields: boolean;
  readonly passes: (context: object) => boolean;
}

const sample: fc.Arbitrary<Sample> = fc.oneof(
  validConditions.map((raw) => ({
    tree: needTree(parseConditions(raw, options)),
    comparesFields: JSON.stringify(raw).includes("{{"),
    passes: (context: object) => passes(raw, context, options),
  })),
  validRules.map((raw) => {
    const tree = needTree(parseRules(raw, options));
    return {
      tree,
      comparesFields: JSON.stringify(tree).includes('"text":'),
      passes: (context: object) => rulesPass(raw, context, options),
    };
  }),
);

const contexts = fc.array(conditionContext, { minLength: 20, maxLength: 20 });

test("random contexts contradict no verdict on one rule set", () => {
  const decided = new Tally("verdicts without references that are not unknown");
  const guessed = new Tally("verdicts with references that are not unknown");
  holdsFor(
    100,
    fc.property(sample, contexts, ({ tree, comparesFields, passes: expected }, each) => {
      const predicate = compileTree(tree);
      const can = satisfiable(tree);
      const must = alwaysTrue(tree);
      for (const { verdict } of [can, must]) {
        (comparesFields ? guessed : decided).add(verdict !== "unknown");
      }
      if (can.verdict === "proved") {
        expect([predicate(can.context), expected(can.context)]).toEqual([true, true]);
      }
      if (must.verdict === "refuted") {
        expect([predicate(must.context), expected(must.context)]).toEqual([false, false]);
      }
      if (can.verdict === "refuted") expect(each.find(predicate)).toBeUndefined();
      if (must.verdict === "proved") {
        expect(each.find((context) => !predicate(context))).toBeUndefined();
      }
    }),
  );
  decided.expectShareBetween(0.98, 1.01);
  guessed.expectShareBetween(0.8, 1.01);
});

test("random contexts contradict no verdict on two rule sets", () => {
  holdsFor(
    50,
    fc.property(sample, sample, contexts, (a, b, each) => {
      const [first, second] = [compileTree(a.tree), compileTree(b.tree)];
      const questions = [
        [implies(a.tree, b.tree), (c: object) => !first(c) || second(c)],
        [equivalent(a.tree, b.tree), (c: object) => first(c) === second(c)],
        [disjoint(a.tree, b.tree), (c: object) => !first(c) || !second(c)],
      ] as const;
      for (const [answer, holds] of questions) {
        if (answer.verdict === "refuted") expect(holds(answer.context)).toBe(false);
        if (answer.verdict === "proved") {
          expect(each.find((context) => !holds(context))).toBeUndefined();
        }
      }
    }),
  );
});

test("a rule set implies itself, equals itself and is disjoint from its opposite", () => {
  holdsFor(
    100,
    fc.property(
      sample.filter(({ comparesFields }) => !comparesFields),
      ({ tree }) => {
        const opposite: Tree = { kind: "not", child: tree };
        for (const answer of [
          implies(tree, tree),
          equivalent(tree, { kind: "not", child: opposite }),
          disjoint(tree, opposite),
          alwaysTrue({ kind: "or", children: [tree, opposite] }),
        ]) {
          expect(answer.verdict).toBe("proved");
        }
      },
    ),
  );
});
