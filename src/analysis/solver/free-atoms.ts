import type { Atom } from "../formula/atom.js";
import { type FieldPath, pathOfSteps } from "../formula/field-path.js";
import { type Formula, type Literal, replaceLiterals } from "../formula/formula.js";
import type { FieldDomain } from "../value-classes/field-classes.js";

/** Moves atoms that a field's value alone does not decide to places of their own. */
export function withFree(formula: Formula, moves: (atom: Atom) => boolean): Formula {
  return replaceLiterals(formula, (literal) =>
    moves(literal.atom) ? { ...literal, path: freePath(literal) } : literal,
  );
}

function freePath({ path, atom }: Literal): FieldPath {
  return pathOfSteps([FREE, path.key, atom.key]);
}

/** No source has an empty name. */
const FREE = "";

/** Whether a path is a place that {@link withFree} moved an atom to. */
export function isFree({ steps }: FieldPath): boolean {
  return steps[0] === FREE;
}

/** Why it is left open what conditions say of dates that move with the clock. */
export const MOVING_DATES = "how long a month or a year is depends on the clock";

/** A domain in which an atom is true or false, and no value is known for either. */
export function freeDomain(atom: Atom): FieldDomain {
  const doubt = atom.opaque ?? MOVING_DATES;
  return {
    place: new Map([[atom.key, 0]]),
    size: 2,
    witness: () => undefined,
    alone: (index) => (index === 0 ? 0 : 1),
    listed: () => undefined,
    isUniversal: () => false,
    isTrueOfEmptyList: () => false,
    doubt,
  };
}
