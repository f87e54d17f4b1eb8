import type { Tree } from "../../tree/tree.js";
import { visit } from "../../tree/visit.js";
import type { Atom } from "./atom.js";
import { atomOf } from "./atom-of.js";
import { type FieldPath, pathOf } from "./field-path.js";

/** An atom on a field, as it is or negated. */
export interface Literal {
  readonly kind: "literal";
  readonly path: FieldPath;
  readonly atom: Atom;
  readonly wanted: boolean;
}

/** A formula over atoms with the negations pushed down to them. */
export type Formula =
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "and" | "or"; readonly parts: readonly Formula[] }
  | Literal;

export const TRUE: Formula = { kind: "constant", value: true };
export const FALSE: Formula = { kind: "constant", value: false };

const formulas = { true: new WeakMap<Tree, Formula>(), false: new WeakMap<Tree, Formula>() };

/** A tree, or its opposite, as a formula; made once for each tree, however many it stands in. */
export function formulaOf(tree: Tree, wanted = true): Formula {
  const made = formulas[wanted ? "true" : "false"];
  const known = made.get(tree);
  if (known !== undefined) return known;
  const formula = makeFormula(tree, wanted);
  made.set(tree, formula);
  return formula;
}

function makeFormula(tree: Tree, wanted: boolean): Formula {
  return visit<Formula>(tree, {
    constant: ({ value }) => (value === wanted ? TRUE : FALSE),
    condition(condition) {
      const { atom, negated } = atomOf(condition);
      return { kind: "literal", path: pathOf(condition.field), atom, wanted: wanted !== negated };
    },
    not: ({ child }) => formulaOf(child, !wanted),
    group({ kind, children }) {
      const parts = children.map((child) => formulaOf(child, wanted));
      return (kind === "and") === wanted ? all(parts) : any(parts);
    },
  });
}

/** The conjunction, without what does not matter. */
export function all(parts: readonly Formula[]): Formula {
  return combine("and", parts, TRUE, FALSE);
}

/** The disjunction, without what does not matter. */
export function any(parts: readonly Formula[]): Formula {
  return combine("or", parts, FALSE, TRUE);
}

function combine(
  kind: "and" | "or",
  parts: readonly Formula[],
  neutral: Formula,
  decisive: Formula,
): Formula {
  const kept: Formula[] = [];
  for (const part of parts) {
    if (part.kind === "constant") {
      if (part.value === (kind === "or")) return decisive;
    } else if (part.kind === kind) for (const inner of part.parts) kept.push(inner);
    else kept.push(part);
  }
  const [first, ...others] = kept;
  if (first === undefined) return neutral;
  return others.length === 0 ? first : { kind, parts: kept };
}

/** Replaces literals; a subformula in which none is replaced stays the same object. */
export function replaceLiterals(formula: Formula, replace: (literal: Literal) => Formula): Formula {
  switch (formula.kind) {
    case "constant":
      return formula;
    case "literal":
      return replace(formula);
    default: {
      const parts = formula.parts.map((part) => replaceLiterals(part, replace));
      if (parts.every((part, index) => part === formula.parts[index])) return formula;
      return formula.kind === "and" ? all(parts) : any(parts);
    }
  }
}

/** The literals of a formula, each as often as it stands there. */
export function literalsOf(formula: Formula): readonly Literal[] {
  const literals: Literal[] = [];
  const collect = (part: Formula): void => {
    if (part.kind === "literal") literals.push(part);
    else if (part.kind !== "constant") for (const inner of part.parts) collect(inner);
  };
  collect(formula);
  return literals;
}
