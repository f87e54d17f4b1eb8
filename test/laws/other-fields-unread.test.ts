import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  createRouter,
  explainSelection,
  type IntegrationLike,
  rankIntegrations,
  resolveIntegration,
} from "integration-router";
import { scenario } from "../reference/arbitraries/selections.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";

/** The same record, whose other fields throw when they are read. */
function guarded(record: IntegrationLike): IntegrationLike {
  if (typeof record !== "object" || record === null) return record;
  const copy = { ...record };
  for (const name of ["name", "credentials", "configurations"]) {
    Object.defineProperty(copy, name, {
      enumerable: true,
      get() {
        throw new Error(`${name} was read`);
      },
    });
  }
  return copy;
}

test("no other field of a record is ever read", () => {
  holdsFor(
    100,
    fc.property(scenario, ({ list: rawList, requests }) => {
      const { list, calls } = argumentsOf(rawList, requests);
      const guardedList = list.map(guarded);
      for (const { context, options: all } of calls) {
        // The caller's own `exclude` may read what it likes.
        const { exclude: _, ...options } = all;
        const resolution = outcomeOf(() => resolveIntegration(list, context, options));
        const guardedResolution = outcomeOf(() =>
          resolveIntegration(guardedList, context, options),
        );
        const routed = outcomeOf(() => createRouter(guardedList, options).resolve(context));
        const places = [resolution, guardedResolution, routed].map((each, index) =>
          each === "TypeError" || each.integration === undefined
            ? each
            : (index === 0 ? list : guardedList).indexOf(each.integration),
        );
        expect(places).toEqual([places[0], places[0], places[0]]);
        const ranked = outcomeOf(() => rankIntegrations(list, context, options));
        const guardedRanked = outcomeOf(() => rankIntegrations(guardedList, context, options));
        expect(guardedRanked.length).toBe(ranked.length);
        expect(outcomeOf(() => explainSelection(guardedList, context, options))).toEqual(
          outcomeOf(() => explainSelection(list, context, options)),
        );
      }
    }),
  );
});
