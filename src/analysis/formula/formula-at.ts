import { type Formula, literalsOf, replaceLiterals } from "./formula.js";

/** Whether anything in a formula depends on the clock. */
export function hasClock(formula: Formula): boolean {
  return literalsOf(formula).some(({ atom }) => atom.clock !== undefined);
}

/** A formula at one time of the clock. */
export function formulaAt(formula: Formula, now: number): Formula {
  return replaceLiterals(formula, (literal) =>
    literal.atom.clock === undefined ? literal : { ...literal, atom: literal.atom.clock.at(now) },
  );
}
