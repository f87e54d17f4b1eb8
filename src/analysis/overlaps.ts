import { positionOf } from "../values/field.js";
import type { Atom } from "./atoms.js";
import type { Shape } from "./build-context.js";
import type { FieldDomain } from "./domain-state.js";
import {
  all,
  any,
  FALSE,
  type FieldPath,
  type Formula,
  type Literal,
  literalsOf,
  pathOfSteps,
  replaceLiterals,
  TRUE,
} from "./formula.js";

/** A formula whose fields do not overlap, and what the containers of its fields must be. */
export interface Case {
  readonly formula: Formula;
  readonly shapes: ReadonlyMap<string, { readonly path: FieldPath; readonly shape: Shape }>;
  /** The keys of fields that hold no list here. */
  readonly withoutLists: ReadonlySet<string>;
}

/** Takes what cannot be decided for all lists. */
export type OnDoubt = (because: string) => void;

const LONGEST_LIST = 10_000;
const LAST_POSITION = 50;
const GREATEST_LENGTH = 2 ** 32 - 1;

/**
 * Splits a formula into cases in which no field lies inside another, which together cover every
 * context. Where a condition asks about `items` and another about `items[0].sku`, `items` is an
 * object, a list of some length, or neither:
 *
 * - An object: conditions on it are what they are for `{}`, and the fields in it are free.
 * - Neither: the fields in it are absent.
 * - A list of `n`: its `length` is `n`, positions from `n` on and names are absent. A condition on
 *   the list becomes one on its elements, each a field of its own: true for one, or for all.
 *
 * The lengths that matter are finitely many. Past the positions that are named, a list needs at most
 * one element for each condition on it; a longer one differs only in what is asked of its length.
 */
export function* casesOf(
  { formula, shapes, withoutLists }: Case,
  domainOf: (path: FieldPath, atoms: readonly Atom[]) => FieldDomain,
  onDoubt: OnDoubt,
): Generator<Case> {
  const outer = outermostOverlap(formula);
  if (outer === undefined) {
    yield { formula, shapes, withoutLists };
    return;
  }
  const isOuter = ({ path }: Literal) => path.key === outer.key;
  const isInner = ({ path }: Literal) => isInside(path, outer);
  const withShape = (shape: Shape) => new Map([...shapes, [outer.key, { path: outer, shape }]]);
  const asObject = replaceLiterals(formula, (literal) =>
    isOuter(literal) ? truthOf(literal, {}) : literal,
  );
  const object: Case = { formula: asObject, shapes: withShape({ kind: "object" }), withoutLists };
  yield* casesOf(object, domainOf, onDoubt);
  const asSingle = replaceLiterals(formula, (literal) =>
    isInner(literal) ? truthOf(literal, undefined) : literal,
  );
  const single: Case = {
    formula: asSingle,
    shapes,
    withoutLists: new Set([...withoutLists, outer.key]),
  };
  yield* casesOf(single, domainOf, onDoubt);

  const atoms = distinctAtoms([...literalsOf(formula)].filter(isOuter));
  const inner = [...literalsOf(formula)].filter(isInner);
  const domain = domainOf(outer, atoms);
  for (const length of lengthsOf(outer, inner, atoms.length, onDoubt)) {
    const elements = positionsOf(outer, inner, length, atoms.length).map((position) =>
      pathOfSteps([...outer.steps, String(position)]),
    );
    const asList = replaceLiterals(formula, (literal) => {
      if (isOuter(literal)) return ofElements(literal, elements, domain);
      return isInner(literal) ? inList(literal, outer, length) : literal;
    });
    const filler = positionOf(elements.at(-1)?.steps.at(-1) ?? "");
    const list: Case = {
      formula: asList,
      shapes: withShape({ kind: "list", length, filler }),
      withoutLists,
    };
    yield* casesOf(list, domainOf, onDoubt);
  }
}

function truthOf({ atom, wanted }: Literal, value: unknown): Formula {
  return atom.test(value) === wanted ? TRUE : FALSE;
}

function outermostOverlap(formula: Formula): FieldPath | undefined {
  const paths = new Map<string, FieldPath>();
  for (const { path } of literalsOf(formula)) paths.set(path.key, path);
  if (paths.size < 2) return undefined;
  const sorted = [...paths.values()].sort((a, b) => a.steps.length - b.steps.length);
  return sorted.find((path) => sorted.some((other) => isInside(other, path)));
}

/** Whether a field lies inside another. */
export function isInside(inner: FieldPath, outer: FieldPath): boolean {
  return (
    inner.steps.length > outer.steps.length &&
    outer.steps.every((step, index) => inner.steps[index] === step)
  );
}

function distinctAtoms(literals: readonly Literal[]): readonly Atom[] {
  return [...new Map(literals.map(({ atom }) => [atom.key, atom])).values()];
}

function stepInside(outer: FieldPath, { path }: Literal): string {
  return path.steps[outer.steps.length] ?? "";
}

function lengthsOf(
  outer: FieldPath,
  inner: readonly Literal[],
  needed: number,
  onDoubt: OnDoubt,
): readonly number[] {
  const positions = inner.map((literal) => positionOf(stepInside(outer, literal)));
  const last = Math.max(-1, ...positions);
  if (last > LAST_POSITION) {
    onDoubt(`a list and its element ${last} are compared together`);
    return [];
  }
  const enough = last + 1 + needed;
  const ofLength = inner
    .filter((literal) => stepInside(outer, literal) === "length")
    .map(({ atom }) => atom);
  const counted = Array.from({ length: enough + 1 }, (_, length) => length);
  if (ofLength.length === 0) {
    // A list that is longer than its positions can be made longer still by repeating an element.
    return counted.filter((length) => length <= last + 1 || length === enough);
  }
  if (ofLength.some(({ readsText }) => readsText)) onDoubt("a list's length is compared as text");
  const constants = ofLength.flatMap(({ points }) => points);
  const longer = constants
    .flatMap((constant) => [
      Math.floor(constant),
      Math.floor(constant) + 1,
      Math.ceil(constant) - 1,
    ])
    .filter((length) => length > enough && length <= GREATEST_LENGTH);
  longer.push(enough + 1);
  const sorted = [...new Set(longer)].sort((a, b) => a - b);
  if (sorted.some((length) => length > LONGEST_LIST)) {
    onDoubt(`a list of more than ${LONGEST_LIST} elements is asked for`);
  }
  return [...counted, ...sorted.filter((length) => length <= LONGEST_LIST)];
}

/** The positions whose elements matter: those that are named, and as many others as are needed. */
function positionsOf(
  outer: FieldPath,
  inner: readonly Literal[],
  length: number,
  needed: number,
): readonly number[] {
  const named = new Set(inner.map((literal) => positionOf(stepInside(outer, literal))));
  named.delete(-1);
  const positions = [...named].filter((position) => position < length);
  for (let position = 0, others = 0; position < length && others < needed; position++) {
    if (named.has(position)) continue;
    positions.push(position);
    others++;
  }
  return positions;
}

/** A condition on a list as one on its elements. */
function ofElements(
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

/** What an atom on a list asks of an element. */
function elementAtom(atom: Atom): Atom {
  return { ...atom, key: `[] ${atom.key}`, test: (value) => atom.test([value]) };
}

/** A condition on a field inside a list of some length. */
function inList(literal: Literal, outer: FieldPath, length: number): Formula {
  const step = stepInside(outer, literal);
  if (step === "length") {
    const isLength = literal.path.steps.length === outer.steps.length + 1;
    return truthOf(literal, isLength ? length : undefined);
  }
  const position = positionOf(step);
  return position >= 0 && position < length ? literal : truthOf(literal, undefined);
}
