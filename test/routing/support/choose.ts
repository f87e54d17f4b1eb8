import { expect } from "@jest/globals";
import {
  createRouter,
  explainSelection,
  type Outcome,
  type Resolution,
  rankIntegrations,
  resolveIntegration,
  type SelectionContext,
  type SelectOptions,
  selectIntegration,
} from "integration-router";
import type { Row } from "./rows.js";

type Options = SelectOptions<Row>;

/**
 * How a message is resolved. Every way to ask must answer alike: the functions and a router's
 * methods, and the heads of the rank and of the explanation.
 */
export function resolved(
  list: readonly Row[],
  context: SelectionContext,
  options?: Options,
): Resolution<Row> {
  const resolution = resolveIntegration(list, context, options);
  const { integration, reason } = resolution;
  const router = createRouter(list, options);
  expect(router.resolve(context)).toEqual(resolution);
  const selections = [
    selectIntegration(list, context, options),
    rankIntegrations(list, context, options)[0],
    router.resolve(context).integration,
    router.select(context),
    router.rank(context)[0],
  ];
  for (const selection of selections) expect(selection === integration).toBe(true);
  for (const explanation of [explainSelection(list, context, options), router.explain(context)]) {
    const { selected } = explanation;
    expect(explanation.reason).toBe(reason);
    expect(selected && list[selected.index]?.name).toBe(integration?.name);
  }
  return resolution;
}

/** The name of what is selected. */
export function chosen(
  list: readonly Row[],
  context: SelectionContext,
  options?: Options,
): string | undefined {
  return resolved(list, context, options).integration?.name;
}

/** The names of the failover chain, asked of the function and of a router. */
export function chain(
  list: readonly Row[],
  context: SelectionContext,
  options?: Options,
): string[] {
  const ranked = rankIntegrations(list, context, options);
  const routed = createRouter(list, options).rank(context);
  expect(routed.length).toBe(ranked.length);
  expect(routed.every((integration, place) => integration === ranked[place])).toBe(true);
  return ranked.map(({ name }) => name);
}

/** What became of every record, by name and in order, asked of the function and of a router. */
export function outcomes(
  list: readonly Row[],
  context: SelectionContext,
  options?: Options,
): [name: string | undefined, outcome: Outcome][] {
  const explanation = explainSelection(list, context, options);
  expect(createRouter(list, options).explain(context)).toEqual(explanation);
  return explanation.candidates.map(({ integration, outcome }) => [
    list[integration.index]?.name,
    outcome,
  ]);
}
