/**
 * Binds a constant to generated code and gives the name that stands for it there. Literals enter
 * code in this way and in no other.
 */
export type Bind = (constant: unknown) => string;

/**
 * How generated code tests the single values that need no conversion: an expression for each kind.
 * What is left out (lists, dates, a kind that would have to be converted) goes to the operator's
 * matcher, so that an operator writes down only what is worth it, and may write down nothing.
 */
export interface ScalarTests {
  readonly string?: string;
  readonly number?: string;
  readonly boolean?: string;
}

/** Leaves every value to the matcher. */
export const NO_TESTS: ScalarTests = {};

/** Beyond this many members a `Set` finds one sooner than comparing with each. */
export const FEW = 8;

/** An expression that tests whether a value of a kind is a member, by `===`. */
export function memberTest(
  value: string,
  kind: "string" | "number",
  members: Iterable<unknown>,
  bind: Bind,
): ScalarTests {
  const those = [...members].filter((member) => typeof member === kind);
  if (those.length === 0) return NO_TESTS;
  const test =
    those.length > FEW
      ? `${bind(new Set(those))}.has(${value})`
      : those.map((member) => `${value} === ${bind(member)}`).join(" || ");
  return { [kind]: `(${test})` };
}
