import type { SelectionContext } from "../../context.js";
import type { IntegrationLike, IntegrationRef } from "../../integration.js";
import { refOf } from "../../integration-ref.js";
import { createRouter } from "../../routing/router.js";
import type { Candidate } from "../../routing/selection/candidate.js";
import type { Reason } from "../../routing/selection/reason.js";
import type { RoutingAnalysisOptions } from "./options.js";
import { refTo } from "./ref-to.js";

/** What a context is routed to: an integration, or nothing, and why. */
export interface Routed {
  /** Missing where nothing is selected. */
  readonly integration?: IntegrationRef;
  readonly reason: Reason;
}

/** Selects as the library does, so that nothing is said of a list that it does not do. */
export type Engine = (context: SelectionContext) => Routed | undefined;

/**
 * The engine on a list; it gives `undefined` for a context that it refuses.
 *
 * @param integrations - a list whose analysis has been read without an error
 */
export function engineOf<T extends IntegrationLike>(
  integrations: readonly T[],
  { sources, limits, scope, fallback, onInvalid, exclude }: RoutingAnalysisOptions<T>,
): Engine {
  const router = createRouter(integrations, {
    ...(sources !== undefined && { sources }),
    ...(limits !== undefined && { limits }),
    scope,
    fallback,
    onInvalid,
    exclude,
  });
  const places = new Map<T, number>();
  for (const [index, integration] of integrations.entries()) {
    // Of a record that stands in the list twice, the first is selected.
    if (!places.has(integration)) places.set(integration, index);
  }
  return (context) => {
    try {
      const { integration, reason } = router.resolve(context);
      if (integration === undefined) return { reason };
      return { integration: refOf(integration, places.get(integration) ?? 0), reason };
    } catch {
      return undefined;
    }
  };
}

/** A candidate as it is told of, with the reason that would select it. */
export function routedTo<T extends IntegrationLike>(
  candidate: Candidate<T> | undefined,
  reason: Reason,
): Routed {
  if (candidate === undefined) return { reason };
  return { integration: refTo(candidate), reason };
}

/** Whether two are the same integration of one list, or both nothing. */
export function isSameIntegration(a: Routed, b: Routed): boolean {
  return a.integration?.index === b.integration?.index;
}

/** A source of the caller's own may have the name of a scoping key, which is then in its way. */
export const UNCONFIRMED = "the context that was found could not be confirmed";
