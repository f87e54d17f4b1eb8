import type { SelectionContext } from "../../context.js";
import type { IntegrationLike } from "../../integration.js";
import { assertLaw, type LawParameters, type LawProperty, lawProperty } from "./law.js";

/**
 * Asserts that no message in a scope goes out through certain integrations.
 *
 * @param integrations - the list
 * @param isForbidden - returns true for an integration that must not be selected
 * @param scope - what every context holds: scoping keys, and data where it is about certain messages
 * @param parameters - fast-check's parameters, and how contexts are made
 * @throws LawError with a small context that selects one of them
 *
 * @example
 * ```ts
 * const free: SelectionContext = { channel: "email", subscriber: { data: { plan: "free" } } };
 * neverSelects(integrations, ({ providerId }) => providerId === "ses", free);
 * ```
 */
export function neverSelects<T extends IntegrationLike>(
  integrations: readonly T[],
  isForbidden: (integration: T) => boolean,
  scope: SelectionContext,
  parameters: LawParameters<T> = {},
): void {
  assertLaw(neverSelectsProperty(integrations, isForbidden, scope, parameters), parameters);
}

/** The property that {@link neverSelects} asserts, for a runner of one's own. */
export function neverSelectsProperty<T extends IntegrationLike>(
  integrations: readonly T[],
  isForbidden: (integration: T) => boolean,
  scope: SelectionContext,
  parameters: LawParameters<T> = {},
): LawProperty {
  const name = "neverSelects";
  const problem = (selected: T | undefined, selectedName: string): string | undefined =>
    selected !== undefined && isForbidden(selected) ? `${selectedName} is selected` : undefined;
  return lawProperty(integrations, { name, problem }, { ...parameters, scope });
}
