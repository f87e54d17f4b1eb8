import { FALSE, type Formula, type Literal, TRUE } from "./formula.js";

/**
 * Leaves out of a formula what can no longer be true, and what can no longer be false.
 *
 * @param canBe - whether the atom of a literal can still be true, or false
 */
export function simplify(
  formula: Formula,
  canBe: (literal: Literal, wanted: boolean) => boolean,
): Formula {
  switch (formula.kind) {
    case "constant":
      return formula;
    case "literal": {
      if (!canBe(formula, formula.wanted)) return FALSE;
      return canBe(formula, !formula.wanted) ? formula : TRUE;
    }
    default: {
      const isOr = formula.kind === "or";
      const kept: Formula[] = [];
      for (const part of formula.parts) {
        const left = simplify(part, canBe);
        if (left.kind !== "constant") kept.push(left);
        else if (left.value === isOr) return left;
      }
      const [first, ...others] = kept;
      if (first === undefined) return isOr ? FALSE : TRUE;
      return others.length === 0 ? first : { kind: formula.kind, parts: kept };
    }
  }
}
