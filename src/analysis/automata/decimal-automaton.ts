import type { Automaton } from "./automaton.js";

const DECIMAL: { readonly [state: string]: (kind: string) => string } = {
  start: (kind) => ({ space: "start", sign: "signed", digit: "whole", dot: "dot" })[kind] ?? "none",
  signed: (kind) => ({ digit: "whole", dot: "dot" })[kind] ?? "none",
  whole: (kind) => ({ digit: "whole", dot: "fraction", e: "e", space: "after" })[kind] ?? "none",
  dot: (kind) => ({ digit: "fraction" })[kind] ?? "none",
  fraction: (kind) => ({ digit: "fraction", e: "e", space: "after" })[kind] ?? "none",
  e: (kind) => ({ sign: "e sign", digit: "exponent" })[kind] ?? "none",
  "e sign": (kind) => ({ digit: "exponent" })[kind] ?? "none",
  exponent: (kind) => ({ digit: "exponent", space: "after" })[kind] ?? "none",
  after: (kind) => ({ space: "after" })[kind] ?? "none",
};

const DECIMAL_STATES: ReadonlySet<string> = new Set(["whole", "fraction", "exponent", "after"]);

/** Whether a text that ends in a state of {@link decimalAutomaton} is a decimal literal. */
export function isDecimalState(state: string): boolean {
  return DECIMAL_STATES.has(state);
}

/** Recognizes decimal literals, with white space around. */
export const decimalAutomaton: Automaton = {
  start: "start",
  cost: 1,
  next: (state, character) => DECIMAL[state]?.(kindOf(character)) ?? "none",
};

function kindOf(character: string): string {
  if (character >= "0" && character <= "9") return "digit";
  if (character === "+" || character === "-") return "sign";
  if (character === ".") return "dot";
  if (character === "e" || character === "E") return "e";
  return character.trim() === "" ? "space" : "other";
}
