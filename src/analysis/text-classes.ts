import {
  type Automaton,
  constantsAutomaton,
  dateAutomaton,
  decimalAutomaton,
  patternAutomaton,
} from "./automata.js";
import { symbolsOf, type TextShape } from "./symbols.js";

/** What a text may be read as, by its form. */
export type TextForm = "plain" | "decimal" | "date";

/** The texts that no atom tells apart by their characters. */
export interface TextClass {
  /** The shortest of them. */
  readonly witness: string;
  readonly form: TextForm;
  /** All of them, where they are few. */
  readonly members: readonly string[] | undefined;
}

interface Edge {
  readonly from: number;
  readonly text: string;
  readonly isMany: boolean;
}

/** More members than this are taken for infinitely many. */
const FEW = 64;

const DATE_FORM = /^(?:dddd-dd-dd(?:tdd:dd(?::dd(?:\.d{1,9})?)?)?|zone (?:Z|sdd|sdddd|sdd:dd))$/;
const PRINTED_DATE = "sdddddd-dd-ddtdd:dd:dd.dddZ";
const DECIMALS: ReadonlySet<string> = new Set(["whole", "fraction", "exponent", "after"]);

/**
 * Enumerates the classes of all texts: the states of the product of one automaton for each pattern,
 * one for the constants and one each for the forms of decimals and of dates, in the order of their
 * shortest texts. Two texts that end in one state have the same answer from every atom that compares
 * text, and the same form; the states that can be reached are finitely many.
 *
 * @param limit - how many there may be
 * @returns `undefined` where there are more
 */
export function textClasses(shape: TextShape, limit: number): readonly TextClass[] | undefined {
  const automata: readonly Automaton[] = [
    decimalAutomaton,
    dateAutomaton,
    constantsAutomaton([...shape.constants, "true", "false"], shape.ordered),
    ...shape.patterns.map(({ pattern, folds }) => patternAutomaton(pattern, folds)),
  ].map(memoized);
  const symbols = symbolsOf(shape);
  const start = automata.map((automaton) => automaton.start);
  const places = new Map([[start.join("\n"), 0]]);
  const states = [{ parts: start, witness: "" }];
  const edges: Edge[][] = [[]];
  for (let at = 0; at < states.length; at++) {
    const state = states[at];
    if (state === undefined) break;
    for (const { text, isMany } of symbols) {
      const parts = automata.map((automaton, index) =>
        automaton.next(state.parts[index] ?? automaton.start, text),
      );
      const key = parts.join("\n");
      let place = places.get(key);
      if (place === undefined) {
        if (states.length === limit) return undefined;
        place = states.length;
        places.set(key, place);
        states.push({ parts, witness: state.witness + text });
        edges.push([]);
      }
      edges[place]?.push({ from: at, text, isMany });
    }
  }
  return states.map(({ parts, witness }, place) => {
    const form = formOf(parts);
    return { witness, form, members: form === "plain" ? undefined : membersOf(place, edges) };
  });
}

function formOf([decimal = "", date = ""]: readonly string[]): TextForm {
  if (DECIMALS.has(decimal)) return "decimal";
  return DATE_FORM.test(date) || date === PRINTED_DATE ? "date" : "plain";
}

function memoized({ start, next }: Automaton): Automaton {
  const known = new Map<string, Map<string, string>>();
  return {
    start,
    next: (state, character) => {
      let row = known.get(state);
      if (row === undefined) known.set(state, (row = new Map()));
      let reached = row.get(character);
      if (reached === undefined) row.set(character, (reached = next(state, character)));
      return reached;
    },
  };
}

/** The texts that lead to a state, where no way there has a cycle or an unnamed character on it. */
function membersOf(place: number, edges: readonly (readonly Edge[])[]): string[] | undefined {
  const known = new Map<number, string[] | undefined>();
  const open = new Set<number>();
  const visit = (state: number): string[] | undefined => {
    if (open.has(state)) return undefined;
    if (known.has(state)) return known.get(state);
    open.add(state);
    const members: string[] | undefined = state === 0 ? [""] : [];
    let result: string[] | undefined = members;
    for (const { from, text, isMany } of edges[state] ?? []) {
      const before = isMany ? undefined : visit(from);
      if (before === undefined || members.length + before.length > FEW) {
        result = undefined;
        break;
      }
      for (const member of before) members.push(member + text);
    }
    open.delete(state);
    known.set(state, result);
    return result;
  };
  return visit(place);
}
