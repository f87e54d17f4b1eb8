import type { ClassLimits } from "../budget.js";
import type { Automaton } from "./automaton.js";
import { Table } from "./automaton-table.js";
import { constantsAutomaton } from "./constants-automaton.js";
import { dateAutomaton, isDateState } from "./date-automaton.js";
import { decimalAutomaton, isDecimalState } from "./decimal-automaton.js";
import { memberFinder, type Reached, type Step } from "./member-texts.js";
import { patternAutomaton } from "./pattern-automaton.js";
import { type CharacterClass, characterClasses, type TextShape } from "./symbols.js";

/** The texts that no atom tells apart by their characters. */
export interface TextClass {
  /** The shortest of them. */
  readonly witness: string;
  /** Whether they spell numbers, or have the form of dates, where that matters. */
  readonly form: "plain" | "decimal" | "date";
  /** All of them, where they are few and spell something. */
  readonly members: readonly string[] | undefined;
}

interface State extends Reached {
  /** The state of each automaton. */
  readonly parts: readonly number[];
  readonly witness: string;
  readonly from: Step[];
}

/** Finding a class of characters looks through those of its gap. */
const SYMBOL_STEPS = 8;
/** So many automata move on in one step. */
const TABLES_PER_STEP = 2;

/**
 * Enumerates the classes of all texts: the states of the product of one automaton for each pattern,
 * one for the constants and one each for the forms of decimals and of dates, in the order of their
 * shortest texts. Two texts that end in one state have the same answer from every atom that compares
 * text, and the same form; the states that can be reached are finitely many.
 *
 * @param limits - how many there may be
 * @returns `undefined` where there are more
 */
export function textClasses(
  shape: TextShape,
  limits: ClassLimits,
): readonly TextClass[] | undefined {
  const characters = characterClasses(shape);
  limits.budget.spend(characters.length * SYMBOL_STEPS);
  const tableOf = (automaton: Automaton) => new Table(automaton, characters, limits.budget);
  const byConstants = constantsAutomaton(
    [...shape.constants, "true", "false"],
    shape.ordered,
    limits,
  );
  if (byConstants === undefined) return undefined;
  const decimals = shape.hasNumbers ? tableOf(decimalAutomaton) : undefined;
  const dates = shape.hasDates ? tableOf(dateAutomaton) : undefined;
  const tables = [
    tableOf(byConstants),
    ...shape.patterns.map(({ pattern, folds }) => tableOf(patternAutomaton(pattern, folds))),
    ...(decimals ? [decimals] : []),
    ...(dates ? [dates] : []),
  ];
  const states = reach(tables, characters, limits);
  if (states === undefined) return undefined;
  const membersOf = memberFinder(states);
  return states.map(({ parts, witness }, place) => {
    const isIn = (table: Table | undefined, accepts: (name: string) => boolean) =>
      table !== undefined && accepts(table.nameOf(parts[tables.indexOf(table)] ?? 0));
    if (isIn(decimals, isDecimalState)) {
      return { witness, form: "decimal", members: membersOf(place) };
    }
    if (isIn(dates, isDateState)) return { witness, form: "date", members: membersOf(place) };
    return { witness, form: "plain", members: undefined };
  });
}

/** The states of the product, breadth first, so that the first text to reach one is a shortest. */
function reach(
  tables: readonly Table[],
  characters: readonly CharacterClass[],
  { classes, budget }: ClassLimits,
): readonly State[] | undefined {
  const first: State = { parts: tables.map(() => 0), witness: "", from: [] };
  const states = [first];
  const places = new Map([[first.parts.join(), 0]]);
  for (let at = 0; at < states.length; at++) {
    const state = states[at] ?? first;
    for (let character = 0; character < characters.length; character++) {
      const by = characters[character];
      if (by === undefined) continue;
      budget.spendPart(tables.length, TABLES_PER_STEP);
      const parts = tables.map((table, index) => table.next(state.parts[index] ?? 0, character));
      const key = parts.join();
      const known = places.get(key);
      if (known !== undefined) {
        states[known]?.from.push({ state: at, characters: by });
        continue;
      }
      if (states.length === classes) return undefined;
      places.set(key, states.length);
      const from = [{ state: at, characters: by }];
      states.push({ parts, witness: state.witness + by.text, from });
    }
  }
  return states;
}
