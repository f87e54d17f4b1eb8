/** One evaluation of a rule. */
export interface Run {
  /** Its clock, in epoch milliseconds. */
  readonly now: number;
  /**
   * Evaluates what was read out of the data as if it stood in the rule.
   *
   * @throws where it is more than the limits allow, and what evaluating it throws
   */
  apply(read: object, data: unknown): unknown;
}

/** Evaluates a part of a rule on some data; throws where json-logic-js does. */
export type Evaluate = (data: unknown, run: Run) => unknown;

/** A part of a rule, compiled. */
export interface Expression {
  readonly evaluate: Evaluate;
  /** How deep operators and lists nest in it; 0 for a literal. */
  readonly depth: number;
  /** Whether it may look at the clock. */
  readonly usesClock: boolean;
  /** The operator and its arguments; missing where it is a literal or a list. */
  readonly rule?: {
    readonly operator: string;
    readonly given: readonly Expression[];
    /** What a `var` names, where that is written and not computed. */
    readonly path?: string;
  };
}
