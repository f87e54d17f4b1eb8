import type { Budget } from "../budget.js";
import type { Atom } from "../formula/atom.js";
import { profileOf } from "./atom-profile.js";
import type { Truth, ValueClasses, Witness } from "./value-class.js";

/** What a field can hold at all: classes of values, or some values, and what atoms say of them. */
export interface FieldDomain {
  readonly place: ReadonlyMap<string, number>;
  readonly size: number;
  /** A value of a class, where one is known. */
  witness(index: number): Witness | undefined;
  /** The truth of an atom for the values of a class. */
  alone(index: number, atom: number): Truth | undefined;
  /** The truth of an atom for a list of one value of a class. */
  listed(index: number, atom: number): Truth | undefined;
  /** Whether an atom is true of a list by every element, not by one. */
  isUniversal(atom: number): boolean;
  isTrueOfEmptyList(atom: number): boolean;
  /** Why classes are without a witness, where some are. */
  readonly doubt: string | undefined;
}

/** The domain of all values, by their classes. */
export function fieldDomain({ atoms, classes, doubt }: ValueClasses, budget: Budget): FieldDomain {
  return {
    ...quantifiers(atoms, budget),
    place: placesOf(atoms),
    size: classes.length,
    witness: (index) => classes[index]?.witness,
    alone: (index, atom) => classes[index]?.alone[atom],
    listed: (index, atom) => classes[index]?.listed[atom],
    doubt,
  };
}

/** What atoms say of lists, looked up before a search asks for it again and again. */
export function quantifiers(
  atoms: readonly Atom[],
  budget: Budget,
): Pick<FieldDomain, "isUniversal" | "isTrueOfEmptyList"> {
  const profiles = atoms.map((atom) => profileOf(atom, budget));
  return {
    isUniversal: (atom) => profiles[atom]?.isUniversal ?? false,
    isTrueOfEmptyList: (atom) => profiles[atom]?.isTrueOfEmptyList ?? false,
  };
}

/** The places of atoms in a domain, by their keys. */
export function placesOf(atoms: readonly Atom[]): ReadonlyMap<string, number> {
  return new Map(atoms.map(({ key }, index) => [key, index]));
}

/** The place of an atom in a domain. */
export function placeOf({ place }: FieldDomain, { key }: Atom): number {
  return place.get(key) ?? -1;
}
