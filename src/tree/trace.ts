/** Data that is safe to log and survives JSON. */
export type Plain = string | number | boolean | null | readonly Plain[];

/** A group: whether it passed, and how its members fared. */
export interface GroupTrace {
  readonly kind: "and" | "or";
  readonly passed: boolean;
  readonly children: readonly Trace[];
}

/** A negated group: it passed where its child did not. */
export interface NotTrace {
  readonly kind: "not";
  readonly passed: boolean;
  readonly child: Trace;
}

/** A group without children, which always passes, or a literal of rules. */
export interface ConstantTrace {
  readonly kind: "constant";
  readonly passed: boolean;
}

/** A condition: whether it passed, what it wanted and what it found. */
export interface ConditionTrace {
  readonly kind: "condition";
  readonly passed: boolean;
  readonly on: string;
  readonly field: string;
  /** A {@link TreeOperatorName}; under another semantics whatever stands in the record. */
  readonly operator: string;
  /** The operand, references resolved; absent where there is none, and for an absent reference. */
  readonly expected?: Plain;
  /** The references that `expected` has values of, as they were written. */
  readonly references?: readonly string[];
  /** The field's value; missing where that is absent. */
  readonly actual?: Plain;
  /** Set where the field, or what a reference reads, being absent decided the result. */
  readonly absent?: true;
}

/** A tree again, each node with whether it passed in one context. Plain data. */
export type Trace = GroupTrace | NotTrace | ConstantTrace | ConditionTrace;

/** What tells a caller's `redact` which condition it is asked about. */
export type RedactableCondition = Pick<ConditionTrace, "on" | "field" | "operator">;

/** Whether a condition's `actual`, and what its references read, are to be masked. */
export type Redact = (condition: RedactableCondition) => boolean;
