import type { DurationOperand } from "../../operators/operand.js";
import type { Atom } from "./atom.js";

/** An atom relative to the clock, by what its test and its points are at one time. */
export function withClock(
  timeless: Atom,
  duration: DurationOperand,
  atTime: (now: number) => Pick<Atom, "test" | "points">,
): Atom {
  const at = (now: number): Atom => ({
    ...timeless,
    ...atTime(now),
    key: `${timeless.key} ${now}`,
    domain: "date",
  });
  return { ...timeless, clock: { duration, at: remembering(at) } };
}

/** So many times are remembered of each atom. */
const MOST_TIMES = 1_000;

/** Gives the same atom for the same time: what is worked out of an atom is found by it. */
function remembering(at: (now: number) => Atom): (now: number) => Atom {
  const made = new Map<number, Atom>();
  return (now) => {
    const known = made.get(now);
    if (known !== undefined) return known;
    const atom = at(now);
    if (made.size === MOST_TIMES) made.clear();
    made.set(now, atom);
    return atom;
  };
}
