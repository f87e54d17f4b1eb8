import type { DurationOperand } from "../operators/operand.js";
import type { Atom } from "./atoms.js";

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

/** Gives the same atom for the same time: what is worked out of an atom is found by it. */
function remembering(at: (now: number) => Atom): (now: number) => Atom {
  const made = new Map<number, Atom>();
  return (now) => {
    const known = made.get(now);
    if (known !== undefined) return known;
    const atom = at(now);
    made.set(now, atom);
    return atom;
  };
}
