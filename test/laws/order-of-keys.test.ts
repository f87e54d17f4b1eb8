import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type IntegrationLike, parseConditions, parseRules, type Tree } from "integration-router";
import {
  coveringContexts,
  diffRouting,
  disjoint,
  implies,
  lintIntegrations,
  satisfiable,
} from "integration-router/analysis";
import {
  context,
  contextFor,
  integrations,
  LawError,
  neverSelects,
} from "integration-router/testing";
import { contextDefaults } from "../../cli/input/context-defaults.js";
import { codesIn, readPage, tableOf } from "../docs/markdown.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

const OWN = ["zone", "account"];

/** The README's context keys, with the caller's own sources before the clock. */
const documented = tableOf(readPage("README.md"), "context key", "meaning");
const KEYS = documented.flatMap(([keys]) => codesIn(keys));
KEYS.splice(KEYS.indexOf("now"), 0, ...OWN);

const fields = {
  "account.size": [1, 5],
  "payload.items.length": [1, 2],
  "payload.items[0].sku": ["a", "b"],
  "payload.items[0].count": [1, 2],
  "subscriber.data.plan": ["free", "pro"],
  "subscriber.data.country": ["DE", "FR"],
  "subscriber.age": [18, 65],
  "subscriber.at": ["2026-01-01", "2026-03-01T09:30:00Z"],
  "zone.name": ["eu", "us"],
};
const list = integrations({
  fields,
  sources: OWN,
  channels: ["email", "chat"],
  tenants: [
    { organizationId: "o1", environmentId: "e1" },
    { organizationId: "o1", environmentId: "e2" },
  ],
});
const options = { sources: OWN };

/** The fields of trees as steps, in the order in which they are named. */
function* namesIn(tree: Tree): Generator<readonly string[]> {
  if (tree.kind === "condition") {
    const { field, operand } = tree;
    yield [field.source, ...field.steps];
    for (const term of Object.values(operand).flat()) {
      if (typeof term === "object") yield [term.field.source, ...term.field.steps];
    }
  }
  if (tree.kind === "not") yield* namesIn(tree.child);
  if (tree.kind === "and" || tree.kind === "or")
    for (const each of tree.children) yield* namesIn(each);
}

function treeOf({ conditions, rules }: IntegrationLike): Tree | undefined {
  const isRule = rules !== undefined && rules !== null;
  return (isRule ? parseRules(rules, options) : parseConditions(conditions, options)).tree;
}

const namesOf = (trees: readonly (Tree | undefined)[]): readonly (readonly string[])[] =>
  trees.flatMap((tree) => (tree === undefined ? [] : [...namesIn(tree)]));

/** Holds a context, and all that is in it, to the order of the keys. */
function expectInOrder(value: unknown, names: readonly (readonly string[])[], top = KEYS): void {
  if (typeof value !== "object" || value === null || value instanceof Date) return;
  const order = [...new Set([...top, ...names.flatMap(([name]) => name ?? [])])];
  // Positions of lists, and of objects that are read like lists, have an order of their own.
  const keys = Object.keys(value).filter((key) => !/^\d+$/.test(key));
  const known = order.filter((name) => keys.includes(name));
  expect(keys).toEqual([...known, ...keys.filter((key) => !order.includes(key))]);
  for (const [key, inside] of Object.entries(value)) {
    const further = names.filter(([name]) => name === key).map(([, ...others]) => others);
    expectInOrder(inside, further, []);
  }
}

test("contexts for a list have their keys in one order, whatever the seed", () => {
  const full = new Tally("contexts of more than one field");
  holdsFor(
    30,
    fc.property(list, fc.integer(), (made, seed) => {
      const names = namesOf(made.map(treeOf));
      const arbitrary = contextFor(made, { selection: options });
      for (const each of fc.sample(arbitrary, { numRuns: 20, seed })) {
        expectInOrder(each, names);
        full.add(JSON.stringify(each).split(":").length > 6);
      }
    }),
  );
  full.expectShareBetween(0.2, 1.01);
});

test("a law's counterexample has its keys in that order", () => {
  const broken = new Tally("laws that are broken");
  holdsFor(
    25,
    fc.property(list, fc.integer(), (made, seed) => {
      const names = namesOf(made.map(treeOf));
      try {
        const scope = { channel: "email" } as const;
        neverSelects(made, ({ rules }) => rules !== null, scope, { seed, selection: options });
        broken.add(false);
      } catch (error) {
        if (!(error instanceof LawError)) throw error;
        broken.add(error.context !== undefined);
        expectInOrder(error.context, names);
      }
    }),
  );
  broken.expectShareBetween(0.2, 1.01);
});

test("what the command line fills in stands where it belongs", () => {
  const narrowing = { channel: "email", environment: "e1", organization: "o1" } as const;
  const filled = contextDefaults(narrowing)({
    subscriber: { plan: "pro" },
    now: 0,
    providerId: "ses",
    kind: "delivery",
    integrationId: "1",
    identifier: "ses-eu",
  });
  expect(Object.keys(filled)).toEqual([
    ...KEYS.slice(0, KEYS.indexOf("subscriber")),
    ...["subscriber", "now"],
  ]);
});

test("random contexts have their keys in the order of the fields that they are made of", () => {
  const names = Object.keys(fields).map((name) => name.replace("[0]", ".0").split("."));
  holdsFor(
    200,
    fc.property(context({ fields, sources: OWN }), (made) => expectInOrder(made, names)),
  );
});

test("what an analysis finds has its keys in that order", () => {
  const found = new Tally("lists that some context shows something of");
  holdsFor(
    10,
    fc.property(list, (made) => {
      const trees = made.map(treeOf);
      const names = namesOf(trees);
      const { contexts } = coveringContexts(made, options);
      const { differences } = diffRouting(made, made.slice(1), options);
      const { diagnostics } = lintIntegrations(made, options);
      found.add(contexts.length > 0);
      for (const shown of [...contexts, ...differences, ...diagnostics]) {
        if (shown.context !== undefined) expectInOrder(shown.context, names);
      }
      const [a, b] = trees.filter((tree) => tree !== undefined);
      if (a === undefined || b === undefined) return;
      for (const [answer, about] of [
        [satisfiable(a, options), [a]],
        [implies(a, b, options), [a, b]],
        [disjoint(b, a, options), [b, a]],
      ] as const) {
        if ("context" in answer) expectInOrder(answer.context, namesOf(about));
      }
    }),
  );
  found.expectShareBetween(0.5, 1.01);
});
