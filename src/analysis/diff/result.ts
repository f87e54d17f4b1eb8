import type { SelectionContext } from "../../context.js";
import type { Routed } from "../decision-lists/engine.js";

/** Contexts that two lists route differently. */
export interface RoutingDifference {
  readonly before: Routed;
  readonly after: Routed;
  /** One such context, with nothing in it that it can do without. */
  readonly context: SelectionContext;
}

/** Two integrations of which it could not be told whether some context goes from one to the other. */
export interface UndecidedDifference {
  readonly before: Routed;
  readonly after: Routed;
  readonly because: string;
}

/** How two lists route differently. */
export interface RoutingDiff {
  /** By integration before and after, each pair once, in the order of the list before. */
  readonly differences: readonly RoutingDifference[];
  readonly undecided: readonly UndecidedDifference[];
}
