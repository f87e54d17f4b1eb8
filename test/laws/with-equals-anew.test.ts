import { isDeepStrictEqual } from "node:util";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  createRouter,
  type IntegrationLike,
  type Router,
  type RouterChange,
} from "integration-router";
import { changedList, type History, historyOf } from "../routing/index/arbitraries/changes.js";
import { answersOf, tellingOf } from "../routing/index/support/answers.js";
import { type Arguments, argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

type Calls = Arguments["calls"];

/** Everything that a router says: of itself, and of each message. */
function allOf(
  router: Router<IntegrationLike>,
  list: readonly unknown[],
  calls: Calls,
  limit?: number,
): unknown {
  return [
    tellingOf(router),
    ...calls.map(({ context, options }) => answersOf(router, list, context, options, limit)),
  ];
}

/** `toEqual`, at the price of a difference only where there is one. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

interface Tallies {
  readonly made: Tally;
  readonly matched: Tally;
}

function follow(
  { list: rawList, requests, changes }: History,
  limit: number,
  { made, matched }: Tallies,
): void {
  const { list: first, calls } = argumentsOf(rawList, requests);
  const own = calls[0]?.options ?? {};
  for (const index of [true, false]) {
    let list: readonly IntegrationLike[] = first;
    let router = outcomeOf(() => createRouter(list, { ...own, index }));
    for (const change of changes) {
      if (router === "TypeError") return;
      const old: Router<IntegrationLike> = router;
      const before = allOf(old, list, calls, limit);
      const next = changedList(list, change);
      const changed = outcomeOf(() => old.with(change as RouterChange<IntegrationLike>));
      made.add(next !== undefined);
      expect(changed === "TypeError").toBe(next === undefined);
      expectSame(allOf(old, list, calls, limit), before);
      if (changed === "TypeError" || next === undefined) continue;
      list = next as readonly IntegrationLike[];
      router = changed;
      const anew = createRouter(list, { ...own, index: !index });
      expectSame(allOf(changed, list, calls, limit), allOf(anew, list, calls, limit));
      for (const { context, options } of calls) {
        const resolution = outcomeOf(() => changed.resolve(context, options));
        matched.add(resolution !== "TypeError" && resolution.reason === "targeting-match");
      }
    }
  }
}

test.each([
  ["few", { minLength: 0, maxLength: 30 }, 150, 1_000],
  ["more", { minLength: 60, maxLength: 300 }, 40, 20],
] as const)(
  "a router of %s, changed, is the router of the changed list",
  (name, size, runs, limit) => {
    const made = new Tally(`changes of ${name} that can be made`);
    const matched = new Tally(`targeting matches after changes of ${name}`);
    holdsFor(
      runs,
      fc.property(historyOf(size), (history) => follow(history, limit, { made, matched })),
    );
    made.expectShareBetween(0.7, 0.998);
    matched.expectShareBetween(0.1, 0.95);
  },
);
