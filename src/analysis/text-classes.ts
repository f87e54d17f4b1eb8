import type { Automaton } from "./automaton.js";
import type { Budget } from "./budget.js";
import { constantsAutomaton } from "./constants-automaton.js";
import { dateAutomaton, isDateState } from "./date-automaton.js";
import { decimalAutomaton, isDecimalState } from "./decimal-automaton.js";
import { patternAutomaton } from "./pattern-automaton.js";
import { type CharacterClass, characterClasses, type TextShape } from "./symbols.js";
import type { ClassLimits } from "./value-class.js";

/** The texts that no atom tells apart by their characters. */
export interface TextClass {
  /** The shortest of them. */
  readonly witness: string;
  /** Whether they spell numbers, or have the form of dates, where that matters. */
  readonly form: "plain" | "decimal" | "date";
  /** All of them, where they are few and spell something. */
  readonly members: readonly string[] | undefined;
}

interface State {
  /** The state of each automaton. */
  readonly parts: readonly number[];
  readonly witness: string;
  readonly from: { readonly state: number; readonly characters: CharacterClass }[];
}

/** More members than this are taken for infinitely many. */
const FEW = 64;
/** Members longer than this are not looked for: finding them recurses for each character. */
const LONGEST_MEMBER = 1000;
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

/** An automaton whose states have numbers and whose steps are looked up once taken. */
class Table {
  readonly #budget: Budget;
  readonly #automaton: Automaton;
  readonly #characters: readonly CharacterClass[];
  readonly #names: string[];
  readonly #places: Map<string, number>;
  readonly #steps: (number | undefined)[] = [];

  constructor(automaton: Automaton, characters: readonly CharacterClass[], budget: Budget) {
    this.#budget = budget;
    this.#automaton = automaton;
    this.#characters = characters;
    this.#names = [automaton.start];
    this.#places = new Map([[automaton.start, 0]]);
  }

  nameOf(state: number): string {
    return this.#names[state] ?? this.#automaton.start;
  }

  next(state: number, character: number): number {
    const at = state * this.#characters.length + character;
    const known = this.#steps[at];
    if (known !== undefined) return known;
    this.#budget.spend(this.#automaton.cost);
    const text = this.#characters[character]?.text ?? "";
    const reached = this.#placeOf(this.#automaton.next(this.nameOf(state), text));
    this.#steps[at] = reached;
    return reached;
  }

  #placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
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

/** Finds the texts that lead to a state, where there is no cycle on the way and no open class. */
function memberFinder(states: readonly State[]): (place: number) => readonly string[] | undefined {
  const known = new Map<number, readonly string[] | undefined>();
  const open = new Set<number>();
  const find = (place: number): readonly string[] | undefined => {
    // What is met on the way to itself is on a cycle, and so is all between.
    if (open.has(place) || open.size > LONGEST_MEMBER) return undefined;
    if (known.has(place)) return known.get(place);
    open.add(place);
    const members = collect(place);
    open.delete(place);
    known.set(place, members);
    return members;
  };
  const collect = (place: number): readonly string[] | undefined => {
    const members: string[] = place === 0 ? [""] : [];
    for (const { state, characters } of states[place]?.from ?? []) {
      const before = characters.members && find(state);
      if (characters.members === undefined || before === undefined) return undefined;
      if (members.length + before.length * characters.members.length > FEW) return undefined;
      for (const text of before) {
        for (const character of characters.members) members.push(text + character);
      }
    }
    return members;
  };
  return find;
}
