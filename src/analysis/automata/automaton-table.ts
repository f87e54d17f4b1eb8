import type { Budget } from "../budget.js";
import type { Automaton } from "./automaton.js";
import type { CharacterClass } from "./symbols.js";

/** An automaton whose states have numbers and whose steps are looked up once taken. */
export class Table {
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
