import type { ConditionContext } from "../../context.js";

/** Whether a context passes some conditions, and which. */
export type Answer =
  | {
      readonly verdict: "found";
      /** A context in which the engine says that the conditions pass. */
      readonly context: ConditionContext;
    }
  /** Proved: there is no such context. */
  | { readonly verdict: "none" }
  | { readonly verdict: "unknown"; readonly because: string };
