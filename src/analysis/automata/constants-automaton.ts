import { CHARACTERS_PER_STEP, type ClassLimits } from "../budget.js";
import type { Automaton } from "./automaton.js";

/**
 * Keeps apart the constants, what begins them, and, where they are ordered, the gaps between.
 *
 * @returns `undefined` where that makes more classes than there may be
 */
export function constantsAutomaton(
  constants: readonly string[],
  ordered: readonly string[],
  { classes, budget }: ClassLimits,
): Automaton | undefined {
  const prefixes = new Set<string>();
  for (const constant of [...constants, ...ordered]) {
    let prefix = "";
    for (const character of constant) {
      prefix += character;
      budget.spendPart(prefix.length, CHARACTERS_PER_STEP);
      prefixes.add(prefix);
      // Each is a class of its own.
      if (prefixes.size > classes) return undefined;
    }
  }
  return {
    start: ">",
    // Where a text parts from the constants, it is compared with those that are ordered.
    cost: 1 + ordered.length,
    next: (state, character) => {
      if (!state.startsWith(">")) return state;
      const text = state.slice(1) + character;
      // Past the constants that begin it, the first character that differs decides the order.
      return prefixes.has(text)
        ? `>${text}`
        : String(ordered.reduce((count, other) => count + (other < text ? 1 : 0), 0));
    },
  };
}
