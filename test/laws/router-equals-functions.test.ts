import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  createRouter,
  explainSelection,
  type IntegrationLike,
  rankIntegrations,
  resolveIntegration,
  type SelectOptions,
  selectIntegration,
} from "integration-router";
import { scenario } from "../reference/arbitraries/selections.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";
import { Tally } from "./tally.js";

type Options = SelectOptions<IntegrationLike>;

/** The router's options, under those that a call can have of its own and gives. */
function overridden(ofRouter: Options, { scope, fallback, onInvalid, exclude }: Options): Options {
  return {
    ...ofRouter,
    ...(scope === undefined ? {} : { scope }),
    ...(fallback === undefined ? {} : { fallback }),
    ...(onInvalid === undefined ? {} : { onInvalid }),
    ...(exclude === undefined ? {} : { exclude }),
  };
}

test("a router gives what the functions give, its options and a call's own together", () => {
  const answered = new Tally("router calls without a TypeError");
  holdsFor(
    250,
    fc.property(scenario, ({ list: rawList, requests }) => {
      const { list, calls } = argumentsOf(rawList, requests);
      const [first] = calls;
      if (first === undefined) return;
      const router = outcomeOf(() => createRouter(list, first.options));
      for (const { context, options: own } of calls) {
        const options = overridden(first.options, own);
        const select = outcomeOf(() => selectIntegration(list, context, options));
        answered.add(select !== "TypeError");
        if (router === "TypeError") {
          // A wrong option of the router's own may be refused before any call is made.
          expect(outcomeOf(() => selectIntegration(list, context, first.options))).toBe(
            "TypeError",
          );
          continue;
        }
        expect(outcomeOf(() => router.select(context, own)) === select).toBe(true);
        expect(outcomeOf(() => router.resolve(context, own))).toEqual(
          outcomeOf(() => resolveIntegration(list, context, options)),
        );
        expect(outcomeOf(() => router.rank(context, own))).toEqual(
          outcomeOf(() => rankIntegrations(list, context, options)),
        );
        expect(outcomeOf(() => router.explain(context, own))).toEqual(
          outcomeOf(() => explainSelection(list, context, options)),
        );
      }
      const objects = list.filter((entry) => typeof entry === "object" && entry !== null);
      if (router !== "TypeError") expect(router.size).toBe(objects.length);
    }),
  );
  answered.expectShareBetween(0.3, 0.95);
});
