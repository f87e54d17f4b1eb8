import { type Compare, compareAge, comparePrecedence } from "../routing/selection/order.js";
import { rankByPrimary, type SelectionRules } from "../routing/selection/selection-rules.js";
import type { Semantics } from "../routing/selection/semantics.js";
import { NOVU_DIALECT } from "./dialect.js";

/** Higher priority first, then newer first, then earlier in the list. */
const comparePriority: Compare = (a, b) => {
  if (a.priority !== b.priority) return b.priority > a.priority ? 1 : -1;
  return compareAge(a, b);
};

/** Conditions are tried by priority; a default is the newest, its conditions not looked at. */
const NOVU_SELECTION: SelectionRules = {
  compare: comparePriority,
  compareNamed: comparePrecedence,
  compareDefaults: compareAge,
  defaultsAreUnconditional: false,
  isIndexed: false,
  defaultRankOf: (candidate, { fallback }) => rankByPrimary(candidate, fallback, false),
};

/**
 * What Novu's own code decides, quirks included: the option `semantics`, for a worker that must not
 * change a decision while it moves over. {@link compareSemantics} tells what will change without it.
 *
 * @example
 * ```ts
 * const integration = selectIntegration(integrations, context, { semantics: novu });
 * ```
 */
export const novu: Semantics = {
  name: "novu",
  dialect: NOVU_DIALECT,
  selection: NOVU_SELECTION,
};
