import { type AtomProfile, profileOf } from "./atom-profile.js";
import type { Atom } from "./atoms.js";
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
export function fieldDomain({ atoms, classes, doubt }: ValueClasses): FieldDomain {
  return {
    place: placesOf(atoms),
    size: classes.length,
    witness: (index) => classes[index]?.witness,
    alone: (index, atom) => classes[index]?.alone[atom],
    listed: (index, atom) => classes[index]?.listed[atom],
    isUniversal: (atom) => profileAt(atoms, atom)?.isUniversal ?? false,
    isTrueOfEmptyList: (atom) => profileAt(atoms, atom)?.isTrueOfEmptyList ?? false,
    doubt,
  };
}

/** A domain of few values: those by which each atom, on its own, is true and false. */
export function sampleDomain(atoms: readonly Atom[]): FieldDomain {
  const samples = new Map<unknown, Witness>();
  for (const atom of atoms) {
    for (const sample of profileOf(atom).samples) samples.set(sample.value, sample);
  }
  const values = [...samples.values()];
  const truth = (atom: Atom | undefined, value: unknown): Truth => (atom?.test(value) ? 1 : 0);
  return {
    place: placesOf(atoms),
    size: values.length,
    witness: (index) => values[index],
    alone: (index, atom) => truth(atoms[atom], values[index]?.value),
    listed: (index, atom) => truth(atoms[atom], [values[index]?.value]),
    isUniversal: (atom) => profileAt(atoms, atom)?.isUniversal ?? false,
    isTrueOfEmptyList: (atom) => profileAt(atoms, atom)?.isTrueOfEmptyList ?? false,
    doubt: undefined,
  };
}

function placesOf(atoms: readonly Atom[]): ReadonlyMap<string, number> {
  return new Map(atoms.map(({ key }, index) => [key, index]));
}

/** The place of an atom in a domain. */
export function placeOf({ place }: FieldDomain, { key }: Atom): number {
  return place.get(key) ?? -1;
}

export function profileAt(atoms: readonly Atom[], index: number): AtomProfile | undefined {
  const atom = atoms[index];
  return atom && profileOf(atom);
}
