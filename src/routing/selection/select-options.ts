import type { ParseOptions } from "../../conditions/reading/parse-options.js";
import type { CompileOptions } from "../../evaluate/predicate.js";
import type { OnIssue } from "../../issues/on-issue.js";
import { type CallOptions, DEFAULT_POLICY, type Policy, resolvePolicy } from "./policy.js";
import { resolveSelectionRules, type Semantics } from "./semantics.js";

/** Options of a selection from a list. */
export interface SelectOptions<T> extends ParseOptions, CompileOptions, CallOptions<T> {
  readonly onIssue?: OnIssue | undefined;
  /**
   * What conditions, rules and their order mean: without it what this package documents; `novu`, of
   * `integration-router/novu`, decides as Novu's own code does.
   */
  readonly semantics?: Semantics | undefined;
}

/**
 * The policy of a list, from the options that hold for the list as a whole.
 *
 * @throws TypeError on a value that an option does not have
 */
export function resolveListPolicy<T>(options: SelectOptions<T> | undefined): Policy<T> {
  const rules = resolveSelectionRules(options?.semantics);
  return resolvePolicy(
    options,
    rules === DEFAULT_POLICY.rules ? DEFAULT_POLICY : { ...DEFAULT_POLICY, rules },
  );
}
