import type { Tree } from "../conditions/tree.js";
import type { ConditionContext } from "../context.js";
import { usesClock } from "../evaluate/clock.js";
import { compileTree, type Predicate } from "../evaluate/predicate.js";
import type { Atom } from "./atoms.js";
import { buildContext, type Placement } from "./build-context.js";
import { clockTimes, formulaAt, hasClock, USUAL_TIME } from "./clock-times.js";
import { type FieldDomain, fieldDomain, sampleDomain } from "./domain-state.js";
import {
  type FieldPath,
  type Formula,
  formulaOf,
  type Literal,
  literalsOf,
  pathOfSteps,
  replaceLiterals,
} from "./formula.js";
import { guessContext } from "./guess-context.js";
import { type Case, casesOf } from "./overlaps.js";
import { type Assignment, Budget, OutOfBudget, Search, type Variable } from "./search.js";
import { classifyValues } from "./value-classes.js";

/** Whether a context passes some conditions, and which. */
export type Answer =
  | {
      readonly verdict: "found";
      /** A context in which the engine says that the conditions pass. */
      readonly context: ConditionContext;
    }
  /** Proved: there is no such context. */
  | { readonly verdict: "none" }
  | { readonly verdict: "unknown"; readonly because: string };

/** How much a question may cost; what costs more is answered by `unknown`. */
export interface AnalysisOptions {
  /** How many classes of texts the patterns and orders on one field may make; 5,000 if not given. */
  readonly classes?: number | undefined;
  /** How many steps the search may take; 1,000,000 if not given. */
  readonly steps?: number | undefined;
}

const NOW = pathOfSteps(["now"]);

const DEFAULT_CLASSES = 5_000;
const DEFAULT_STEPS = 1_000_000;

/** Answers questions about trees, and remembers what they have in common. */
export interface Solver {
  /**
   * Looks for a context that passes.
   *
   * @param tree - from a parser, or put together from such
   */
  findContext(tree: Tree): Answer;
}

/**
 * Makes a solver for many questions about one rule set: the classes of a field's values are worked
 * out once for each set of conditions that trees put on it.
 *
 * @param options - the budgets of each question
 * @throws TypeError on a budget that is no positive whole number
 */
export function createSolver(options: AnalysisOptions = {}): Solver {
  const { classes = DEFAULT_CLASSES, steps = DEFAULT_STEPS } = options;
  checkBudget("classes", classes);
  checkBudget("steps", steps);
  const domains = new Map<string, FieldDomain>();
  const domainOf = (atoms: readonly Atom[]): FieldDomain => {
    const key = atoms.map((atom) => atom.key).join("\n");
    const known = domains.get(key);
    if (known !== undefined) return known;
    const domain = fieldDomain(classifyValues(atoms, classes));
    domains.set(key, domain);
    return domain;
  };
  return { findContext: (tree) => new Question(tree, domainOf, new Budget(steps)).answer() };
}

function checkBudget(name: string, value: unknown): void {
  if (Number.isSafeInteger(value) && Number(value) > 0) return;
  throw new TypeError(`${name}: found ${String(value)}; expected a positive whole number`);
}

/**
 * Looks for a context that passes. For many questions about the same conditions make a solver.
 *
 * @param tree - from a parser, or put together from such
 * @param options - budgets
 */
export function findContext(tree: Tree, options?: AnalysisOptions): Answer {
  return createSolver(options).findContext(tree);
}

type DomainOf = (atoms: readonly Atom[]) => FieldDomain;

class Question {
  readonly #tree: Tree;
  readonly #domainOf: DomainOf;
  readonly #budget: Budget;
  #doubt: string | undefined;

  constructor(tree: Tree, domainOf: DomainOf, budget: Budget) {
    this.#tree = tree;
    this.#domainOf = domainOf;
    this.#budget = budget;
  }

  answer(): Answer {
    try {
      return this.#search();
    } catch (error) {
      if (error instanceof OutOfBudget) {
        return { verdict: "unknown", because: "the search took more steps than its budget" };
      }
      throw error;
    }
  }

  #search(): Answer {
    const formula = withFree(formulaOf(this.#tree), ({ opaque }) => opaque !== undefined);
    const context = hasClock(formula) ? this.#searchTimes(formula) : this.#searchCases(formula, []);
    if (context !== undefined) return { verdict: "found", context };
    if (this.#doubt !== undefined) {
      const guess = this.#guess();
      if (guess !== undefined) return { verdict: "found", context: guess };
    }
    return this.#doubt === undefined
      ? { verdict: "none" }
      : { verdict: "unknown", because: this.#doubt };
  }

  /** What cannot be decided may still be found by trying. */
  #guess(): ConditionContext | undefined {
    const now = usesClock(this.#tree) ? new Date(USUAL_TIME) : undefined;
    return guessContext(this.#tree, now, () => this.#budget.spend());
  }

  #searchTimes(formula: Formula): ConditionContext | undefined {
    const { times, isComplete } = clockTimes(formula);
    for (const time of times) {
      const now = { path: NOW, content: { value: new Date(time) } };
      const context = this.#searchCases(formulaAt(formula, time), [now]);
      if (context !== undefined) return context;
    }
    if (isComplete) return undefined;
    return this.#searchCases(
      withFree(formula, ({ clock }) => clock !== undefined),
      [],
    );
  }

  #searchCases(formula: Formula, fixed: readonly Placement[]): ConditionContext | undefined {
    const whole: Case = { formula, shapes: new Map(), withoutLists: new Set() };
    const doubt = (because: string) => {
      this.#doubt ??= because;
    };
    for (const one of casesOf(whole, (_path, atoms) => this.#domainOf(atoms), doubt)) {
      this.#budget.spend();
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
    const samples = this.#variablesOf(formula, withoutLists, sampleDomain);
    const sampled = new Search(samples, this.#budget).findWitness(formula);
    const variables =
      sampled === undefined ? this.#variablesOf(formula, withoutLists, this.#domainOf) : samples;
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

  #variablesOf(
    formula: Formula,
    withoutLists: ReadonlySet<string>,
    domainOf: DomainOf,
  ): Map<string, Variable> {
    const fields = new Map<string, { path: FieldPath; atoms: Map<string, Atom> }>();
    for (const { path, atom } of literalsOf(formula)) {
      const field = fields.get(path.key) ?? { path, atoms: new Map<string, Atom>() };
      fields.set(path.key, field);
      field.atoms.set(atom.key, atom);
    }
    const variables = new Map<string, Variable>();
    for (const [key, { path, atoms }] of fields) {
      const sorted = [...atoms.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
      const [first] = sorted;
      if (first !== undefined && isFree(path)) {
        variables.set(key, { path, domain: freeDomain(first), withLists: false });
      } else {
        const domain = domainOf(sorted);
        variables.set(key, { path, domain, withLists: !withoutLists.has(key) });
      }
    }
    return variables;
  }
}

function* placementsOf(found: Assignment, shapes: Case["shapes"]): Generator<Placement> {
  for (const { path, shape } of shapes.values()) yield { path, content: { shape } };
  for (const { path, value } of found.values()) yield { path, content: { value } };
}

/** Moves atoms that a field's value alone does not decide to places of their own. */
function withFree(formula: Formula, moves: (atom: Atom) => boolean): Formula {
  return replaceLiterals(formula, (literal) =>
    moves(literal.atom) ? { ...literal, path: freePath(literal) } : literal,
  );
}

function freePath({ path, atom }: Literal): FieldPath {
  return pathOfSteps([FREE, path.key, atom.key]);
}

/** No source has an empty name. */
const FREE = "";

function isFree({ steps }: FieldPath): boolean {
  return steps[0] === FREE;
}

/** A domain in which an atom is true or false, and no value is known for either. */
function freeDomain(atom: Atom): FieldDomain {
  const doubt = atom.opaque ?? "how long a month or a year is depends on the clock";
  return {
    place: new Map([[atom.key, 0]]),
    size: 2,
    witness: () => undefined,
    alone: (index) => (index === 0 ? 0 : 1),
    listed: () => undefined,
    isUniversal: () => false,
    isTrueOfEmptyList: () => false,
    doubt,
  };
}

const predicates = new WeakMap<Tree, Predicate>();

/** What `compileTree` decides of a tree, without compiling anew what trees have in common. */
function passes(tree: Tree, context: ConditionContext): boolean {
  switch (tree.kind) {
    case "constant":
      return tree.value;
    case "not":
      return !passes(tree.child, context);
    case "and":
      return tree.children.every((child) => passes(child, context));
    case "or":
      return tree.children.some((child) => passes(child, context));
    case "condition":
    case "foreign": {
      const predicate = predicates.get(tree) ?? compileTree(tree);
      predicates.set(tree, predicate);
      return predicate(context);
    }
  }
}
