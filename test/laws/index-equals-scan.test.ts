import { isDeepStrictEqual } from "node:util";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createRouter } from "integration-router";
import { type Population, populationOf } from "../routing/index/arbitraries/population.js";
import { answersOf, tellingOf } from "../routing/index/support/answers.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

/** Holds the index to the scan over one population; the tally counts what it saw. */
function compare({ list: rawList, requests }: Population, limit: number): void {
  const { list, calls } = argumentsOf(rawList, requests);
  const [first] = calls;
  if (first === undefined) return;
  const indexed = outcomeOf(() => createRouter(list, first.options));
  const scanned = outcomeOf(() => createRouter(list, { ...first.options, index: false }));
  if (indexed === "TypeError" || scanned === "TypeError") {
    expect([indexed, scanned]).toEqual(["TypeError", "TypeError"]);
    return;
  }
  expectSame(tellingOf(indexed), tellingOf(scanned));
  for (const [place, { context, options }] of calls.entries()) {
    // One explanation in full is enough: what it tells of a candidate is its conditions' to tell.
    const most = place === 0 ? limit : 10;
    const expected = answersOf(scanned, list, context, options, most);
    expectSame(answersOf(indexed, list, context, options, most), expected);
    const resolution = outcomeOf(() => indexed.resolve(context, options));
    matched.add(resolution !== "TypeError" && resolution.reason === "targeting-match");
  }
}

/** `toEqual`, at the price of a difference only where there is one. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

const matched = new Tally("targeting matches of the index");

test.each([
  ["tens", { minLength: 20, maxLength: 90 }, 30, 1_000],
  ["hundreds", { minLength: 100, maxLength: 600 }, 12, 30],
  ["thousands", { minLength: 1_000, maxLength: 4_000 }, 3, 30],
] as const)("the index answers as the scan, over %s of integrations", (_, size, runs, limit) => {
  holdsFor(
    runs,
    fc.property(populationOf(size), (population) => compare(population, limit)),
  );
});

test("conditions match often enough for that to say something", () => {
  matched.expectShareBetween(0.03, 0.9);
});
