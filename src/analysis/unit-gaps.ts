const LAST_UNIT = 0xffff;
const FIRST_HIGH = 0xd800;
const FIRST_LOW = 0xdc00;
const LAST_LOW = 0xdfff;

/** Characters whose order among some texts is the same wherever one of them is the first to differ. */
export interface UnitGap {
  holds(character: string): boolean;
  /** Characters of the gap, ascending: of those above U+FFFF one for each first half. */
  characters(): Iterable<string>;
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
 * Half a pair alone needs no gap. As a first half it is ordered like a pair whose second half is
 * below, or above, all that the texts have; as a second one like a pair with a higher first half.
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
        else if (unit < FIRST_LOW) yield String.fromCharCode(unit, FIRST_LOW);
      }
    },
  };
}

function secondUnitGap(high: number, { above, below }: Bounds): UnitGap {
  return {
    holds: (character) => {
      const unit = character.charCodeAt(1);
      return character.charCodeAt(0) === high && unit > above && unit < below;
    },
    *characters() {
      for (let unit = above + 1; unit < below; unit++) yield String.fromCharCode(high, unit);
    },
  };
}
