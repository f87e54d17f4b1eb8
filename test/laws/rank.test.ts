import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { rankIntegrations, selectIntegration } from "integration-router";
import { scenario } from "../reference/arbitraries/selections.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

test("a rank is the selection repeated without what was selected before", () => {
  const chains = new Tally("ranks of two and more");
  holdsFor(
    250,
    fc.property(scenario, ({ list: rawList, requests }) => {
      const { list, calls } = argumentsOf(rawList, requests);
      for (const { context, options } of calls) {
        const ranked = outcomeOf(() => rankIntegrations(list, context, options));
        const selected = outcomeOf(() => selectIntegration(list, context, options));
        if (ranked === "TypeError") {
          expect(selected).toBe("TypeError");
          continue;
        }
        chains.add(ranked.length > 1);
        expect(ranked[0] === selected).toBe(true);
        const left = [...list];
        for (const entry of ranked) {
          expect(selectIntegration(left, context, options) === entry).toBe(true);
          left.splice(left.indexOf(entry), 1);
        }
        expect(selectIntegration(left, context, options)).toBeUndefined();
      }
    }),
  );
  chains.expectShareBetween(0.08, 0.9);
});
