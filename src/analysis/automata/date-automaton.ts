import type { Automaton } from "./automaton.js";

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
  cost: 1,
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
