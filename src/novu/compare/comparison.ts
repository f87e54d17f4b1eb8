import type { SelectionContext } from "../../context.js";
import type { IntegrationRef } from "../../integration.js";
import type { Issue } from "../../issues/issue.js";
import type { Outcome } from "../../routing/explain/explain.js";
import type { Reason } from "../../routing/selection/reason.js";
import type { ComparedPart } from "./part.js";

/** What one semantics selects in a context. */
export interface ComparedSelection {
  /** Missing where nothing is selected. */
  readonly selected?: IntegrationRef;
  readonly reason: Reason;
}

/** One of the integrations that a difference is about. */
export interface ComparedIntegration {
  readonly integration: IntegrationRef;
  /** What became of it under each semantics. */
  readonly standard: Outcome;
  readonly novu: Outcome;
  /** Where its conditions fare differently; empty where only the order or the defaults differ. */
  readonly conditions: readonly ComparedPart[];
  /** What is wrong with its conditions by this package's semantics. */
  readonly issues?: readonly Issue[];
}

/** A context for which the two semantics select differently. */
export interface SemanticsDifference {
  /** Its place among the contexts, from 0. */
  readonly index: number;
  /** The caller's own; left out with the option `redact`, since it holds what that masks. */
  readonly context?: SelectionContext;
  readonly standard: ComparedSelection;
  readonly novu: ComparedSelection;
  /** Those that were selected, and those whose conditions ended a search. */
  readonly integrations: readonly ComparedIntegration[];
}

/** Where the two semantics select differently. Plain data, but for the contexts in it. */
export interface SemanticsComparison {
  /** How many contexts there were. */
  readonly compared: number;
  /** For how many of them the selections differ. */
  readonly different: number;
  /** As many of these as the option `limit` allows. */
  readonly differences: readonly SemanticsDifference[];
}
