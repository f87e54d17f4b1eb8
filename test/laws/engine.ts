import {
  compileConditions,
  type IntegrationLike,
  type Predicate,
  type SelectionContext,
  type SelectOptions,
} from "integration-router";
import { EXTRA_SOURCE } from "../reference/arbitraries/contexts.js";
import type { Request } from "../reference/arbitraries/selections.js";

/** The predicate of conditions that may name the random rule sets' extra source. */
export function compile(conditions: unknown): Predicate {
  return compileConditions(conditions, { sources: [EXTRA_SOURCE] });
}

/** Random arguments, which may hold anything, in the types that the functions ask for. */
export interface Arguments {
  readonly list: readonly IntegrationLike[];
  readonly calls: readonly {
    readonly context: SelectionContext;
    readonly options: SelectOptions<IntegrationLike>;
  }[];
}

export function argumentsOf(list: readonly unknown[], requests: readonly Request[]): Arguments {
  return {
    list: list as readonly IntegrationLike[],
    calls: requests.map(({ context, options }) => ({
      context: context as SelectionContext,
      options: options as SelectOptions<IntegrationLike>,
    })),
  };
}

/** What a call gives: its result, or that it threw a `TypeError`. */
export function outcomeOf<Result>(call: () => Result): Result | "TypeError" {
  try {
    return call();
  } catch (error) {
    if (error instanceof TypeError) return "TypeError";
    throw error;
  }
}
