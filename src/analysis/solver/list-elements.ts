import { positionOf } from "../../values/field.js";
import type { Atom } from "../formula/atom.js";
import type { FieldPath } from "../formula/field-path.js";
import { all, any, FALSE, type Formula, type Literal, TRUE } from "../formula/formula.js";
import type { FieldDomain } from "../value-classes/field-classes.js";
import { stepInside } from "./list-lengths.js";

/** A condition on a list as one on its elements. */
export function ofElements(
  { atom, wanted }: Literal,
  elements: readonly FieldPath[],
  domain: FieldDomain,
): Formula {
  if (elements.length === 0) return atom.test([]) === wanted ? TRUE : FALSE;
  const isUniversal = domain.isUniversal(domain.place.get(atom.key) ?? -1);
  const ofElement = elementAtom(atom);
  const literals = elements.map(
    (path): Literal => ({ kind: "literal", path, atom: ofElement, wanted }),
  );
  return isUniversal === wanted ? all(literals) : any(literals);
}

const elementAtoms = new WeakMap<Atom, Atom>();

/** What an atom on a list asks of an element; made once, so that it is looked at once. */
function elementAtom(atom: Atom): Atom {
  const known = elementAtoms.get(atom);
  if (known !== undefined) return known;
  const made: Atom = {
    ...atom,
    key: `[] ${atom.key}`,
    test: (value) => atom.test([value]),
  };
  elementAtoms.set(atom, made);
  return made;
}

/** A condition on a field inside a list of some length. */
export function inList(literal: Literal, outer: FieldPath, length: number): Formula {
  const step = stepInside(outer, literal);
  if (step === "length") {
    const isLength = literal.path.steps.length === outer.steps.length + 1;
    return truthOf(literal, isLength ? length : undefined);
  }
  const position = positionOf(step);
  return position >= 0 && position < length ? literal : truthOf(literal, undefined);
}

/** A condition on a field that holds one value. */
export function truthOf({ atom, wanted }: Literal, value: unknown): Formula {
  return atom.test(value) === wanted ? TRUE : FALSE;
}
