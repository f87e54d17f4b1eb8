import type { Budget } from "../budget.js";
import type { FieldDomain } from "../value-classes/field-classes.js";
import { MAYBE, type Truth } from "../value-classes/value-class.js";

/** So many classes are looked at in one step. */
const LOOKS_PER_STEP = 16;

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
  budget: Budget,
): FieldState | undefined {
  const before = state.asserted.get(atom);
  if (before !== undefined) return before === wanted ? state : undefined;
  budget.spendPart(state.singles.length + state.asserted.size, LOOKS_PER_STEP);
  const truth = wanted ? 1 : 0;
  const singles = state.singles.filter((index) => agrees(domain.alone(index, atom), truth));
  const mayBeEmptyList = state.mayBeEmptyList && domain.isTrueOfEmptyList(atom) === wanted;
  const lists = assertOfLists(domain, state, { atom, truth }, budget);
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
  budget: Budget,
): boolean {
  const before = state.asserted.get(atom);
  if (before !== undefined) return before === wanted;
  const truth = wanted ? 1 : 0;
  const isLeft = (index: number) => agrees(domain.alone(index, atom), truth);
  if (hasSome(state.singles, isLeft, budget)) return true;
  if (state.mayBeEmptyList && domain.isTrueOfEmptyList(atom) === wanted) return true;
  return assertOfLists(domain, state, { atom, truth }, budget).elements.length > 0;
}

const NO_LISTS = { elements: [], needs: [] };

function assertOfLists(
  domain: FieldDomain,
  state: FieldState,
  need: Need,
  budget: Budget,
): Pick<FieldState, "elements" | "needs"> {
  if (state.elements.length === 0) return NO_LISTS;
  const { atom, truth } = need;
  const isMet = (other: Need) => hasSome(elements, (index) => meets(domain, index, other), budget);
  let { elements } = state;
  const keepsOut = (truth === 1) === domain.isUniversal(atom);
  if (!keepsOut) {
    return isMet(need) ? { elements, needs: [...state.needs, need] } : NO_LISTS;
  }
  budget.spendPart(elements.length, LOOKS_PER_STEP);
  elements = elements.filter((index) => meets(domain, index, need));
  return state.needs.every(isMet) ? { elements, needs: state.needs } : NO_LISTS;
}

/** Whether some of a list are what is looked for; what it looks at is spent. */
function hasSome(
  indices: readonly number[],
  isWanted: (index: number) => boolean,
  budget: Budget,
): boolean {
  const found = indices.findIndex(isWanted);
  budget.spendPart(found < 0 ? indices.length : found, LOOKS_PER_STEP);
  return found >= 0;
}

/** Whether values of a class meet a need. */
export function meets({ listed }: FieldDomain, index: number, need: Need): boolean {
  return agrees(listed(index, need.atom), need.truth);
}

function agrees(truth: Truth | undefined, wanted: 0 | 1): boolean {
  return truth === wanted || truth === MAYBE;
}

/** The state with one class of single values left. */
export function narrowedTo(state: FieldState, index: number): FieldState {
  return { ...state, singles: [index], elements: [], needs: [], mayBeEmptyList: false };
}
