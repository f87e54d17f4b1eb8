import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  createRouter,
  explainSelection,
  parseIntegrations,
  rankIntegrations,
  resolveIntegration,
  selectIntegration,
} from "integration-router";
import { scenario } from "../reference/arbitraries/selections.js";
import { argumentsOf, outcomeOf } from "./engine.js";
import { holdsFor } from "./law.js";

/** Everything that can be seen of a value, hidden properties and prototypes among it. */
function snapshot(value: unknown): string {
  return inspect(value, {
    depth: Number.POSITIVE_INFINITY,
    showHidden: true,
    maxArrayLength: null,
  });
}

function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const name of Reflect.ownKeys(value)) deepFreeze(Reflect.get(value, name));
}

test("neither the list nor the context nor the options are changed, frozen or not", () => {
  holdsFor(
    100,
    fc.property(scenario, ({ list: rawList, requests }) => {
      const { list, calls } = argumentsOf(rawList, requests);
      const everyAnswer = () =>
        calls.map(({ context, options }) => [
          outcomeOf(() => selectIntegration(list, context, options)),
          outcomeOf(() => resolveIntegration(list, context, options)),
          outcomeOf(() => rankIntegrations(list, context, options)),
          outcomeOf(() => explainSelection(list, context, options)),
          outcomeOf(() => createRouter(list, options).rank(context)),
          parseIntegrations(list),
        ]);
      const before = snapshot({ list, calls });
      const thawed = everyAnswer();
      expect(snapshot({ list, calls })).toBe(before);
      deepFreeze({ list, calls });
      expect(everyAnswer()).toEqual(thawed);
    }),
  );
});
