import { tokensOf } from "../../operators/pattern-tokens.js";
import type { Automaton } from "./automaton.js";

/** So many places of a pattern are looked at in one step of a budget. */
const PLACES_PER_STEP = 16;

/** Follows a pattern of `LIKE`: its state is the set of places in the pattern that may be reached. */
export function patternAutomaton(pattern: string, folds: boolean): Automaton {
  const tokens = tokensOf(pattern);
  const close = (places: Iterable<number>): string => {
    const closed = new Set<number>();
    for (let place of places) {
      closed.add(place);
      while (tokens[place] === "any") closed.add(++place);
    }
    return [...closed].sort((a, b) => a - b).join(",");
  };
  const step = (state: string, character: string): string => {
    if (state === "") return state;
    const reached: number[] = [];
    for (const text of state.split(",")) {
      const place = Number(text);
      const token = tokens[place];
      if (token === undefined) continue;
      if (token === "any") reached.push(place);
      else if (token === "one" || token.literal === character) reached.push(place + 1);
    }
    return close(reached);
  };
  return {
    start: close([0]),
    // Each place of the pattern may be reached, and is written down in the state.
    cost: 1 + Math.floor(tokens.length / PLACES_PER_STEP),
    next: (state, character) =>
      folds ? [...character.toLowerCase()].reduce(step, state) : step(state, character),
  };
}
