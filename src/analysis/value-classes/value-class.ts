import type { Atom } from "../formula/atom.js";

/** An atom's truth for a class: `MAYBE` where it may be either, or some are one and some the other. */
export type Truth = 0 | 1 | typeof MAYBE;
export const MAYBE = 2;

/** Values that the atoms of a field do not tell apart, or may not. */
export interface ValueClass {
  /** One of them; a class without is one that may be empty. */
  readonly witness: Witness | undefined;
  /** The truth of each atom for the values. */
  readonly alone: readonly Truth[];
  /** The truth of each atom for a list of one of them. */
  readonly listed: readonly Truth[];
}

/** A value, in an object since `undefined` is one. */
export interface Witness {
  readonly value: unknown;
  /** Whether it survives JSON. */
  readonly isPlain: boolean;
}

/** The classes of all values of a field that are no lists. */
export interface ValueClasses {
  readonly atoms: readonly Atom[];
  readonly classes: readonly ValueClass[];
  /** Why some classes have no witness, where that is so. */
  readonly doubt: string | undefined;
}
