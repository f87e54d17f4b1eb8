/** So many characters are compared in one step. */
export const CHARACTERS_PER_STEP = 64;

/**
 * Counts the steps of a question, over all its parts: whatever can grow with what is asked spends from
 * the one budget. A step is about what it takes to test one value by one condition.
 */
export class Budget {
  readonly #half: number;
  #left: number;

  constructor(steps: number) {
    this.#half = steps / 2;
    this.#left = steps;
  }

  get isHalfSpent(): boolean {
    return this.#left < this.#half;
  }

  /** @throws OutOfBudget when there is none left */
  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfBudget("the search took more steps than its budget");
  }

  /** Spends on work of which so many pieces make one step. */
  spendPart(pieces: number, perStep: number): void {
    this.spend(1 + Math.floor(pieces / perStep));
  }
}

/** Ends a question, and says why; whoever set the budget catches it. */
export class OutOfBudget extends Error {}

/** How much the classes of a field may take. */
export interface ClassLimits {
  /** How many classes of texts there may be; where there are more, they are not told apart. */
  readonly classes: number;
  readonly budget: Budget;
}
