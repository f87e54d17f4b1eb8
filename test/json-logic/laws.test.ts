import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type ConditionContext,
  compileTree,
  parseConditions,
  parseRules,
  type Tree,
} from "integration-router";
import { addOperators, toJsonLogic } from "integration-router/json-logic";
import jsonLogic from "json-logic-js";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { validConditions, validSingleCondition } from "../reference/arbitraries/conditions.js";
import { conditionContext, EXTRA_SOURCE } from "../reference/arbitraries/contexts.js";
import { validRules, validSingleRule } from "../reference/arbitraries/rules.js";
import { type ContextMaker, hostileContext } from "./hostile.js";
import { treeOf, treeOfConditions } from "./written.js";

const options = { sources: [EXTRA_SOURCE] };

const tree: fc.Arbitrary<Tree> = fc.oneof(
  validConditions.map((conditions) => treeOfConditions(conditions, options)),
  validRules.map((rules) => treeOf(rules, options)),
);

const conditionAlone: fc.Arbitrary<Tree> = fc.oneof(
  validSingleCondition.map(({ condition, type }) =>
    treeOfConditions([{ value: "AND", type, children: [condition] }], options),
  ),
  validSingleRule.map(({ rule }) => treeOf(rule, options)),
);

const anyContext: fc.Arbitrary<ContextMaker> = fc.oneof(
  {
    weight: 3,
    arbitrary: conditionContext.map(
      (context): ContextMaker =>
        () =>
          context,
    ),
  },
  { weight: 1, arbitrary: hostileContext },
);
const contexts = fc.array(anyContext, { minLength: 6, maxLength: 6 });

beforeAll(() => addOperators(jsonLogic));

/** The tree's predicate, in contexts of any kind. */
function predicateOf(of: Tree): (context: unknown) => boolean {
  const predicate = compileTree(of);
  return (context) => predicate(context as ConditionContext);
}

test("json-logic-js gives for the rule what the predicate gives for the tree", () => {
  const passed = new Tally("exported rules that pass");
  holdsFor(
    600,
    fc.property(fc.oneof(tree, conditionAlone), contexts, (of, each) => {
      const rule = toJsonLogic(of);
      const predicate = predicateOf(of);
      for (const make of each) {
        const expected = predicate(make());
        passed.add(expected);
        if (!!jsonLogic.apply(rule, make()) !== expected) {
          expect({ rule, applied: !expected }).toEqual({ expected });
        }
      }
    }),
  );
  passed.expectShareBetween(0.25, 0.75);
});

test("parseRules reads the rule back into a tree that decides the same and is written the same", () => {
  holdsFor(
    600,
    fc.property(fc.oneof(tree, conditionAlone), contexts, (of, each) => {
      const rule = toJsonLogic(of);
      const read = treeOf(rule, options);
      expect(toJsonLogic(read)).toStrictEqual(rule);
      const [before, after] = [predicateOf(of), predicateOf(read)];
      for (const make of each) {
        const expected = before(make());
        if (after(make()) !== expected) expect({ rule, after: !expected }).toEqual({ expected });
      }
    }),
  );
});

test("JSON changes nothing of it", () => {
  holdsFor(
    400,
    fc.property(tree, (of) => {
      const rule = toJsonLogic(of);
      expect(JSON.parse(JSON.stringify(rule))).toStrictEqual(rule);
    }),
  );
});

test("it needs one level and one node more than the conditions at most, and often none", () => {
  const fits = new Tally("exported conditions that fit the same limits");
  const limits = fc.record({ depth: fc.integer({ min: 1, max: 4 }), nodes: fc.nat(30) });
  holdsFor(
    600,
    fc.property(validConditions, limits, (conditions, { depth, nodes }) => {
      const given = { ...options, limits: { depth, nodes: nodes + 1 } };
      const { tree: of } = parseConditions(conditions, given);
      fc.pre(of !== undefined);
      const rule = toJsonLogic(of);
      const more = { depth: depth + 1, nodes: nodes + 2 };
      expect(parseRules(rule, { ...options, limits: more }).issues).toEqual([]);
      fits.add(parseRules(rule, given).issues.length === 0);
    }),
  );
  fits.expectShareBetween(0.8, 1.01);
});

test("it needs one level more than the rules at most, and three nodes for one", () => {
  const fits = new Tally("exported rules that fit the same limits");
  const limits = fc.record({ depth: fc.integer({ min: 1, max: 4 }), nodes: fc.nat(30) });
  holdsFor(
    600,
    fc.property(validRules, limits, (rules, { depth, nodes }) => {
      const given = { ...options, limits: { depth, nodes: nodes + 1 } };
      const { tree: of } = parseRules(rules, given);
      fc.pre(of !== undefined);
      const rule = toJsonLogic(of);
      const more = { depth: depth + 1, nodes: (nodes + 1) * 3 };
      expect(parseRules(rule, { ...options, limits: more }).issues).toEqual([]);
      fits.add(parseRules(rule, given).issues.length === 0);
    }),
  );
  fits.expectShareBetween(0.9, 1.01);
});
