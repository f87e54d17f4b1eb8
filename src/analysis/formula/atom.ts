import type { DurationOperand } from "../../operators/operand.js";
import type { TextPattern } from "../../operators/operator.js";
import type { Domain } from "../../values/domain.js";
import type { Scalar } from "../../values/scalar.js";

/**
 * A positive condition without its field: a test of values. `NOT_EQUAL` is the atom of `EQUAL`,
 * negated, and the same condition on two integrations is one atom.
 */
export interface Atom {
  /** Equal for atoms with equal tests. */
  readonly key: string;
  /** The engine's own matcher. */
  readonly test: (value: unknown) => boolean;
  /** The literals that values are compared with. */
  readonly constants: readonly Scalar[];
  /** Where on the line of numbers and dates the truth can change. */
  readonly points: readonly number[];
  /** The texts that are to be told from all others. */
  readonly texts: readonly string[];
  readonly pattern: TextPattern | undefined;
  /** The domain in which a string is compared. */
  readonly domain: Domain;
  /** Whether strings are compared by order, not only for equality. */
  readonly ordersText: boolean;
  /** Whether a number, a bigint and a `Date` are compared by what they print as. */
  readonly readsText: boolean;
  /** Why the field's value alone does not decide the atom, where it does not. */
  readonly opaque: string | undefined;
  /** How the test depends on the clock, where it does. */
  readonly clock: AtomClock | undefined;
}

/** An atom that is relative to the clock. */
export interface AtomClock {
  readonly duration: DurationOperand;
  /** The atom at one time of the clock. */
  readonly at: (now: number) => Atom;
}

const ids = new WeakMap<object, number>();
let count = 0;

/** A number for an object, the same whenever it is asked for; the keys of atoms are made of it. */
export function idOf(object: object): number {
  const known = ids.get(object);
  if (known !== undefined) return known;
  ids.set(object, ++count);
  return count;
}
