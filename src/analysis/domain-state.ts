import type { Atom } from "./atoms.js";
import { MAYBE, type Truth, type ValueClasses, type Witness } from "./value-classes.js";

/** What a field can hold at all: its classes, and how atoms take lists of them. */
export interface FieldDomain {
  readonly values: ValueClasses;
  readonly place: ReadonlyMap<string, number>;
  /** Whether an atom is true of a list by every element, not by one. */
  readonly isUniversal: readonly boolean[];
  readonly emptyList: readonly boolean[];
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

/**
 * Prepares the classes of a field.
 *
 * Every operator is true of a list by one element or by all of them. Which it is shows in a list of
 * two of which it is true for one only; where there are no such two, both are the same.
 */
export function fieldDomain(values: ValueClasses): FieldDomain {
  const { atoms, classes } = values;
  const elementWith = (index: number, truth: Truth): Witness | undefined =>
    classes.find(({ witness, listed }) => witness !== undefined && listed[index] === truth)
      ?.witness;
  return {
    values,
    place: new Map(atoms.map(({ key }, index) => [key, index])),
    isUniversal: atoms.map(({ test }, index) => {
      const [one, other] = [elementWith(index, 1), elementWith(index, 0)];
      return one !== undefined && other !== undefined && !test([one.value, other.value]);
    }),
    emptyList: atoms.map(({ test }) => test([])),
  };
}

/**
 * @param withLists - whether it may hold lists
 * @param isProof - whether classes without a witness count
 */
export function initialState(
  { values: { classes } }: FieldDomain,
  withLists: boolean,
  isProof: boolean,
): FieldState {
  const all = classes.flatMap(({ witness }, index) =>
    isProof || witness !== undefined ? [index] : [],
  );
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
  const { classes } = domain.values;
  const truth = wanted ? 1 : 0;
  const singles = state.singles.filter((index) => agrees(classes[index]?.alone[atom], truth));
  const mayBeEmptyList = state.mayBeEmptyList && domain.emptyList[atom] === wanted;
  const lists = assertOfLists(domain, state, atom, truth);
  if (singles.length === 0 && !mayBeEmptyList && lists.elements.length === 0) return undefined;
  const asserted = new Map(state.asserted).set(atom, wanted);
  return { asserted, singles, mayBeEmptyList, ...lists };
}

const NO_LISTS = { elements: [], needs: [] };

function assertOfLists(
  domain: FieldDomain,
  state: FieldState,
  atom: number,
  truth: 0 | 1,
): Pick<FieldState, "elements" | "needs"> {
  if (state.elements.length === 0) return NO_LISTS;
  const keepsOut = (truth === 1) === (domain.isUniversal[atom] ?? false);
  const { classes } = domain.values;
  const elements = keepsOut
    ? state.elements.filter((index) => agrees(classes[index]?.listed[atom], truth))
    : state.elements;
  const needs = keepsOut ? state.needs : [...state.needs, { atom, truth }];
  const isMet = (need: Need) => elements.some((index) => meets(domain, index, need));
  return needs.every(isMet) ? { elements, needs } : NO_LISTS;
}

function meets({ values: { classes } }: FieldDomain, index: number, need: Need): boolean {
  return agrees(classes[index]?.listed[need.atom], need.truth);
}

function agrees(truth: Truth | undefined, wanted: 0 | 1): boolean {
  return truth === wanted || truth === MAYBE;
}

/** A value of the state, as plain and short as there is one; every class of it has a witness. */
export function pickValue(domain: FieldDomain, state: FieldState): unknown {
  const { classes } = domain.values;
  const witnessOf = (index: number) => classes[index]?.witness;
  const plain = state.singles.find((index) => witnessOf(index)?.isPlain);
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

/** The place of an atom in a domain. */
export function placeOf({ place }: FieldDomain, { key }: Atom): number {
  return place.get(key) ?? -1;
}
