/** Numbers that look random and follow from the first: a generator of 32 bits, after Steele's SplitMix. */
function* numbersFrom(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    yield (mixed ^ (mixed >>> 15)) >>> 0;
  }
}

/** One file of tests, run with one seed. */
export interface Search {
  readonly file: string;
  readonly seed: number;
}

/**
 * Searches without an end: in each round every file once, with the round's own seed and in an order
 * of its own, so that short runs do not always try the same files. All of it follows from the first
 * seed, which is the first round's.
 */
export function* searchesFrom(seed: number, files: readonly string[]): Generator<Search, never> {
  const numbers = numbersFrom(seed);
  for (let current = seed; ; current = numbers.next().value >>> 1) {
    const order = files.map((file) => ({ file, place: numbers.next().value }));
    order.sort((a, b) => a.place - b.place);
    for (const { file } of order) yield { file, seed: current };
  }
}
