import type { Budget } from "../budget.js";
import type { Atom } from "../formula/atom.js";
import { profileOf } from "./atom-profile.js";
import type { Truth, ValueClasses, Witness } from "./value-class.js";

/** What a field can hold at all: classes of values, or some values, and what atoms say of them. */
export interface FieldClasses {
  /** Where each atom stands, by its key. */
  readonly positions: ReadonlyMap<string, number>;
  readonly size: number;
  /** A value of a class, where one is known. */
  witness(position: number): Witness | undefined;
  /** The truth of an atom for the values of a class. */
  alone(position: number, atom: number): Truth | undefined;
  /** The truth of an atom for a list of one value of a class. */
  listed(position: number, atom: number): Truth | undefined;
  /** Whether an atom is true of a list by every element, not by one. */
  isUniversal(atom: number): boolean;
  isTrueOfEmptyList(atom: number): boolean;
  /** Why classes are without a witness, where some are. */
  readonly doubt: string | undefined;
}

/** The classes of all values. */
export function fieldClasses(
  { atoms, classes, doubt }: ValueClasses,
  budget: Budget,
): FieldClasses {
  return {
    ...quantifiers(atoms, budget),
    positions: atomPositions(atoms),
    size: classes.length,
    witness: (position) => classes[position]?.witness,
    alone: (position, atom) => classes[position]?.alone[atom],
    listed: (position, atom) => classes[position]?.listed[atom],
    doubt,
  };
}

/** What atoms say of lists, looked up before a search asks for it again and again. */
export function quantifiers(
  atoms: readonly Atom[],
  budget: Budget,
): Pick<FieldClasses, "isUniversal" | "isTrueOfEmptyList"> {
  const profiles = atoms.map((atom) => profileOf(atom, budget));
  return {
    isUniversal: (atom) => profiles[atom]?.isUniversal ?? false,
    isTrueOfEmptyList: (atom) => profiles[atom]?.isTrueOfEmptyList ?? false,
  };
}

/** The positions of atoms in a field's classes, by their keys. */
export function atomPositions(atoms: readonly Atom[]): ReadonlyMap<string, number> {
  return new Map(atoms.map(({ key }, position) => [key, position]));
}

/** The position of an atom in a field's classes. */
export function atomPosition({ positions }: FieldClasses, { key }: Atom): number {
  return positions.get(key) ?? -1;
}
