import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  createRouter,
  rankIntegrations,
  resolveIntegration,
  selectIntegration,
} from "integration-router";
import { scenario } from "../reference/arbitraries/selections.js";
import { referenceRank, referenceSelect } from "../reference/selection.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

const REASONS = ["identifier", "targeting-match", "default", "none", "blocked", "TypeError"];

test("what is selected, why, and the failover chain are the reference's, TypeErrors included", () => {
  const reasons = new Map(REASONS.map((name) => [name, new Tally(`selections with ${name}`)]));
  const chains = new Tally("failover chains of two and more");
  holdsFor(
    400,
    fc.property(scenario, ({ list: rawList, requests }) => {
      const { list, calls } = argumentsOf(rawList, requests);
      calls.forEach(({ context, options }, place) => {
        const request = requests[place] ?? { context: {}, options: {} };
        const choice = outcomeOf(() => referenceSelect(rawList, request.context, request.options));
        const reason = choice === "TypeError" ? choice : choice.reason;
        for (const [name, tally] of reasons) tally.add(name === reason);

        const resolution = outcomeOf(() => resolveIntegration(list, context, options));
        const selected = outcomeOf(() => selectIntegration(list, context, options));
        const ranked = outcomeOf(() => rankIntegrations(list, context, options));
        const routed = outcomeOf(() => createRouter(list, options).resolve(context));
        if (choice === "TypeError") {
          expect([resolution, selected, ranked, routed]).toEqual(Array(4).fill("TypeError"));
          return;
        }
        const expected = choice.index === undefined ? undefined : list[choice.index];
        expect({ resolution, routed }).toEqual({
          resolution: { integration: expected, reason },
          routed: { integration: expected, reason },
        });
        expect([selected]).toEqual([expected]);
        expect(selected === expected).toBe(true);
        const chain = referenceRank(rawList, request.context, request.options);
        chains.add(chain.length > 1);
        expect(ranked).toEqual(chain.map((index) => list[index]));
        expect(placesOf(list, ranked)).toEqual(
          placesOf(
            list,
            chain.map((index) => list[index]),
          ),
        );
      });
    }),
  );
  for (const tally of reasons.values()) tally.expectShareBetween(0.005, 0.75);
  chains.expectShareBetween(0.08, 0.9);
});

/** Each record by where it first stands in the list: two records may be equal and not the same. */
function placesOf(list: readonly unknown[], records: unknown): unknown {
  return Array.isArray(records) ? records.map((record) => list.indexOf(record)) : records;
}
