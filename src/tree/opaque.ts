import type { Redact, Trace } from "./trace.js";
import type { Tree } from "./tree.js";

/**
 * A record's conditions or rules as another system decides them: by a test of its own, which no
 * operator of this package has a part in. It stands for them whole, never inside a tree.
 */
export interface OpaquePredicate {
  readonly kind: "opaque";
  /** Whether its test looks at the clock. */
  readonly usesClock: boolean;
  /** Decides; never throws. */
  readonly passes: (context: object, now: number) => boolean;
  /** Tells how it decides, with values masked where `redact` says so; never throws. */
  readonly trace: (context: object, now: number, redact: Redact | undefined) => Trace;
}

/** Whatever a record's conditions or rules are parsed to, under this package's semantics or another. */
export type Evaluable = Tree | OpaquePredicate;
