import type { IntegrationLike } from "../../integration.js";
import { describe } from "../../issues/describe.js";
import type { Candidate } from "./candidate.js";
import {
  FALLBACKS,
  type Fallback,
  type SelectionRules,
  STANDARD_SELECTION,
} from "./selection-rules.js";

const SCOPES = ["strict", "open"] as const;
const INVALID_POLICIES = ["skip", "block"] as const;

/** Whether a forgotten tenant key is an error, or lets every tenant's integrations in. */
export type ScopePolicy = (typeof SCOPES)[number];

/** What an integration with invalid conditions does to a selection that reaches it. */
export type InvalidPolicy = (typeof INVALID_POLICIES)[number];

/** How one call selects; a router takes these for all its calls and for each. */
export interface CallOptions<T> {
  /**
   * `"strict"`, the default: where the list holds records of several organizations (or
   * environments), the context must name one. `"open"` lifts this.
   */
  readonly scope?: ScopePolicy | undefined;
  /**
   * `"primary"`, the default: on email and sms only a primary is a default, elsewhere every
   * unconditional integration. `"any"`: those first, then the rest. `"none"`: what no condition
   * claims is not sent.
   */
  readonly fallback?: Fallback | undefined;
  /**
   * `"skip"`, the default: an integration with invalid conditions is passed over. `"block"`: nothing
   * after it is selected, and no default, because it might have been the one.
   */
  readonly onInvalid?: InvalidPolicy | undefined;
  /** Keeps an integration out where it returns true: an open circuit, a missing device token. */
  readonly exclude?: ((integration: T) => boolean) | undefined;
}

/** {@link CallOptions} with the defaults filled in. */
export interface Policy<T> {
  /** What the semantics has of its own; no call's options change it. */
  readonly rules: SelectionRules;
  readonly scope: ScopePolicy;
  readonly fallback: Fallback;
  readonly onInvalid: InvalidPolicy;
  readonly exclude: ((integration: T) => boolean) | undefined;
}

/** How a selection chooses where nobody says otherwise. */
export const DEFAULT_POLICY: Policy<unknown> = {
  rules: STANDARD_SELECTION,
  scope: "strict",
  fallback: "primary",
  onInvalid: "skip",
  exclude: undefined,
};

/**
 * Fills the defaults in, from the options of the call and then those of the router.
 *
 * @throws TypeError on a value that an option does not have
 */
export function resolvePolicy<T>(
  options: CallOptions<T> | undefined,
  defaults: Policy<T> = DEFAULT_POLICY,
): Policy<T> {
  if (options === undefined) return defaults;
  const { scope, fallback, onInvalid, exclude } = options;
  if (exclude !== undefined && typeof exclude !== "function") {
    throw new TypeError(`exclude: found ${describe(exclude)}; expected a function`);
  }
  return {
    rules: defaults.rules,
    scope: oneOf(SCOPES, "scope", scope) ?? defaults.scope,
    fallback: oneOf(FALLBACKS, "fallback", fallback) ?? defaults.fallback,
    onInvalid: oneOf(INVALID_POLICIES, "onInvalid", onInvalid) ?? defaults.onInvalid,
    exclude: exclude ?? defaults.exclude,
  };
}

function oneOf<V extends string>(
  values: readonly V[],
  name: string,
  given: V | undefined,
): V | undefined {
  if (given === undefined || values.includes(given)) return given;
  const expected = values.map((value) => `"${value}"`).join(", ");
  throw new TypeError(`${name}: found ${describe(given)}; expected one of ${expected}`);
}

/** Whether the caller keeps a candidate out that is otherwise in scope. */
export function isExcluded<T extends IntegrationLike>(
  { integration }: Candidate<T>,
  { exclude }: Policy<T>,
): boolean {
  return exclude?.(integration) === true;
}
