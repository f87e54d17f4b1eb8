/**
 * A deterministic automaton over characters. What matters of it is only which texts it keeps apart:
 * whatever is asked of two texts that end in the same state has the same answer.
 */
export interface Automaton {
  readonly start: string;
  /** How many steps of a budget one step of it takes, about. */
  readonly cost: number;
  next(state: string, character: string): string;
}
