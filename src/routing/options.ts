import type { ExplainCallOptions } from "./explain/explain-settings.js";
import type { SelectOptions } from "./selection/select-options.js";

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
