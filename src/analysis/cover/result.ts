import type { SelectionContext } from "../../context.js";
import type { IntegrationRef } from "../../integration.js";
import type { IssuePath } from "../../issues/issue.js";
import type { Routed } from "../decision-lists/engine.js";

/** An integration being selected, or one of its conditions passing or failing. */
export type Goal =
  | { readonly what: "selected"; readonly integration: IntegrationRef }
  | {
      readonly what: "passes" | "fails";
      readonly integration: IntegrationRef;
      /** Where the condition stands in the record. */
      readonly path: IssuePath;
    };

/** One context of a test matrix. */
export interface CoveringContext {
  /** Complete with its scoping keys; plain data, but for a `Date` where no text will do. */
  readonly context: SelectionContext;
  /** What the context selects, and why. */
  readonly selects: Routed;
  /** What it covers that no context before it does. */
  readonly covers: readonly Goal[];
}

/** An integration that takes part in selections, and that no context selects. */
export interface UnreachableIntegration {
  readonly integration: IntegrationRef;
  /** Those that stand in its way; empty where its conditions never pass or it may not be a default. */
  readonly by: readonly IntegrationRef[];
}

/** Contexts that together show what a list does, and what none can show. */
export interface Covering {
  readonly contexts: readonly CoveringContext[];
  readonly unreachable: readonly UnreachableIntegration[];
  /** The conditions that no context passes, or none fails. */
  readonly impossible: readonly Goal[];
  readonly undecided: readonly { readonly goal: Goal; readonly because: string }[];
}
