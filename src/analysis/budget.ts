/** Counts the steps of a search, over all its parts. */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** @throws OutOfBudget when there is none left */
  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfBudget();
  }
}

/** Ends a search; whoever set the budget catches it. */
export class OutOfBudget extends Error {}
