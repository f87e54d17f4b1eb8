/** A place on the number line: one point, or what lies strictly between two. */
export interface Cell {
  readonly low: number;
  readonly high: number;
}

/**
 * The cells that some points cut the line into, infinity being two points of it. Whatever compares
 * with the points alone takes all numbers of one cell the same way.
 */
export function cellsOf(points: Iterable<number>): readonly Cell[] {
  const sorted = [...new Set([...points].map((point) => point + 0))].sort((a, b) => a - b);
  const cuts = [...new Set([Number.NEGATIVE_INFINITY, ...sorted, Number.POSITIVE_INFINITY])];
  const cells: Cell[] = [];
  let before: number | undefined;
  for (const cut of cuts) {
    if (before !== undefined) cells.push({ low: before, high: cut });
    cells.push({ low: cut, high: cut });
    before = cut;
  }
  return cells;
}

/** A number of the cell, a small whole one if there is one; `undefined` where it holds none. */
export function numberIn({ low, high }: Cell): number | undefined {
  if (low === high) return low;
  const guesses = [
    ...wholeGuesses(low, high),
    low + (high - low) / 2,
    0,
    low * 2,
    high * 2,
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
  ];
  return guesses.find((guess) => guess > low && guess < high);
}

/** A whole number of the cell within two limits; `undefined` where it holds none. */
export function wholeNumberIn(
  { low, high }: Cell,
  least: number,
  most: number,
): number | undefined {
  if (low === high) {
    return Number.isInteger(low) && low >= least && low <= most ? low : undefined;
  }
  const guesses = [...wholeGuesses(low, high), least, most, low * 2, high * 2];
  return guesses.find(
    (guess) =>
      Number.isInteger(guess) && guess > low && guess < high && guess >= least && guess <= most,
  );
}

function wholeGuesses(low: number, high: number): readonly number[] {
  // Above 2^53 adding one may change nothing: the middle is then a whole number as well.
  return [Math.floor(low) + 1, Math.ceil(high) - 1, low + (high - low) / 2];
}
