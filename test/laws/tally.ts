import { expect } from "@jest/globals";

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

  /** Prints the share of yes, and fails where it is so small or large that the law says little. */
  expectShareBetween(low: number, high: number): void {
    const all = this.#yes + this.#no;
    const share = this.#yes / all;
    process.stdout.write(`laws: ${this.#name}: ${(share * 100).toFixed(1)}% of ${all}\n`);
    expect(share).toBeGreaterThan(low);
    expect(share).toBeLessThan(high);
  }
}
