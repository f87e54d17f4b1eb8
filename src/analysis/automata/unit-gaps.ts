const LAST_UNIT = 0xffff;
const FIRST_HIGH = 0xd800;
const FIRST_LOW = 0xdc00;
const LAST_LOW = 0xdfff;

/** Characters whose order among some texts is the same wherever one of them is the first to differ. */
export interface UnitGap {
  holds(character: string): boolean;
  /** Every whole character of the gap, ascending by its units. */
  characters(): Iterable<string>;
  /** Whether half of a surrogate pair, alone, is ordered as what is in the gap, or may be. */
  readonly holdsHalves: boolean;
}

/** Whether a code unit is half of a surrogate pair. */
export function isSurrogate(unit: number): boolean {
  return unit >= FIRST_HIGH && unit <= LAST_LOW;
}

/**
 * The gaps between the code units of ordered texts. The order of two texts is that of the first
 * units in which they differ. For a character above U+FFFF that is its first half, unless a text has
 * that half as well: then it is the second, for which there are gaps of their own.
 *
 * Half a pair that stands alone is of no gap's characters, but ordered like them:
 *
 * - A first half that no text has, and a second half, lie in a gap between first units.
 * - A first half that a text has is ordered by what follows it. Its end, and units below the second
 *   halves, come before all pairs with it; units above them come after. So it is ordered like a pair
 *   in the first, or in the last, of the gaps between the second halves.
 *
 * No text that is well-formed has such a half: to constants and patterns it is a character that they
 * do not name. It then needs no class of its own where its gap has another character that is not
 * named. Where there is none, what halves do is not told.
 */
export function gapsBetween(texts: readonly string[]): readonly UnitGap[] {
  const units = new Set<number>();
  const lows = new Map<number, Set<number>>();
  for (const text of texts) {
    for (const character of text) {
      const high = character.charCodeAt(0);
      units.add(high);
      if (character.length === 1) continue;
      const known = lows.get(high) ?? new Set<number>();
      lows.set(high, known.add(character.charCodeAt(1)));
    }
  }
  const gaps = between(units, -1, LAST_UNIT + 1).map(firstUnitGap);
  for (const [high, units] of lows) {
    for (const gap of between(units, FIRST_LOW - 1, LAST_LOW + 1)) {
      gaps.push(secondUnitGap(high, gap));
    }
  }
  return gaps;
}

interface Bounds {
  readonly above: number;
  readonly below: number;
}

function between(units: Iterable<number>, first: number, last: number): readonly Bounds[] {
  const cuts = [first, ...[...units].sort((a, b) => a - b), last];
  return cuts.slice(1).map((below, index) => ({ above: cuts[index] ?? first, below }));
}

function firstUnitGap({ above, below }: Bounds): UnitGap {
  return {
    holds: (character) => {
      const unit = character.charCodeAt(0);
      return unit > above && unit < below;
    },
    *characters() {
      for (let unit = above + 1; unit < below; unit++) {
        if (!isSurrogate(unit)) yield String.fromCharCode(unit);
        else if (unit < FIRST_LOW) yield* pairsWith(unit, FIRST_LOW, LAST_LOW);
      }
    },
    holdsHalves: above < LAST_LOW && below > FIRST_HIGH,
  };
}

function secondUnitGap(high: number, { above, below }: Bounds): UnitGap {
  return {
    holds: (character) => {
      const unit = character.charCodeAt(1);
      return character.charCodeAt(0) === high && unit > above && unit < below;
    },
    characters: () => pairsWith(high, above + 1, below - 1),
    holdsHalves: above < FIRST_LOW || below > LAST_LOW,
  };
}

function* pairsWith(high: number, first: number, last: number): Generator<string> {
  for (let low = first; low <= last; low++) yield String.fromCharCode(high, low);
}
