import { expect } from "@jest/globals";

/** So many standard deviations are left to chance: no seed may turn a law red that holds. */
const DEVIATIONS = 4;

/** How far chance takes a share that is really `bound`, among `all` cases, binomially. */
function chance(bound: number, all: number): number {
  return DEVIATIONS * Math.sqrt(Math.max(bound * (1 - bound), 0) / all);
}

/** Counts yes and no, so that a law can show that it saw enough of both. */
export class Tally {
  readonly #name: string;
  #yes = 0;
  #no = 0;

  constructor(name: string) {
    this.#name = name;
  }

  add(isYes: boolean): void {
    if (isYes) this.#yes += 1;
    else this.#no += 1;
  }

  /**
   * Prints the share of yes, and fails where it is so small or large that the law says little, and
   * more so than chance explains.
   */
  expectShareBetween(low: number, high: number): void {
    const all = this.#yes + this.#no;
    const share = this.#yes / all;
    process.stdout.write(`laws: ${this.#name}: ${(share * 100).toFixed(1)}% of ${all}\n`);
    expect(share).toBeGreaterThan(low - chance(low, all));
    expect(share).toBeLessThan(high + chance(high, all));
  }
}
