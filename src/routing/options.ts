import type { ParseOptions } from "../conditions/reading/parse-options.js";
import { resolveSemantics } from "../conditions/reading/semantics.js";
import type { CompileOptions } from "../evaluate/predicate.js";
import type { Redact } from "../evaluate/trace.js";
import { describe } from "../issues/describe.js";
import type { Issue } from "../issues/issue.js";
import {
  SELECTION_POLICIES,
  type SelectionPolicy,
  STANDARD_SELECTION,
} from "./selection/selection-policy.js";

const SCOPES = ["strict", "open"] as const;
const FALLBACKS = ["primary", "any", "none"] as const;
const INVALID_POLICIES = ["skip", "block"] as const;

/** Whether a forgotten tenant key is an error, or lets every tenant's integrations in. */
export type ScopePolicy = (typeof SCOPES)[number];

/** Which unconditional integrations may serve where no condition matches. */
export type Fallback = (typeof FALLBACKS)[number];

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

/** What {@link CallOptions} adds for an explanation. */
export interface ExplainCallOptions<T> extends CallOptions<T> {
  /** Masks a condition's `actual`, and what its references read, where it returns true. */
  readonly redact?: Redact | undefined;
  /** How many candidates are explained, in order; all of them without it. */
  readonly limit?: number | undefined;
}

/**
 * Hears of a record that is set aside: the first of its issues, and all of them. Called once for
 * each record, and again only when its conditions are parsed again.
 */
export type OnIssue = (issue: Issue, issues: readonly Issue[]) => void;

/** Options of a selection from a list. */
export interface SelectOptions<T> extends ParseOptions, CompileOptions, CallOptions<T> {
  readonly onIssue?: OnIssue | undefined;
}

/** Options of an explanation. */
export interface ExplainOptions<T> extends SelectOptions<T>, ExplainCallOptions<T> {}

/** Options of a router: they hold for each of its calls, where a call does not say otherwise. */
export interface RouterOptions<T> extends ExplainOptions<T> {
  /**
   * `false` keeps the plain scan of the list instead of the index over its conditions: the same
   * answers, for comparing the two or for lists that are selected from a few times only.
   */
  readonly index?: boolean | undefined;
  /** Throws where a record would be set aside. */
  readonly strict?: boolean | undefined;
}

/** {@link CallOptions} with the defaults filled in. */
export interface Policy<T> {
  /** What the semantics has of its own; no call's options change it. */
  readonly selection: SelectionPolicy;
  readonly scope: ScopePolicy;
  readonly fallback: Fallback;
  readonly onInvalid: InvalidPolicy;
  readonly exclude: ((integration: T) => boolean) | undefined;
}

/** How a selection chooses where nobody says otherwise. */
export const DEFAULT_POLICY: Policy<unknown> = {
  selection: STANDARD_SELECTION,
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
    selection: defaults.selection,
    scope: oneOf(SCOPES, "scope", scope) ?? defaults.scope,
    fallback: oneOf(FALLBACKS, "fallback", fallback) ?? defaults.fallback,
    onInvalid: oneOf(INVALID_POLICIES, "onInvalid", onInvalid) ?? defaults.onInvalid,
    exclude: exclude ?? defaults.exclude,
  };
}

/**
 * The policy of a list, from the options that hold for the list as a whole.
 *
 * @throws TypeError on a value that an option does not have
 */
export function resolveListPolicy<T>(options: SelectOptions<T> | undefined): Policy<T> {
  const selection = SELECTION_POLICIES[resolveSemantics(options?.semantics)];
  return resolvePolicy(
    options,
    selection === DEFAULT_POLICY.selection ? DEFAULT_POLICY : { ...DEFAULT_POLICY, selection },
  );
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
