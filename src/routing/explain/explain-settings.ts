import { describe } from "../../issues/describe.js";
import type { Redact } from "../../tree/trace.js";
import type { CallOptions } from "../selection/policy.js";

/** What an explanation takes beside what a selection does. */
export interface ExplainCallOptions<T> extends CallOptions<T> {
  /** Masks a condition's `actual`, and what its references read, where it returns true. */
  readonly redact?: Redact | undefined;
  /** How many candidates are explained, in order; all of them without it. */
  readonly limit?: number | undefined;
}

/** How an explanation is told: the options that a selection does not have. */
export interface ExplainSettings {
  readonly redact: Redact | undefined;
  readonly limit: number;
}

const DEFAULT_SETTINGS: ExplainSettings = { redact: undefined, limit: Number.POSITIVE_INFINITY };

/**
 * Fills the defaults in, from the options of the call and then those of the router.
 *
 * @throws TypeError on a value that an option does not have
 */
export function resolveExplainSettings(
  options: Pick<ExplainCallOptions<never>, "redact" | "limit"> | undefined,
  defaults: ExplainSettings = DEFAULT_SETTINGS,
): ExplainSettings {
  const { redact = defaults.redact, limit = defaults.limit } = options ?? {};
  if (redact !== undefined && typeof redact !== "function") {
    throw new TypeError(`redact: found ${describe(redact)}; expected a function`);
  }
  if (typeof limit !== "number" || !(limit >= 0)) {
    throw new TypeError(`limit: found ${describe(limit)}; expected a number, 0 or more`);
  }
  return { redact, limit };
}
