/**
 * A deterministic automaton over characters. What matters of it is only which texts it keeps apart:
 * whatever is asked of two texts that end in the same state has the same answer.
 */
export interface Automaton {
  readonly start: string;
  next(state: string, character: string): string;
}

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

type Token = "any" | "one" | { readonly literal: string };

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
    next: (state, character) =>
      folds ? [...character.toLowerCase()].reduce(step, state) : step(state, character),
  };
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  let isEscaped = false;
  for (const character of pattern) {
    if (isEscaped || !"%_\\".includes(character)) tokens.push({ literal: character });
    else if (character === "%") tokens.push("any");
    else if (character === "_") tokens.push("one");
    isEscaped = !isEscaped && character === "\\";
  }
  return tokens;
}

/** The text that a pattern without wildcards stands for; `undefined` where it has one. */
export function literalOf(pattern: string): string | undefined {
  let literal = "";
  for (const token of tokensOf(pattern)) {
    if (typeof token === "string") return undefined;
    literal += token.literal;
  }
  return literal;
}

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
  next: (state, character) => DECIMAL[state]?.(kindOf(character)) ?? "none",
};

function kindOf(character: string): string {
  if (character >= "0" && character <= "9") return "digit";
  if (character === "+" || character === "-") return "sign";
  if (character === ".") return "dot";
  if (character === "e" || character === "E") return "e";
  return character.trim() === "" ? "space" : "other";
}

const DAY = "dddd-dd-dd";
const ZONES = ["", "Z", "sdd", "sdddd", "sdd:dd"];
const FRACTIONS = Array.from({ length: 9 }, (_, index) => `:dd.${"d".repeat(index + 1)}`);

const PRINTED_DATE = "sdddddd-dd-ddtdd:dd:dd.dddZ";

/** The date form, and the form in which a `Date` outside the years 0 to 9999 prints. */
const DATE_PREFIXES: ReadonlySet<string> = new Set(
  [
    DAY,
    ...["", ":dd", ...FRACTIONS].flatMap((seconds) => `${DAY}tdd:dd${seconds}`),
    PRINTED_DATE,
  ].flatMap(prefixesOf),
);
const ZONE_PREFIXES: ReadonlySet<string> = new Set(ZONES.flatMap(prefixesOf));

function prefixesOf(text: string): readonly string[] {
  return Array.from({ length: text.length + 1 }, (_, end) => text.slice(0, end));
}

/** Where a zone may follow: after the minutes, the seconds or a digit of their fraction. */
const TIME = /^dddd-dd-ddtdd:dd(?::dd(?:\.d{1,9})?)?$/;

const DATE_STATE = /^(?:dddd-dd-dd(?:tdd:dd(?::dd(?:\.d{1,9})?)?)?|zone (?:Z|sdd|sdddd|sdd:dd))$/;

/** Whether a text that ends in a state of {@link dateAutomaton} has a form that dates have. */
export function isDateState(state: string): boolean {
  return DATE_STATE.test(state) || state === PRINTED_DATE;
}

/** Recognizes the date form; whether there is such a day it does not know. */
export const dateAutomaton: Automaton = {
  start: "",
  next: (state, character) => {
    if (state === "none") return state;
    const digit = character >= "0" && character <= "9" ? "d" : character;
    if (state.startsWith("zone ")) {
      const zone = state.slice(5) + digit;
      return ZONE_PREFIXES.has(zone) ? `zone ${zone}` : "none";
    }
    const sign = character === "+" || character === "-" ? "s" : digit;
    if (TIME.test(state) && (sign === "s" || sign === "Z")) return `zone ${sign}`;
    const part = state === "" ? sign : character === "T" || character === " " ? "t" : digit;
    return DATE_PREFIXES.has(state + part) ? state + part : "none";
  },
};
