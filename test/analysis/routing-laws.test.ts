import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  compileConditions,
  compileRules,
  type IntegrationLike,
  type IntegrationRef,
  type Predicate,
  resolveIntegration,
  type SelectionContext,
} from "integration-router";
import {
  coveringContexts,
  type DiffOptions,
  diffRouting,
  type Goal,
  lintIntegrations,
} from "integration-router/analysis";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { conditionAt } from "./support/condition-at.js";
import { type Change, change } from "./support/lists.js";

/** What a list selects; `undefined` where it refuses the context, and -1 for nothing. */
function selectedPlace(
  list: readonly IntegrationLike[],
  context: SelectionContext,
  { sources = [], scope, fallback, onInvalid }: DiffOptions,
): number | undefined {
  try {
    const { integration } = resolveIntegration(list, context, {
      sources,
      scope,
      fallback,
      onInvalid,
    });
    return integration === undefined ? -1 : list.indexOf(integration);
  } catch {
    return undefined;
  }
}

/** What a record is known by in another list, as the documentation says it. */
function nameAt(list: readonly IntegrationLike[], place: number | undefined): string {
  if (place === undefined || place < 0) return "nothing";
  const { _id, identifier } = list[place] ?? {};
  if (_id !== undefined && _id !== null) return `id ${String(_id)}`;
  return typeof identifier === "string" ? `identifier ${identifier}` : `place ${place}`;
}

/** Whether two lists send a context to different records; false where one refuses it. */
function routesDifferently({ before, after, options }: Change, context: SelectionContext): boolean {
  const from = selectedPlace(before, context, options);
  const to = selectedPlace(after, context, options);
  return from !== undefined && to !== undefined && nameAt(before, from) !== nameAt(after, to);
}

function placeOf(ref: IntegrationRef | undefined): number {
  return ref?.index ?? -1;
}

test("no difference and nothing undecided: no context is routed differently", () => {
  const proofs = new Tally("changed lists that were proved equal");
  const differing = new Tally("contexts that changed lists route differently");
  holdsFor(
    40,
    fc.property(change, (each) => {
      const { differences, undecided } = diffRouting(each.before, each.after, each.options);
      const isProved = differences.length === 0 && undecided.length === 0;
      proofs.add(isProved);
      for (const context of each.contexts) {
        const isDifferent = routesDifferently(each, context);
        differing.add(isDifferent);
        if (isProved) expect([context, isDifferent]).toEqual([context, false]);
      }
    }),
  );
  proofs.expectShareBetween(0.05, 0.95);
  differing.expectShareBetween(0.01, 0.9);
});

test("with lists, every pair that a context changes between is told of or undecided", () => {
  holdsFor(
    40,
    fc.property(change, (each) => {
      const { before, after, contexts, options } = each;
      const { differences, undecided } = diffRouting(before, after, { ...options, lists: true });
      const told = [...differences, ...undecided].map((pair) => [
        nameAt(before, placeOf(pair.before.integration)),
        nameAt(after, placeOf(pair.after.integration)),
      ]);
      for (const context of contexts) {
        if (!routesDifferently(each, context)) continue;
        const pair = [before, after].map((list) =>
          nameAt(list, selectedPlace(list, context, options)),
        );
        expect(told).toContainEqual(pair);
      }
    }),
  );
});

test("each difference is one, and nothing can be left out of its context", () => {
  const found = new Tally("changed lists with differences");
  holdsFor(
    40,
    fc.property(change, (each) => {
      const { before, after, options } = each;
      const { differences } = diffRouting(before, after, options);
      found.add(differences.length > 0);
      const seen = new Set<string>();
      for (const difference of differences) {
        const { context } = difference;
        const [from, to] = [difference.before, difference.after].map(({ integration }) =>
          placeOf(integration),
        );
        expect([
          selectedPlace(before, context, options),
          selectedPlace(after, context, options),
        ]).toEqual([from, to]);
        expect(routesDifferently(each, context)).toBe(true);
        expect(seen.has(`${from} ${to}`)).toBe(false);
        seen.add(`${from} ${to}`);
        for (const smaller of smallerThan(context)) {
          expect([
            selectedPlace(before, smaller, options),
            selectedPlace(after, smaller, options),
          ]).not.toEqual([from, to]);
        }
      }
    }),
  );
  found.expectShareBetween(0.1, 0.95);
});

/** The context without one of its keys, at any depth; the clock has to stay. */
function* smallerThan(context: object): Iterable<SelectionContext> {
  for (const [key, value] of Object.entries(context)) {
    if (key === "now") continue;
    const others = Object.entries(context).filter(([other]) => other !== key);
    yield Object.fromEntries(others);
    if (
      typeof value !== "object" ||
      value === null ||
      Array.isArray(value) ||
      value instanceof Date
    )
      continue;
    for (const smaller of smallerThan(value)) yield { ...context, [key]: smaller };
  }
}

test("what is never passed, always passed, never reached and removable is so on every context", () => {
  const told = new Tally("lists with something proved");
  holdsFor(
    40,
    fc.property(change, ({ before: list, contexts, options }) => {
      const { diagnostics } = lintIntegrations(list, options);
      const proofs = diagnostics.filter(
        ({ code }) =>
          code.startsWith("never") || code.startsWith("always") || code === "removable-condition",
      );
      told.add(proofs.length > 0);
      const selected = new Set(contexts.map((context) => selectedPlace(list, context, options)));
      for (const { code, integration, path } of proofs) {
        const record = list[integration.index];
        if (code === "never-reached") {
          expect(selected.has(integration.index)).toBe(false);
          continue;
        }
        const whole = compileTargeting(record, options);
        const without =
          code === "removable-condition"
            ? compileTargeting(Object(removed(record, path)), options)
            : compileConditions(null);
        for (const context of contexts) {
          const expected = code === "never-passes" ? false : without(context);
          expect([code, context, whole(context)]).toEqual([code, context, expected]);
        }
      }
    }),
  );
  told.expectShareBetween(0.05, 0.99);
});

/** The predicate of a record's rules, or of its conditions where it has none. */
function compileTargeting(
  { rules, conditions }: IntegrationLike = {},
  options: DiffOptions,
): Predicate {
  const hasRules = rules !== undefined && rules !== null && Object.keys(Object(rules)).length > 0;
  return hasRules || typeof rules === "boolean"
    ? compileRules(rules, options)
    : compileConditions(conditions, options);
}

/** A copy of what is written without the part at a path. */
function removed(raw: unknown, [step, ...further]: readonly (string | number)[]): unknown {
  if (Array.isArray(raw)) {
    return further.length === 0
      ? raw.filter((_, at) => at !== step)
      : raw.map((member, at) => (at === step ? removed(member, further) : member));
  }
  return { ...Object(raw), [String(step)]: removed(Object(raw)[String(step)], further) };
}

test("covering contexts cover what they say, and what is said to be impossible never happens", () => {
  holdsFor(
    40,
    fc.property(change, ({ before: list, contexts, options }) => {
      const covering = coveringContexts(list, options);
      const isReached = (goal: Goal, context: SelectionContext): boolean => {
        if (goal.what === "selected")
          return selectedPlace(list, context, options) === goal.integration.index;
        const passes = conditionAt(list[goal.integration.index], goal.path, options);
        return passes(context) === (goal.what === "passes");
      };
      for (const { context, selects, covers } of covering.contexts) {
        expect(selectedPlace(list, context, options)).toBe(placeOf(selects.integration));
        for (const goal of covers) expect([goal, isReached(goal, context)]).toEqual([goal, true]);
      }
      const unreachable: readonly Goal[] = covering.unreachable.map(({ integration }) => ({
        what: "selected",
        integration,
      }));
      for (const context of contexts) {
        if (selectedPlace(list, context, options) === undefined) continue;
        for (const goal of [...unreachable, ...covering.impossible]) {
          expect([goal, context, isReached(goal, context)]).toEqual([goal, context, false]);
        }
      }
    }),
  );
});
