import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createRouter } from "integration-router";
import { referenceRank, referenceSelect } from "../reference/selection.js";
import { populationOf } from "../routing/index/arbitraries/population.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

test("the index selects and ranks as the reference, over tens of integrations", () => {
  const matched = new Tally("targeting matches by the reference");
  const chains = new Tally("failover chains of three and more");
  holdsFor(
    30,
    fc.property(populationOf({ minLength: 33, maxLength: 70 }), ({ list: rawList, requests }) => {
      const { list, calls } = argumentsOf(rawList, requests);
      calls.forEach(({ context, options }, place) => {
        const request = requests[place] ?? { context: {}, options: {} };
        const router = outcomeOf(() => createRouter(list, options));
        const choice = outcomeOf(() => referenceSelect(rawList, request.context, request.options));
        matched.add(choice !== "TypeError" && choice.reason === "targeting-match");
        if (choice === "TypeError") {
          const refused =
            router === "TypeError" ? router : outcomeOf(() => router.resolve(context));
          expect(refused).toBe("TypeError");
          return;
        }
        if (router === "TypeError") throw new Error("the router refused what the reference takes");
        const { index, reason } = choice;
        const resolution = router.resolve(context);
        expect([list.indexOf(resolution.integration ?? NOBODY), resolution.reason]).toEqual([
          index === undefined ? -1 : list.indexOf(list[index] ?? NOBODY),
          reason,
        ]);
        expect(router.select(context)).toBe(resolution.integration);
        const chain = referenceRank(rawList, request.context, request.options);
        chains.add(chain.length > 2);
        expect(router.rank(context).map((record) => list.indexOf(record))).toEqual(
          chain.map((at) => list.indexOf(list[at] ?? NOBODY)),
        );
      });
    }),
  );
  matched.expectShareBetween(0.03, 0.9);
  chains.expectShareBetween(0.03, 0.9);
});

/** A record that no list has. */
const NOBODY = {};
