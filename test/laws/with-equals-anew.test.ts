import { isDeepStrictEqual } from "node:util";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createRouter, type IntegrationLike, type Router } from "integration-router";
import { Dice } from "../routing/index/arbitraries/dice.js";
import { type Population, populationOf } from "../routing/index/arbitraries/population.js";
import { answersOf, tellingOf } from "../routing/index/support/answers.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

type Row = IntegrationLike;

/** A router after some changes, and the list that it then stands for. */
interface Changed {
  readonly router: Router<Row>;
  readonly list: readonly Row[];
}

/** The ids of the population's own records; the few that they are made from can share theirs. */
function idsIn(list: readonly Row[]): string[] {
  return list.flatMap((row) => {
    const id = typeof row === "object" && row !== null ? row._id : undefined;
    return typeof id === "string" && /^p-\d+$/.test(id) ? [id] : [];
  });
}

/** One change, made to the router by `with` and to the list by hand. */
function change({ router, list }: Changed, spare: readonly Row[], dice: Dice): Changed {
  const ids = idsIn(list);
  const isTaken = new Set<string>();
  const takeId = (): string | undefined => {
    const id = ids.length === 0 ? undefined : dice.pick(ids);
    if (id === undefined || isTaken.has(id)) return undefined;
    isTaken.add(id);
    return id;
  };
  const changed = [...list];
  const placeOf = (id: string): number =>
    changed.findIndex((row) => typeof row === "object" && row !== null && row._id === id);
  const upsert: Row[] = [];
  for (let turn = dice.below(4); turn > 0; turn--) {
    const id = dice.chance(60) ? takeId() : `new-${dice.below(1_000_000)}`;
    if (id === undefined || upsert.some(({ _id }) => _id === id)) continue;
    const record = { ...dice.pick(spare), _id: id };
    upsert.push(record);
    const place = placeOf(id);
    if (place < 0) changed.push(record);
    else changed[place] = record;
  }
  const remove: string[] = dice.chance(20) ? ["never-there"] : [];
  for (let turn = dice.below(3); turn > 0; turn--) {
    const id = takeId();
    if (id === undefined) continue;
    remove.push(id);
    changed.splice(placeOf(id), 1);
  }
  return { router: router.with({ upsert, remove }), list: changed };
}

function compare(
  { list: rawList, requests }: Population,
  { seed, turns }: { readonly seed: number; readonly turns: number },
  matched: Tally,
): void {
  const { list, calls } = argumentsOf(rawList, requests);
  const [first] = calls;
  const spare = list.filter((row) => typeof row === "object" && row !== null);
  const start = outcomeOf(() => createRouter(list, first?.options));
  if (start === "TypeError" || first === undefined || spare.length === 0) return;
  const before = JSON.stringify(tellingOf(start));
  const dice = new Dice(seed);
  let current: Changed = { router: start, list };
  for (let turn = 0; turn < turns; turn++) current = change(current, spare, dice);
  const anew = createRouter(current.list, first.options);
  const expectSame = (actual: unknown, expected: unknown): void => {
    if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
  };
  expectSame(tellingOf(current.router), tellingOf(anew));
  for (const { context, options } of calls) {
    const expected = answersOf(anew, current.list, context, options);
    expectSame(answersOf(current.router, current.list, context, options), expected);
    const resolution = outcomeOf(() => anew.resolve(context, options));
    matched.add(resolution !== "TypeError" && resolution.reason === "targeting-match");
  }
  expect(JSON.stringify(tellingOf(start))).toBe(before);
}

// The last are more changes than are kept apart: the router has then become one again.
test.each([
  ["a few changes", 4, 120],
  ["dozens of changes", 30, 40],
  ["a hundred changes", 100, 15],
])("a router after %s answers as one made of the changed list", (name, turns, runs) => {
  const matched = new Tally(`targeting matches after ${name}`);
  const population = populationOf({ minLength: 5, maxLength: 150 });
  holdsFor(
    runs,
    fc.property(population, fc.nat(), (drawn, seed) => compare(drawn, { seed, turns }, matched)),
  );
  matched.expectShareBetween(0.1, 0.95);
});
