import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import type { ContextOptions } from "../contexts/context-maker.js";
import { assertLaw, type LawParameters, type LawProperty, lawProperty } from "./law.js";
import { LawError } from "./law-error.js";

/** {@link LawParameters}, and what every context holds. */
export interface ImpliesParameters<T> extends LawParameters<T>, Pick<ContextOptions<T>, "scope"> {}

/**
 * Asserts that certain messages go out through certain integrations: every subscriber in the EU
 * through a provider in the EU.
 *
 * @param integrations - the list
 * @param whenContext - returns true for a context that the law is about; it must not throw on one
 *   that lacks what it reads
 * @param thenSelection - returns true for what such a context may select, nothing included
 * @param parameters - fast-check's parameters, and how contexts are made
 * @throws LawError with a small context that selects something else; also where none of the contexts
 *   was one that the law is about, so that nothing was tested
 *
 * @example
 * ```ts
 * implies(
 *   integrations,
 *   ({ subscriber }) => JSON.stringify(subscriber) === '{"data":{"plan":"free"}}',
 *   (selected) => selected?.providerId === "sendgrid",
 *   { scope: { channel: "email" }, numRuns: 200 },
 * );
 * ```
 */
export function implies<T extends IntegrationLike>(
  integrations: readonly T[],
  whenContext: (context: SelectionContext) => boolean,
  thenSelection: (selected: T | undefined, context: SelectionContext) => boolean,
  parameters: ImpliesParameters<T> = {},
): void {
  let isTested = false;
  const notingWhen = (context: SelectionContext): boolean => {
    const applies = whenContext(context);
    isTested ||= applies;
    return applies;
  };
  const { scope: _, ...forLaw } = parameters;
  assertLaw(impliesProperty(integrations, notingWhen, thenSelection, parameters), forLaw);
  if (isTested) return;
  const message =
    "implies: whenContext is true for none of the contexts that were tried, so nothing was tested; expected it to be true for some: give the values that it asks for in `values`, or fix them in `scope`";
  throw new LawError(message, { law: "implies", integrations: [] });
}

/** The property that {@link implies} asserts, for a runner of one's own. */
export function impliesProperty<T extends IntegrationLike>(
  integrations: readonly T[],
  whenContext: (context: SelectionContext) => boolean,
  thenSelection: (selected: T | undefined, context: SelectionContext) => boolean,
  parameters: ImpliesParameters<T> = {},
): LawProperty {
  const law = {
    name: "implies",
    appliesTo: whenContext,
    problem: (selected: T | undefined, name: string, context: SelectionContext) =>
      thenSelection(selected, context)
        ? undefined
        : `${name} is selected, which thenSelection does not allow`,
  };
  return lawProperty(integrations, law, parameters);
}
