import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseConditions, parseRules, type Tree } from "integration-router";
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
import { EXTRA_SOURCE } from "../reference/arbitraries/contexts.js";
import { validRules } from "../reference/arbitraries/rules.js";
import { needTree } from "./support/need-tree.js";

const options = { sources: [EXTRA_SOURCE] };

/** Any tree: with the clock and with references, which most questions must leave open. */
const tree: fc.Arbitrary<Tree> = fc.oneof(
  validConditions.map((raw) => needTree(parseConditions(raw, options))),
  validRules.map((raw) => needTree(parseRules(raw, options))),
);

const not = (child: Tree): Tree => ({ kind: "not", child });
const both = (...children: Tree[]): Tree => ({ kind: "and", children });
const either = (...children: Tree[]): Tree => ({ kind: "or", children });
const PASSES: Tree = { kind: "constant", value: true };

/** The same tree, written otherwise: turned around, repeated, nested, by De Morgan's laws. */
function rewritten(node: Tree, ways: Iterator<number>): Tree {
  const again = (child: Tree): Tree => rewritten(child, ways);
  const dressed = (made: Tree): Tree => {
    switch (ways.next().value) {
      case 0:
        return not(not(made));
      case 1:
        return both(made, made);
      case 2:
        return either(made, not(PASSES));
      case 3:
        return both(PASSES, either(made));
      case 4:
        return either(made, both(made, tagged));
      case 5:
        return both(either(tagged, made), made);
      default:
        return made;
    }
  };
  switch (node.kind) {
    case "not":
      return dressed(not(again(node.child)));
    case "and":
    case "or": {
      const children = node.children.map(again).reverse();
      const [first, ...others] = children;
      if (first === undefined) return node;
      const way = ways.next().value;
      if (way === 0) return dressed({ kind: node.kind, children: [{ ...node, children }, first] });
      if (way === 1 && others.length > 1) {
        return dressed({
          kind: node.kind,
          children: [first, { kind: node.kind, children: others }],
        });
      }
      if (way === 2) {
        const kind = node.kind === "and" ? "or" : "and";
        return dressed(not({ kind, children: children.map(not) }));
      }
      return dressed({ kind: node.kind, children });
    }
    default:
      return dressed(node);
  }
}

const tagged = needTree(parseRules({ "==": [{ var: "payload.tag" }, "{{payload.other}}"] }));

const ways = fc.infiniteStream(fc.nat(9));

test("a tree implies itself and what it is written as otherwise, and the other way round", () => {
  const written = new Tally("trees that are written otherwise");
  holdsFor(
    300,
    fc.property(tree, ways, (one, stream) => {
      const other = rewritten(one, stream[Symbol.iterator]());
      written.add(JSON.stringify(one) !== JSON.stringify(other));
      for (const answer of [
        implies(one, one),
        equivalent(one, one),
        disjoint(one, not(one)),
        alwaysTrue(either(not(one), one)),
        equivalent(one, other),
        equivalent(other, one),
        disjoint(not(one), other),
      ]) {
        expect(answer.verdict).toBe("proved");
      }
      expect(satisfiable(both(other, not(one)))).toEqual({ verdict: "refuted" });
    }),
  );
  written.expectShareBetween(0.5, 1.01);
});

test("the laws of and and or hold for trees of any kind", () => {
  holdsFor(
    300,
    fc.property(tree, tree, tree, (a, b, c) => {
      for (const [given, following] of [
        [both(a, b), a],
        [both(a, b, c), both(c, a)],
        [a, either(b, a)],
        [either(a, b), either(b, c, a)],
        [both(a, either(not(a), b)), b],
        [both(either(a, b), either(not(a), b)), either(b, both(a, not(a)))],
        [either(both(a, b), both(a, c)), a],
        [both(a, either(b, c)), either(both(a, b), both(a, c))],
      ] as const) {
        expect(implies(given, following).verdict).toBe("proved");
      }
      expect(equivalent(a, both(a, either(a, b))).verdict).toBe("proved");
      expect(equivalent(a, either(a, both(a, b))).verdict).toBe("proved");
    }),
  );
});

test("equal conditions of different records are one", () => {
  const record = () => ({ withinLast: [{ var: "subscriber.at" }, { amount: 1, unit: "months" }] });
  const other = { notWithinLast: [{ var: "subscriber.at" }, { amount: 1, unit: "months" }] };
  const compares = () => ({ ">": [{ var: "subscriber.a" }, { var: "payload.b" }] });
  expect(equivalent(record(), record()).verdict).toBe("proved");
  expect(equivalent({ "!": [record()] }, other).verdict).toBe("proved");
  expect(implies({ and: [compares(), record()] }, compares()).verdict).toBe("proved");
});

/** Independent switches: what holds of them is a matter of how they are put together alone. */
const SWITCHES = ["a", "b", "c", "d"] as const;
const isOn = (name: string): Tree =>
  needTree(parseRules({ "!=": [{ var: `subscriber.${name}` }, null] }));
const switches = SWITCHES.map(isOn);

const circuit = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: fc.constantFrom(...switches) },
    { weight: 1, arbitrary: fc.boolean().map((value): Tree => ({ kind: "constant", value })) },
    { weight: 2, arbitrary: tie("tree").map(not) },
    {
      weight: 5,
      arbitrary: fc
        .tuple(
          fc.constantFrom("and" as const, "or" as const),
          fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
        )
        .map(([kind, children]): Tree => ({ kind, children })),
    },
  ),
})).tree;

function isTrue(node: Tree, on: ReadonlySet<Tree>): boolean {
  switch (node.kind) {
    case "constant":
      return node.value;
    case "not":
      return !isTrue(node.child, on);
    case "and":
      return node.children.every((child) => isTrue(child, on));
    case "or":
      return node.children.some((child) => isTrue(child, on));
    default:
      return on.has(node);
  }
}

const settings = Array.from(
  { length: 2 ** switches.length },
  (_, bits) => new Set(switches.filter((_tree, at) => (bits >> at) % 2 === 1)),
);

test("what is proved of switches is so in every setting of them", () => {
  const proved = new Tally("implications between circuits that hold");
  holdsFor(
    1000,
    fc.property(circuit, circuit, (a, b) => {
      const holds = settings.every((on) => !isTrue(a, on) || isTrue(b, on));
      proved.add(holds);
      expect(implies(a, b).verdict).toBe(holds ? "proved" : "refuted");
    }),
  );
  proved.expectShareBetween(0.1, 0.9);
});
