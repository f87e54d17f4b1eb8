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
  /** Tells how it decides; never throws. */
  readonly inspect: (context: object, now: number) => Finding;
}

/** What an opaque predicate finds at one condition in one context. */
export interface ConditionFinding {
  readonly kind: "condition";
  readonly passed: boolean;
  /** Where the field is read from; empty where what is compared is no field. */
  readonly on: string;
  readonly field: string;
  readonly operator: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** How an opaque predicate comes to its result in one context, part by part. */
export type Finding =
  | ConditionFinding
  | { readonly kind: "constant"; readonly passed: boolean }
  | { readonly kind: "not"; readonly passed: boolean; readonly child: Finding }
  | {
      readonly kind: "and" | "or";
      readonly passed: boolean;
      readonly children: readonly Finding[];
    };

/** Whatever a record's conditions or rules are parsed to, under this package's semantics or another. */
export type Evaluable = Tree | OpaquePredicate;
