import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type IntegrationLike, rankIntegrations, resolveIntegration } from "integration-router";
import { integrationIn } from "../reference/arbitraries/integrations.js";
import { scenario } from "../reference/arbitraries/selections.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";

test("adding an inactive or a deleted integration changes nothing", () => {
  // Without an id of its own it would count as one more tenant: it takes a record's of the list.
  const addition = integrationIn({ organizations: [undefined], environments: [undefined] });
  const outOfUse = fc.constantFrom<Partial<IntegrationLike>>(
    { active: false },
    { active: null },
    { active: true, deleted: true },
  );
  holdsFor(
    250,
    fc.property(scenario, addition, outOfUse, fc.nat(6), (drawn, record, state, place) => {
      const { list, calls } = argumentsOf(drawn.list, drawn.requests);
      const neighbour = list.find((entry) => typeof entry === "object" && entry !== null);
      const added = {
        ...record,
        _organizationId: neighbour?._organizationId,
        _environmentId: neighbour?._environmentId,
        ...state,
      } as IntegrationLike;
      const longer = [...list.slice(0, place), added, ...list.slice(place)];
      for (const { context, options } of calls) {
        expect(outcomeOf(() => resolveIntegration(longer, context, options))).toEqual(
          outcomeOf(() => resolveIntegration(list, context, options)),
        );
        expect(outcomeOf(() => rankIntegrations(longer, context, options))).toEqual(
          outcomeOf(() => rankIntegrations(list, context, options)),
        );
      }
    }),
  );
});
