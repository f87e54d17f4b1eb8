import type { Atom } from "./atoms.js";
import { MAYBE, type Truth, type ValueClass } from "./value-class.js";

/** Collects classes, those with a witness before those without, and each once. */
export class Collector {
  readonly #atoms: readonly Atom[];
  readonly #classes = new Map<string, ValueClass>();

  constructor(atoms: readonly Atom[]) {
    this.#atoms = atoms;
  }

  get classes(): readonly ValueClass[] {
    const all = [...this.#classes.values()];
    return [
      ...all.filter(({ witness }) => witness !== undefined),
      ...all.filter(({ witness }) => witness === undefined),
    ];
  }

  add(value: unknown, isPlain = true): void {
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
    const alone = this.#atoms.map(({ test }, index) => truth(test(singles[index])));
    const listed = this.#atoms.map(({ test }, index) => truth(test([elements[index]])));
    const key = `${alone.join("")} ${listed.join("")}`;
    if (this.#classes.has(key)) return false;
    this.#classes.set(key, { witness: undefined, alone, listed });
    return true;
  }

  addUnknown(): void {
    const maybe = this.#atoms.map((): Truth => MAYBE);
    this.#classes.set("unknown", { witness: undefined, alone: maybe, listed: maybe });
  }
}

function truth(value: boolean): Truth {
  return value ? 1 : 0;
}
