import type { Tree } from "../../tree/tree.js";
import { Budget } from "../budget.js";
import { CanonicalForms } from "../formula/canonical-form.js";
import { fieldDomain } from "../value-classes/field-classes.js";
import { remembered } from "../value-classes/remembered.js";
import { classifyValues } from "../value-classes/value-classes.js";
import type { Answer } from "./answer.js";
import { Question } from "./question.js";

export type { Answer } from "./answer.js";

/** How much a question may cost; what costs more is answered by `unknown`. */
export interface AnalysisOptions {
  /** How many classes of texts the patterns and orders on one field may make; 5,000 if not given. */
  readonly classes?: number | undefined;
  /** How many steps may be taken: each tests one value by one condition, about; 2,000,000 if not given. */
  readonly steps?: number | undefined;
}

const DEFAULT_CLASSES = 5_000;
const DEFAULT_STEPS = 2_000_000;
/** So many domains are remembered. */
const MOST_DOMAINS = 2_000;

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
  // Relative dates make a domain for each time of the clock that is tried: not all are kept.
  const domainOf = remembered(
    (atoms, budget: Budget) => fieldDomain(classifyValues(atoms, { classes, budget }), budget),
    MOST_DOMAINS,
  );
  const tools = { domainOf, forms: new CanonicalForms() };
  return { findContext: (tree) => new Question(tree, tools, new Budget(steps)).answer() };
}

function checkBudget(name: string, value: unknown): void {
  if (Number.isSafeInteger(value) && Number(value) > 0) return;
  throw new TypeError(`${name}: found ${String(value)}; expected a positive whole number`);
}
