import { tokensOf } from "../../operators/pattern-tokens.js";
import type { Automaton } from "./automaton.js";

/** So many positions of a pattern are looked at in one step of a budget. */
const POSITIONS_PER_STEP = 16;

/** Follows a pattern of `LIKE`: its state is the set of positions in the pattern that may be reached. */
export function patternAutomaton(pattern: string, folds: boolean): Automaton {
  const tokens = tokensOf(pattern);
  const close = (positions: Iterable<number>): string => {
    const closed = new Set<number>();
    for (let position of positions) {
      closed.add(position);
      while (tokens[position] === "any") closed.add(++position);
    }
    return [...closed].sort((a, b) => a - b).join(",");
  };
  const step = (state: string, character: string): string => {
    if (state === "") return state;
    const reached: number[] = [];
    for (const text of state.split(",")) {
      const position = Number(text);
      const token = tokens[position];
      if (token === undefined) continue;
      if (token === "any") reached.push(position);
      else if (token === "one" || token.literal === character) reached.push(position + 1);
    }
    return close(reached);
  };
  return {
    start: close([0]),
    // Each position of the pattern may be reached, and is written down in the state.
    cost: 1 + Math.floor(tokens.length / POSITIONS_PER_STEP),
    next: (state, character) =>
      folds ? [...character.toLowerCase()].reduce(step, state) : step(state, character),
  };
}
