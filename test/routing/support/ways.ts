import {
  createRouter,
  explainSelection,
  rankIntegrations,
  resolveIntegration,
  type SelectionContext,
  type SelectOptions,
  selectIntegration,
} from "integration-router";
import type { Row } from "./rows.js";

/** One way to put a question to a list. */
export type Way = (
  list: readonly Row[],
  context: SelectionContext,
  options?: SelectOptions<Row>,
) => unknown;

/** Every way there is, a router with the options of its own and with those of the call. */
export const WAYS: readonly [name: string, ask: Way][] = [
  ["selectIntegration", selectIntegration],
  ["resolveIntegration", resolveIntegration],
  ["rankIntegrations", rankIntegrations],
  ["explainSelection", explainSelection],
  ["router.select", (list, context, options) => createRouter(list, options).select(context)],
  ["router.resolve", (list, context, options) => createRouter(list, options).resolve(context)],
  ["router.rank", (list, context, options) => createRouter(list, options).rank(context)],
  ["router.explain", (list, context, options) => createRouter(list, options).explain(context)],
  ["select of a call", (list, context, options) => createRouter(list).select(context, options)],
  ["resolve of a call", (list, context, options) => createRouter(list).resolve(context, options)],
  ["rank of a call", (list, context, options) => createRouter(list).rank(context, options)],
  ["explain of a call", (list, context, options) => createRouter(list).explain(context, options)],
];
