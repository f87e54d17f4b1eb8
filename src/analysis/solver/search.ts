import { type Budget, OutOfBudget } from "../budget.js";
import type { FieldPath } from "../formula/field-path.js";
import type { Formula, Literal } from "../formula/formula.js";
import { simplify } from "../formula/simplify.js";
import { placeOf } from "../value-classes/field-classes.js";
import { assertAtom, canAssert, type FieldState, initialState, narrowedTo } from "./field-state.js";
import { pickValue, plainSingle } from "./pick-value.js";
import type { Variable } from "./variables.js";

/** Values for fields, by the key of their path. */
export type Assignment = ReadonlyMap<string, { readonly path: FieldPath; readonly value: unknown }>;

const DEEPEST = 1000;
/** So many classes are put into a state, and states copied, in one step. */
const CLASSES_PER_STEP = 16;
const STATES_PER_STEP = 4;

type States = ReadonlyMap<string, FieldState>;

/**
 * Looks for values of fields that do not overlap under which a formula is true: a tableau. A
 * conjunction asserts each of its parts, a disjunction one after the other; asserting a literal keeps
 * of its field what agrees. Since fields are independent, values are left for all of them as soon as
 * some are left for each. Disjunctions wait until nothing else is to be asserted, those with the
 * fewest alternatives go first, and alternatives that nothing is left for are dropped at once.
 */
export class Search {
  readonly #variables: ReadonlyMap<string, Variable>;
  readonly #budget: Budget;

  constructor(variables: ReadonlyMap<string, Variable>, budget: Budget) {
    this.#variables = variables;
    this.#budget = budget;
  }

  /** Values with a witness under which the formula is true; `undefined` where there are none. */
  findWitness(formula: Formula): Assignment | undefined {
    const states = this.#solve(this.#initial(false), [formula], 0);
    if (states === undefined) return undefined;
    const values = new Map<string, { path: FieldPath; value: unknown }>();
    for (const [key, { path, domain }] of this.#variables) {
      const state = states.get(key);
      if (state !== undefined) values.set(key, { path, value: pickValue(domain, state) });
    }
    return values;
  }

  /** Whether values may make it true, those among them that may not exist. */
  mayBeTrue(formula: Formula): boolean {
    return this.#solve(this.#initial(true), [formula], 0) !== undefined;
  }

  #initial(isProof: boolean): States {
    return new Map(
      [...this.#variables].map(([key, { domain, withLists }]) => {
        this.#budget.spendPart(domain.size, CLASSES_PER_STEP);
        return [key, initialState(domain, withLists, isProof)];
      }),
    );
  }

  #solve(before: States, formulas: readonly Formula[], depth: number): States | undefined {
    // Past this the stack could end before the budget does.
    if (depth > DEEPEST) throw new OutOfBudget(`the search nests deeper than ${DEEPEST}`);
    this.#budget.spendPart(before.size + formulas.length, STATES_PER_STEP);
    const states = new Map(before);
    let open: Formula[] = [];
    const assert = (formula: Formula): boolean => {
      switch (formula.kind) {
        case "constant":
          return formula.value;
        case "and":
          return formula.parts.every(assert);
        case "or":
          open.push(formula);
          return true;
        case "literal": {
          const state = this.#assertLiteral(states, formula);
          if (state === undefined) return false;
          states.set(formula.path.key, state);
          return true;
        }
      }
    };
    if (!formulas.every(assert)) return undefined;
    for (let isSettled = false; !isSettled; ) {
      isSettled = true;
      const waiting = open;
      open = [];
      for (const formula of waiting) {
        this.#budget.spend();
        const left = simplify(formula, (literal, wanted) => this.#canBe(states, literal, wanted));
        if (left.kind === "or") open.push(left);
        else {
          if (!assert(left)) return undefined;
          isSettled = isSettled && left.kind === "constant";
        }
      }
    }
    return this.#settle(states, open) ?? this.#branch(states, open, depth);
  }

  /** The first value left of each field, where these make true what is open. */
  #settle(states: States, open: readonly Formula[]): States | undefined {
    const settled = new Map(states);
    const isTrue = (formula: Formula): boolean => {
      switch (formula.kind) {
        case "constant":
          return formula.value;
        case "and":
          return formula.parts.every(isTrue);
        case "or":
          return formula.parts.some(isTrue);
        case "literal": {
          const { path, atom, wanted } = formula;
          const domain = this.#variables.get(path.key)?.domain;
          const state = settled.get(path.key);
          this.#budget.spend();
          const single = domain && state && plainSingle(domain, state);
          if (domain === undefined || state === undefined || single === undefined) return false;
          if (domain.alone(single, placeOf(domain, atom)) !== (wanted ? 1 : 0)) return false;
          settled.set(path.key, narrowedTo(state, single));
          return true;
        }
      }
    };
    return open.every(isTrue) ? settled : undefined;
  }

  #branch(states: States, open: readonly Formula[], depth: number): States | undefined {
    let chosen: Formula | undefined;
    for (const formula of open) {
      if (chosen === undefined || widthOf(formula) < widthOf(chosen)) chosen = formula;
    }
    if (chosen === undefined) return states;
    if (chosen.kind !== "or") return undefined;
    const others = open.filter((formula) => formula !== chosen);
    for (const alternative of chosen.parts) {
      const found = this.#solve(states, [alternative, ...others], depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #canBe(states: States, { path, atom }: Literal, wanted: boolean): boolean {
    const state = states.get(path.key);
    const domain = this.#variables.get(path.key)?.domain;
    if (state === undefined || domain === undefined) return false;
    this.#budget.spend();
    return canAssert(domain, state, placeOf(domain, atom), wanted, this.#budget);
  }

  #assertLiteral(states: States, { path, atom, wanted }: Literal): FieldState | undefined {
    const state = states.get(path.key);
    const domain = this.#variables.get(path.key)?.domain;
    if (state === undefined || domain === undefined) return undefined;
    this.#budget.spend();
    return assertAtom(domain, state, placeOf(domain, atom), wanted, this.#budget);
  }
}

function widthOf(formula: Formula): number {
  return formula.kind === "or" ? formula.parts.length : 0;
}
