import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  createRouter,
  explainSelection,
  rankIntegrations,
  resolveIntegration,
  selectIntegration,
} from "integration-router";
import { novu } from "integration-router/novu";
import { argumentsOf } from "../laws/engine.js";
import { holdsFor } from "../laws/law.js";
import { Tally } from "../laws/tally.js";
import { NOW } from "../reference/arbitraries/novu-rules.js";
import { type NovuScenario, novuScenario } from "../reference/arbitraries/novu-selections.js";
import { novuSelect } from "../reference/novu-selection.js";
import { novuJsonLogic } from "../support/novu-json-logic.js";

const rulesPass = novuJsonLogic(NOW);

function typed({ list: raw, context: data, options: given }: NovuScenario) {
  const { list, calls } = argumentsOf(raw, [{ context: data, options: given }]);
  const [{ context, options } = { context: {}, options: {} }] = calls;
  return { list, context, options: { ...options, semantics: novu } };
}

test("a selection is what a naive one gives", () => {
  const byDefault = new Tally("selections of a default");
  holdsFor(
    800,
    fc.property(novuScenario, (scenario) => {
      const { list, context, options } = typed(scenario);
      const expected = novuSelect(scenario.list, scenario.context, scenario.options, rulesPass);
      const { integration, reason } = resolveIntegration(list, context, options);
      byDefault.add(reason === "default");
      const index = integration === undefined ? undefined : list.indexOf(integration);
      expect({ index, reason }).toEqual(expected);
    }),
  );
  byDefault.expectShareBetween(0.05, 0.8);
});

test("a rank is the selection repeated", () => {
  const chains = new Tally("ranks of two and more");
  holdsFor(
    300,
    fc.property(novuScenario, (scenario) => {
      const { list, context, options } = typed(scenario);
      const ranked = rankIntegrations(list, context, options);
      chains.add(ranked.length > 1);
      const left = [...list];
      for (const entry of ranked) {
        expect(selectIntegration(left, context, options) === entry).toBe(true);
        left.splice(left.indexOf(entry), 1);
      }
      expect(selectIntegration(left, context, options)).toBeUndefined();
    }),
  );
  chains.expectShareBetween(0.08, 0.95);
});

test("a router and an explanation agree with the functions", () => {
  holdsFor(
    300,
    fc.property(novuScenario, (scenario) => {
      const { list, context, options } = typed(scenario);
      const router = createRouter(list, options);
      const resolution = resolveIntegration(list, context, options);
      const ranked = rankIntegrations(list, context, options);
      const explanation = explainSelection(list, context, options);
      expect(router.resolve(context)).toEqual(resolution);
      expect(router.select(context) === resolution.integration).toBe(true);
      expect(router.rank(context)).toEqual(ranked);
      expect(router.explain(context)).toEqual(explanation);

      const { selected, reason, candidates } = explanation;
      const at =
        resolution.integration === undefined ? undefined : list.indexOf(resolution.integration);
      expect([selected?.index, reason]).toEqual([at, resolution.reason]);
      const eligible = candidates
        .filter(({ outcome }) => outcome === "selected" || outcome === "eligible")
        .map(({ integration }) => integration.index);
      expect(eligible.sort()).toEqual(ranked.map((entry) => list.indexOf(entry)).sort());
    }),
  );
});

test("a changed router is the router of the changed list", () => {
  holdsFor(
    150,
    fc.property(novuScenario, novuScenario, (before, after) => {
      const { list, context, options } = typed(before);
      const rows = list.map((row, index) => ({ ...row, _id: `row-${index}` }));
      const upsert = typed(after).list.map((row, index) => ({ ...row, _id: `row-${2 * index}` }));
      const changed = rows.map((row) => upsert.find(({ _id }) => _id === row._id) ?? row);
      const added = upsert.filter(({ _id }) => !rows.some((row) => row._id === _id));
      const router = createRouter(rows, options).with({ upsert });
      expect(router.rank(context)).toEqual(
        createRouter([...changed, ...added], options).rank(context),
      );
    }),
  );
});
