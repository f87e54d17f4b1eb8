import type { Atom } from "./atoms.js";
import {
  classifyValues,
  MAYBE,
  type Truth,
  type ValueClasses,
  type Witness,
} from "./value-classes.js";

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

/** An element that a list must have: one for which an atom is true, or false. */
interface Need {
  readonly atom: number;
  readonly truth: 0 | 1;
}

/**
 * What a field can still hold while literals are asserted: classes of single values, and lists.
 *
 * Lists are not enumerated. A list is true by one element, or by all: a literal then either keeps
 * elements out, or needs one that is in. So the lists that are left are those of the elements that no
 * literal keeps out, with one at least for every need; there is one exactly if each need is met by
 * one of those elements.
 */
export interface FieldState {
  /** What was asserted: a value makes an atom true or false, whatever class it is in. */
  readonly asserted: ReadonlyMap<number, boolean>;
  readonly singles: readonly number[];
  /** The classes that elements may be of; empty where no list but the empty one is left. */
  readonly elements: readonly number[];
  readonly needs: readonly Need[];
  readonly mayBeEmptyList: boolean;
}

/** The domain of all values, by their classes. */
export function fieldDomain({ atoms, classes, doubt }: ValueClasses): FieldDomain {
  return {
    place: placesOf(atoms),
    size: classes.length,
    witness: (index) => classes[index]?.witness,
    alone: (index, atom) => classes[index]?.alone[atom],
    listed: (index, atom) => classes[index]?.listed[atom],
    isUniversal: (atom) => needProfile(atoms[atom])?.isUniversal ?? false,
    isTrueOfEmptyList: (atom) => needProfile(atoms[atom])?.isTrueOfEmptyList ?? false,
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
    isUniversal: (atom) => needProfile(atoms[atom])?.isUniversal ?? false,
    isTrueOfEmptyList: (atom) => needProfile(atoms[atom])?.isTrueOfEmptyList ?? false,
    doubt: undefined,
  };
}

function placesOf(atoms: readonly Atom[]): ReadonlyMap<string, number> {
  return new Map(atoms.map(({ key }, index) => [key, index]));
}

/** What is known of an atom on its own. */
interface AtomProfile {
  readonly samples: readonly Witness[];
  readonly isUniversal: boolean;
  readonly isTrueOfEmptyList: boolean;
}

const profiles = new WeakMap<Atom, AtomProfile>();

function needProfile(atom: Atom | undefined): AtomProfile | undefined {
  return atom && profileOf(atom);
}

/** So many classes are plenty for one atom; without more it has fewer samples. */
const PROFILE_CLASSES = 2_000;

/**
 * Looks at an atom on its own.
 *
 * Every operator is true of a list by one element or by all of them. Which it is shows in a list of
 * two of which it is true for one only; where there are no such two, both are the same.
 */
function profileOf(atom: Atom): AtomProfile {
  const known = profiles.get(atom);
  if (known !== undefined) return known;
  const { classes } = classifyValues([atom], PROFILE_CLASSES);
  const elementWith = (truth: Truth): Witness | undefined =>
    classes.find(({ witness, listed }) => witness !== undefined && listed[0] === truth)?.witness;
  const [one, other] = [elementWith(1), elementWith(0)];
  const profile: AtomProfile = {
    samples: classes.flatMap(({ witness }) => (witness?.isPlain ? witness : [])),
    isUniversal: one !== undefined && other !== undefined && !atom.test([one.value, other.value]),
    isTrueOfEmptyList: atom.test([]),
  };
  profiles.set(atom, profile);
  return profile;
}

/**
 * @param withLists - whether it may hold lists
 * @param isProof - whether classes without a witness count
 */
export function initialState(
  { size, witness }: FieldDomain,
  withLists: boolean,
  isProof: boolean,
): FieldState {
  const all: number[] = [];
  for (let index = 0; index < size; index++) {
    if (isProof || witness(index) !== undefined) all.push(index);
  }
  return {
    asserted: new Map(),
    singles: all,
    elements: withLists ? all : [],
    needs: [],
    mayBeEmptyList: withLists,
  };
}

/** The state after an atom's truth is asserted; `undefined` where nothing is left. */
export function assertAtom(
  domain: FieldDomain,
  state: FieldState,
  atom: number,
  wanted: boolean,
): FieldState | undefined {
  const before = state.asserted.get(atom);
  if (before !== undefined) return before === wanted ? state : undefined;
  const truth = wanted ? 1 : 0;
  const singles = state.singles.filter((index) => agrees(domain.alone(index, atom), truth));
  const mayBeEmptyList = state.mayBeEmptyList && domain.isTrueOfEmptyList(atom) === wanted;
  const lists = assertOfLists(domain, state, atom, truth);
  if (singles.length === 0 && !mayBeEmptyList && lists.elements.length === 0) return undefined;
  const asserted = new Map(state.asserted).set(atom, wanted);
  return { asserted, singles, mayBeEmptyList, ...lists };
}

/** Whether anything is left where an atom's truth is asserted. */
export function canAssert(
  domain: FieldDomain,
  state: FieldState,
  atom: number,
  wanted: boolean,
): boolean {
  const before = state.asserted.get(atom);
  if (before !== undefined) return before === wanted;
  const truth = wanted ? 1 : 0;
  if (state.singles.some((index) => agrees(domain.alone(index, atom), truth))) return true;
  return assertAtom(domain, state, atom, wanted) !== undefined;
}

const NO_LISTS = { elements: [], needs: [] };

function assertOfLists(
  domain: FieldDomain,
  state: FieldState,
  atom: number,
  truth: 0 | 1,
): Pick<FieldState, "elements" | "needs"> {
  if (state.elements.length === 0) return NO_LISTS;
  const keepsOut = (truth === 1) === domain.isUniversal(atom);
  const elements = keepsOut
    ? state.elements.filter((index) => agrees(domain.listed(index, atom), truth))
    : state.elements;
  const needs = keepsOut ? state.needs : [...state.needs, { atom, truth }];
  const isMet = (need: Need) => elements.some((index) => meets(domain, index, need));
  return needs.every(isMet) ? { elements, needs } : NO_LISTS;
}

function meets({ listed }: FieldDomain, index: number, need: Need): boolean {
  return agrees(listed(index, need.atom), need.truth);
}

function agrees(truth: Truth | undefined, wanted: 0 | 1): boolean {
  return truth === wanted || truth === MAYBE;
}

/** A value of the state, as plain and short as there is one; every class of it has a witness. */
export function pickValue(domain: FieldDomain, state: FieldState): unknown {
  const witnessOf = domain.witness;
  const plain = plainSingle(domain, state);
  if (plain !== undefined) return witnessOf(plain)?.value;
  if (state.mayBeEmptyList) return [];
  const [element] = state.elements;
  if (element !== undefined) {
    const chosen: number[] = [];
    for (const need of state.needs) {
      if (chosen.some((index) => meets(domain, index, need))) continue;
      const met = state.elements.find((index) => meets(domain, index, need));
      if (met !== undefined) chosen.push(met);
    }
    if (chosen.length === 0) chosen.push(element);
    return chosen.map((index) => witnessOf(index)?.value ?? null);
  }
  const [single] = state.singles;
  return single === undefined ? undefined : witnessOf(single)?.value;
}

/** A single value that is left and survives JSON, by its class. */
export function plainSingle({ witness }: FieldDomain, { singles }: FieldState): number | undefined {
  return singles.find((index) => witness(index)?.isPlain);
}

/** The state with one class of single values left. */
export function narrowedTo(state: FieldState, index: number): FieldState {
  return { ...state, singles: [index], elements: [], needs: [], mayBeEmptyList: false };
}

/** The place of an atom in a domain. */
export function placeOf({ place }: FieldDomain, { key }: Atom): number {
  return place.get(key) ?? -1;
}
