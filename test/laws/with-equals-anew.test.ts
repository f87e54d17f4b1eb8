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

/** Everything that a router says: of itself, and of each message, the first in more detail. */
function allOf(
  router: Router<IntegrationLike>,
  list: readonly unknown[],
  calls: Calls,
  limit: number,
): unknown {
  return [
    tellingOf(router),
    ...calls.map(({ context, options }, place) =>
      answersOf(router, list, context, options, place === 0 ? limit : 5),
    ),
  ];
}

/** `toEqual`, at the price of a difference only where there is one. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

const made = new Tally("changes that can be made");
const matched = new Tally("targeting matches after changes");

/** Makes the changes one after the other, on a router with the index and on one without. */
function follow({ list: rawList, requests, changes }: History, limit: number): void {
  const { list: first, calls } = argumentsOf(rawList, requests);
  const own = calls[0]?.options ?? {};
  for (const index of [true, false]) {
    let list: readonly IntegrationLike[] = first;
    const original = outcomeOf(() => createRouter(list, { ...own, index }));
    if (original === "TypeError") return;
    let router: Router<IntegrationLike> = original;
    let before = allOf(router, list, calls, limit);
    for (const change of changes) {
      const old = router;
      const next = changedList(list, change);
      const changed = outcomeOf(() => old.with(change as RouterChange<IntegrationLike>));
      made.add(next !== undefined);
      expect(changed === "TypeError").toBe(next === undefined);
      expectSame(allOf(old, list, calls, limit), before);
      if (changed === "TypeError" || next === undefined) continue;
      list = next as readonly IntegrationLike[];
      router = changed;
      const anew = createRouter(list, { ...own, index: !index });
      before = allOf(changed, list, calls, limit);
      expectSame(before, allOf(anew, list, calls, limit));
      for (const { context, options } of calls) {
        const resolution = outcomeOf(() => changed.resolve(context, options));
        matched.add(resolution !== "TypeError" && resolution.reason === "targeting-match");
      }
    }
  }
}

test.each([
  ["few", { minLength: 0, maxLength: 30 }, 25, 1_000],
  ["more", { minLength: 60, maxLength: 300 }, 8, 20],
] as const)(
  "a router of %s, changed, is the router of the changed list",
  (_, size, runs, limit) => {
    holdsFor(
      runs,
      fc.property(historyOf(size), (history) => follow(history, limit)),
    );
  },
);

test("changes can be made, and conditions match, often enough for that to say something", () => {
  made.expectShareBetween(0.5, 1.01);
  matched.expectShareBetween(0.03, 0.95);
});
