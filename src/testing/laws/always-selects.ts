import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import { assertLaw, type LawParameters, type LawProperty, lawProperty } from "./law.js";

/**
 * Asserts that every message in a scope goes out through some integration.
 *
 * @param integrations - the list
 * @param scope - what every context holds: scoping keys, and data where it is about certain messages
 * @param parameters - fast-check's parameters, and how contexts are made
 * @throws LawError with a small context that selects nothing
 *
 * @example
 * ```ts
 * alwaysSelects(integrations, { channel: "email", subscriber: { data: { plan: "free" } } });
 * ```
 */
export function alwaysSelects<T extends IntegrationLike>(
  integrations: readonly T[],
  scope: SelectionContext,
  parameters: LawParameters<T> = {},
): void {
  assertLaw(alwaysSelectsProperty(integrations, scope, parameters), parameters);
}

/** The property that {@link alwaysSelects} asserts, for a runner of one's own. */
export function alwaysSelectsProperty<T extends IntegrationLike>(
  integrations: readonly T[],
  scope: SelectionContext,
  parameters: LawParameters<T> = {},
): LawProperty {
  const name = "alwaysSelects";
  const problem = (selected: T | undefined): string | undefined =>
    selected === undefined ? "nothing is selected" : undefined;
  return lawProperty(integrations, { name, problem }, { ...parameters, scope });
}
