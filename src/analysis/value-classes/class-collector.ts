import { type Budget, CHARACTERS_PER_STEP } from "../budget.js";
import type { Atom } from "../formula/atom.js";
import { MAYBE, type Truth, type ValueClass } from "./value-class.js";

/** How many characters a character of a text may be compared with: at worst all of a pattern's. */
export function costOfCharacter({ pattern }: Atom): number {
  return 1 + (pattern?.pattern.length ?? 0);
}

/** Collects classes, those with a witness before those without, and each once. */
export class Collector {
  readonly #atoms: readonly Atom[];
  readonly #budget: Budget;
  readonly #classes = new Map<string, ValueClass>();
  /** How many characters of patterns each character of a text may be compared with. */
  readonly #patternLength: number;

  constructor(atoms: readonly Atom[], budget: Budget) {
    this.#atoms = atoms;
    this.#budget = budget;
    this.#patternLength = atoms.reduce((sum, atom) => sum + costOfCharacter(atom), 0);
  }

  get classes(): readonly ValueClass[] {
    const all = [...this.#classes.values()];
    return [
      ...all.filter(({ witness }) => witness !== undefined),
      ...all.filter(({ witness }) => witness === undefined),
    ];
  }

  add(value: unknown, isPlain = true): void {
    this.#spendOn(value);
    const alone = this.#atoms.map(({ test }) => truth(test(value)));
    const listed = this.#atoms.map(({ test }) => truth(test([value])));
    const key = `${alone.join("")} ${listed.join("")}`;
    if (this.#classes.get(key)?.witness !== undefined) return;
    this.#classes.set(key, { witness: { value, isPlain }, alone, listed });
  }

  /** The bigint that prints as a text, where there is one. */
  addBigint(text: string): void {
    if (/^(?:0|-?[1-9]\d*)$/.test(text)) this.add(BigInt(text), false);
  }

  addPair(singles: readonly unknown[], elements: readonly unknown[]): boolean {
    this.#spendOn(undefined);
    const alone = this.#atoms.map(({ test }, index) => truth(test(singles[index])));
    const listed = this.#atoms.map(({ test }, index) => truth(test([elements[index]])));
    const key = `${alone.join("")} ${listed.join("")}`;
    if (this.#classes.has(key)) return false;
    this.#classes.set(key, { witness: undefined, alone, listed });
    return true;
  }

  #spendOn(value: unknown): void {
    const length = typeof value === "string" ? value.length : 0;
    this.#budget.spendPart(length * this.#patternLength, CHARACTERS_PER_STEP);
    this.#budget.spend(2 * this.#atoms.length);
  }

  addUnknown(): void {
    const maybe = this.#atoms.map((): Truth => MAYBE);
    this.#classes.set("unknown", { witness: undefined, alone: maybe, listed: maybe });
  }
}

function truth(value: boolean): Truth {
  return value ? 1 : 0;
}
