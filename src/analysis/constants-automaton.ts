import type { Automaton } from "./automaton.js";

/** Keeps apart the constants, what begins them, and, where they are ordered, the gaps between. */
export function constantsAutomaton(
  constants: readonly string[],
  ordered: readonly string[],
): Automaton {
  const prefixes = new Set<string>();
  for (const constant of [...constants, ...ordered]) {
    let prefix = "";
    for (const character of constant) {
      prefix += character;
      prefixes.add(prefix);
    }
  }
  return {
    start: ">",
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
