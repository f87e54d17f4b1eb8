import { type Budget, CHARACTERS_PER_STEP } from "../budget.js";
import type { Atom } from "../formula/atom.js";
import { profileOf } from "./atom-profile.js";
import { costOfCharacter } from "./class-collector.js";
import { type FieldDomain, placesOf, quantifiers } from "./field-classes.js";
import type { Truth, Witness } from "./value-class.js";

/** A domain of few values: those by which each atom, on its own, is true and false. */
export function sampleDomain(atoms: readonly Atom[], budget: Budget): FieldDomain {
  const samples = new Map<unknown, Witness>();
  for (const atom of atoms) {
    for (const sample of profileOf(atom, budget).samples) {
      budget.spend();
      samples.set(sample.value, sample);
    }
  }
  const values = [...samples.values()];
  return {
    ...quantifiers(atoms, budget),
    place: placesOf(atoms),
    size: values.length,
    witness: (index) => values[index],
    alone: truths(atoms, values, budget, (value) => value),
    listed: truths(atoms, values, budget, (value) => [value]),
    doubt: undefined,
  };
}

/** The truth of atoms for values, each worked out when it is first asked for. */
function truths(
  atoms: readonly Atom[],
  values: readonly Witness[],
  budget: Budget,
  shaped: (value: unknown) => unknown,
): (index: number, atom: number) => Truth | undefined {
  const known: (Truth | undefined)[] = [];
  return (index, place) => {
    const at = index * atoms.length + place;
    const before = known[at];
    if (before !== undefined) return before;
    const atom = atoms[place];
    const value = values[index]?.value;
    if (atom === undefined) return undefined;
    const length = typeof value === "string" ? value.length : 0;
    budget.spendPart(length * costOfCharacter(atom), CHARACTERS_PER_STEP);
    const truth = atom.test(shaped(value)) ? 1 : 0;
    known[at] = truth;
    return truth;
  };
}
