import type { ConditionContext } from "../../context.js";
import type { Tree } from "../../tree/tree.js";
import { usesClock } from "../../tree/walk.js";
import { type Budget, OutOfBudget } from "../budget.js";
import type { Atom } from "../formula/atom.js";
import type { CanonicalForms } from "../formula/canonical-form.js";
import { pathOfSteps } from "../formula/field-path.js";
import { type Formula, formulaOf } from "../formula/formula.js";
import { formulaAt, hasClock } from "../formula/formula-at.js";
import { sizeOfFormula, sizeOfTree } from "../formula/size.js";
import type { FieldDomain } from "../value-classes/field-classes.js";
import { remembered } from "../value-classes/remembered.js";
import { sampleDomain } from "../value-classes/sample-classes.js";
import type { Answer } from "./answer.js";
import { buildContext, type Placement } from "./build-context.js";
import { clockTimes, USUAL_TIME } from "./clock-times.js";
import { MOVING_DATES, withFree } from "./free-atoms.js";
import { guessContext } from "./guess-context.js";
import type { OnDoubt } from "./list-lengths.js";
import { type Case, casesOf } from "./overlaps.js";
import { passes } from "./passes.js";
import { type Assignment, Search } from "./search.js";
import { type DomainOf, variablesOf } from "./variables.js";

/** How many times a formula is walked through, about, before a search has begun. */
const WALKS = 4;

const NOW = pathOfSteps(["now"]);

/** Gives the domain of a field by the atoms on it; what it takes comes from the budget. */
export type BudgetedDomainOf = (atoms: readonly Atom[], budget: Budget) => FieldDomain;

/** What questions of one solver share. */
export interface QuestionTools {
  readonly domainOf: BudgetedDomainOf;
  readonly forms: CanonicalForms;
}

/** One question: whether a context passes a tree. */
export class Question {
  readonly #tree: Tree;
  readonly #forms: CanonicalForms;
  readonly #domainOf: DomainOf;
  /** A question about a long list asks the same of each of its elements. */
  readonly #sampleOf: DomainOf;
  readonly #budget: Budget;
  #doubt: string | undefined;

  constructor(tree: Tree, { domainOf, forms }: QuestionTools, budget: Budget) {
    this.#tree = tree;
    this.#forms = forms;
    this.#budget = budget;
    this.#domainOf = (atoms) => domainOf(atoms, budget);
    this.#sampleOf = remembered((atoms) => sampleDomain(atoms, budget), Number.POSITIVE_INFINITY);
  }

  answer(): Answer {
    try {
      return this.#search();
    } catch (error) {
      if (error instanceof OutOfBudget) {
        return { verdict: "unknown", because: error.message };
      }
      throw error;
    }
  }

  #search(): Answer {
    this.#budget.spend(WALKS * sizeOfTree(this.#tree));
    if (this.#forms.isNever(this.#tree)) return { verdict: "none" };
    const whole = formulaOf(this.#tree);
    this.#budget.spend(WALKS * sizeOfFormula(whole));
    const formula = withFree(whole, ({ opaque }) => opaque !== undefined);
    const context = hasClock(formula) ? this.#searchTimes(formula) : this.#searchCases(formula, []);
    if (context !== undefined) return { verdict: "found", context };
    // What is in doubt about atoms may not matter.
    const canDoWithout = () => this.#isRuledOut(withFree(whole, () => true));
    if (this.#doubt === undefined || this.#attempt(canDoWithout)) return { verdict: "none" };
    const now = usesClock(this.#tree) ? new Date(USUAL_TIME) : undefined;
    // What cannot be decided may still be found by trying.
    const guess = this.#attempt(() => guessContext(this.#tree, now, this.#budget));
    return guess === undefined
      ? { verdict: "unknown", because: this.#doubt }
      : { verdict: "found", context: guess };
  }

  /** What is made with the steps that are left; nothing where they are too few. */
  #attempt<Made>(make: () => Made): Made | undefined {
    try {
      return make();
    } catch (error) {
      if (error instanceof OutOfBudget) return undefined;
      throw error;
    }
  }

  #searchTimes(formula: Formula): ConditionContext | undefined {
    const { times, isComplete } = clockTimes(formula, this.#budget);
    const [usual = USUAL_TIME, ...others] = times;
    const atUsual = this.#searchAt(formula, usual);
    if (atUsual !== undefined) return atUsual;
    const timeless = withFree(formula, ({ clock }) => clock !== undefined);
    if (this.#isRuledOut(timeless)) {
      this.#doubt = undefined;
      return undefined;
    }
    if (!isComplete) this.#doubt ??= MOVING_DATES;
    for (const time of others) {
      // What no time passes is unknown then, however many are tried; a guess needs steps as well.
      if (!isComplete && this.#budget.isHalfSpent) break;
      const context = this.#searchAt(formula, time);
      if (context !== undefined) return context;
    }
    return undefined;
  }

  #searchAt(formula: Formula, time: number): ConditionContext | undefined {
    this.#budget.spend(WALKS * sizeOfFormula(formula));
    const now = { path: NOW, content: { value: new Date(time) } };
    return this.#searchCases(formulaAt(formula, time), [now]);
  }

  /** Whether no values make a formula true, whatever becomes of the atoms that are free. */
  #isRuledOut(formula: Formula): boolean {
    let isSure = true;
    const onDoubt = () => {
      isSure = false;
    };
    for (const one of this.#casesOf(formula, onDoubt)) {
      const variables = variablesOf(one.formula, one.withoutLists, this.#domainOf);
      if (new Search(variables, this.#budget).mayBeTrue(one.formula)) return false;
    }
    return isSure;
  }

  *#casesOf(formula: Formula, onDoubt: OnDoubt): Generator<Case> {
    const whole: Case = { formula, shapes: new Map(), withoutLists: new Set() };
    const tools = { domainOf: this.#domainOf, onDoubt, budget: this.#budget };
    for (const one of casesOf(whole, tools)) {
      this.#budget.spend(WALKS * sizeOfFormula(one.formula));
      yield one;
    }
  }

  #searchCases(formula: Formula, fixed: readonly Placement[]): ConditionContext | undefined {
    const onDoubt = (because: string) => {
      this.#doubt ??= because;
    };
    for (const one of this.#casesOf(formula, onDoubt)) {
      const context = this.#decide(one, fixed);
      if (context !== undefined) return context;
    }
    return undefined;
  }

  /** The context of a case that passes; where there may be one that was not found, that is noted. */
  #decide(
    { formula, shapes, withoutLists }: Case,
    fixed: readonly Placement[],
  ): ConditionContext | undefined {
    const samples = variablesOf(formula, withoutLists, this.#sampleOf);
    const sampled = new Search(samples, this.#budget).findWitness(formula);
    const variables =
      sampled === undefined ? variablesOf(formula, withoutLists, this.#domainOf) : samples;
    const search = new Search(variables, this.#budget);
    const found = sampled ?? search.findWitness(formula);
    if (found !== undefined) {
      const context = buildContext([...placementsOf(found, shapes), ...fixed]);
      if (passes(this.#tree, context)) return context;
      this.#doubt ??= "a context was found that could not be confirmed";
      return undefined;
    }
    const doubts = [...variables.values()].flatMap(({ domain }) => domain.doubt ?? []);
    const [doubt] = doubts;
    if (doubt !== undefined && search.mayBeTrue(formula)) this.#doubt ??= doubt;
    return undefined;
  }
}

function* placementsOf(found: Assignment, shapes: Case["shapes"]): Generator<Placement> {
  for (const { path, shape } of shapes.values()) yield { path, content: { shape } };
  for (const { path, value } of found.values()) yield { path, content: { value } };
}
