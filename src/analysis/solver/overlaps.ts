import { positionOf } from "../../values/field.js";
import type { Budget } from "../budget.js";
import type { Atom } from "../formula/atom.js";
import { type FieldPath, isInside, pathOfSteps } from "../formula/field-path.js";
import { type Formula, type Literal, literalsOf, replaceLiterals } from "../formula/formula.js";
import { sizeOfFormula } from "../formula/size.js";
import type { FieldDomain } from "../value-classes/field-classes.js";
import type { Shape } from "./build-context.js";
import { inList, ofElements, truthOf } from "./list-elements.js";
import { lengthsOf, type OnDoubt, positionsOf } from "./list-lengths.js";

/** A formula whose fields do not overlap, and what the containers of its fields must be. */
export interface Case {
  readonly formula: Formula;
  readonly shapes: ReadonlyMap<string, { readonly path: FieldPath; readonly shape: Shape }>;
  /** The keys of fields that hold no list here. */
  readonly withoutLists: ReadonlySet<string>;
}

/** How many times a formula is walked through, about, for each case. */
const WALKS = 4;

/** What splitting needs besides. */
export interface CaseTools {
  readonly domainOf: (atoms: readonly Atom[]) => FieldDomain;
  readonly onDoubt: OnDoubt;
  readonly budget: Budget;
}

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
  tools: CaseTools,
): Generator<Case> {
  const { budget, domainOf, onDoubt } = tools;
  const size = WALKS * sizeOfFormula(formula);
  budget.spend(size);
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
  yield* casesOf(object, tools);
  const asSingle = replaceLiterals(formula, (literal) =>
    isInner(literal) ? truthOf(literal, undefined) : literal,
  );
  const single: Case = {
    formula: asSingle,
    shapes,
    withoutLists: new Set([...withoutLists, outer.key]),
  };
  yield* casesOf(single, tools);

  const atoms = distinctAtoms([...literalsOf(formula)].filter(isOuter));
  const inner = [...literalsOf(formula)].filter(isInner);
  const domain = domainOf(atoms);
  for (const length of lengthsOf(outer, inner, atoms.length, onDoubt)) {
    const elements = positionsOf(outer, inner, length, atoms.length).map((position) =>
      pathOfSteps([...outer.steps, String(position)]),
    );
    budget.spend(size * (1 + elements.length) + length);
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
    yield* casesOf(list, tools);
  }
}

/** A field that others lie inside, and that lies inside no such field. */
function outermostOverlap(formula: Formula): FieldPath | undefined {
  const paths = new Map<string, FieldPath>();
  for (const { path } of literalsOf(formula)) paths.set(path.key, path);
  // Without its closing bracket a key begins those of the fields inside, which then sort right after.
  const sorted = [...paths.values()]
    .map((path) => ({ path, opening: path.key.slice(0, -1) }))
    .sort((a, b) => (a.opening < b.opening ? -1 : 1));
  let outermost: FieldPath | undefined;
  sorted.forEach(({ path, opening }, index) => {
    if (!sorted[index + 1]?.opening.startsWith(`${opening},`)) return;
    if (outermost === undefined || path.steps.length < outermost.steps.length) outermost = path;
  });
  return outermost;
}

function distinctAtoms(literals: readonly Literal[]): readonly Atom[] {
  return [...new Map(literals.map(({ atom }) => [atom.key, atom])).values()];
}
