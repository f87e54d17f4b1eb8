import { type ConditionSemantics, checkSemantics } from "../../conditions/semantics.js";
import { type SelectionRules, STANDARD_SELECTION } from "./selection-rules.js";

/**
 * What conditions, rules and their order mean, where it is not what this package documents: `novu`,
 * of `integration-router/novu`, is one.
 */
export interface Semantics extends ConditionSemantics {
  /** @internal */
  readonly selection: SelectionRules;
}

/**
 * What a semantics has of its own in a selection; the standard where none is given.
 *
 * @throws TypeError on what is no semantics
 */
export function resolveSelectionRules(semantics: Semantics | undefined): SelectionRules {
  return checkSemantics(semantics)?.selection ?? STANDARD_SELECTION;
}
