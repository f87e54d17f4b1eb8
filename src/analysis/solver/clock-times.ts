import type { DurationUnit } from "../../operators/operand.js";
import { TOLERANCE } from "../../operators/relative-date.js";
import {
  DAY,
  FIRST_WRITABLE,
  HOUR,
  LAST_INSTANT,
  LAST_WRITABLE,
  MINUTE,
} from "../../values/time.js";
import type { Budget } from "../budget.js";
import type { Atom, AtomClock } from "../formula/atom.js";
import { type FieldPath, isInside } from "../formula/field-path.js";
import { type Formula, literalsOf } from "../formula/formula.js";

/** Times of the clock that stand for all others. */
export interface ClockTimes {
  /** The times to try, those close to the present first. */
  readonly times: readonly number[];
  /** Whether what none of them passes no time passes. */
  readonly isComplete: boolean;
}

const YEAR = 365 * DAY;

/** What answers set the clock to where the time does not matter. */
export const USUAL_TIME = Date.UTC(2026, 0, 15, 12);

const MOST_TIMES = 400;
/** So few milliseconds between two times are tried one by one. */
const NARROW = 4;

/** The instants that one relative atom makes of a constant, each sorted with all others. */
const OFFSET_STEPS = 16;
/** So many fields are compared with another in one step. */
const RELATIONS_PER_STEP = 4;

/** How long a unit is at least and at most, by the calendar. */
const LENGTHS: { readonly [U in DurationUnit]: readonly [number, number] } = {
  minutes: [MINUTE, MINUTE],
  hours: [HOUR, HOUR],
  days: [DAY, DAY],
  weeks: [7 * DAY, 7 * DAY],
  months: [28 * DAY, 31 * DAY],
  years: [365 * DAY, 366 * DAY],
};

/** The atoms that compare one value: on a field, on what it lies in and on what lies in it. */
interface Group {
  readonly clocks: readonly AtomClock[];
  readonly timeless: readonly Atom[];
}

/**
 * Picks times of the clock.
 *
 * Which values conditions tell apart depends on how the instants they compare with are ordered: the
 * clock, the clock less each duration, and constant dates. Lengths counted in minutes to weeks move
 * with the clock as one, so that the order changes only where one of them passes a constant: the times
 * where one does, and one between each two such, are all the orders there are. The first date that
 * JavaScript has counts as a constant, since what is before it is none.
 *
 * Months and years have no fixed length. Where no two lengths could change places, and there is no
 * constant, the order is the same at all times nonetheless, and since all lengths are whole minutes
 * there are dates between any two. Otherwise, and where a text is compared
 * with a date that moves, these times may not be all; then the ends of months are among them.
 *
 * The clock is taken to show a date of the years 0 to 9999. One that does not, or is no date, makes
 * whatever is relative to it false, which would refute what everybody would call true.
 */
export function clockTimes(formula: Formula, budget: Budget): ClockTimes {
  const groups = groupsOf(formula, budget);
  const cuts = new Set<number>();
  for (const { clocks, timeless } of groups) {
    const points = [-LAST_INSTANT, ...timeless.flatMap((atom) => atom.points)];
    budget.spend(points.length * clocks.length * OFFSET_STEPS);
    for (const clock of clocks) {
      for (const offset of offsetsOf(clock)) for (const point of points) cuts.add(point + offset);
    }
  }
  const times = timesBetween([...cuts]);
  const isOrdered = groups.every(hasOrders);
  if (!isOrdered) for (const time of endsOfMonths()) times.add(time);
  const sorted = [...times].sort((a, b) => Math.abs(a - USUAL_TIME) - Math.abs(b - USUAL_TIME));
  return {
    times: [USUAL_TIME, ...sorted.slice(0, MOST_TIMES)],
    isComplete: isOrdered && sorted.length <= MOST_TIMES,
  };
}

/** Times at which months and years are as short and as long as they get. */
function* endsOfMonths(): Generator<number> {
  for (let month = 0; month < 48; month++) {
    const first = Date.UTC(2025, month, 1);
    yield first;
    yield first - DAY;
    yield first + 14 * DAY;
  }
}

function groupsOf(formula: Formula, budget: Budget): readonly Group[] {
  const literals = literalsOf(formula);
  const relative = literals.filter(({ atom }) => atom.clock !== undefined);
  const paths = new Map(relative.map(({ path }) => [path.key, path]));
  return [...paths.values()].map((path) => {
    budget.spendPart(literals.length, RELATIONS_PER_STEP);
    const related = literals.filter((other) => areRelated(path, other.path));
    const timeless = related.flatMap(({ atom }) => (atom.clock === undefined ? [atom] : []));
    return { clocks: related.flatMap(({ atom }) => atom.clock ?? []), timeless };
  });
}

function areRelated(one: FieldPath, other: FieldPath): boolean {
  return one.key === other.key || isInside(one, other) || isInside(other, one);
}

/**
 * How long before the clock an atom's instants are: exactly, or at least and at most. The longest reach
 * back to a date from the last clock only.
 */
function offsetsOf({ at, duration }: AtomClock): readonly number[] {
  const { amount, unit } = duration;
  const bounds = LENGTHS[unit].map((length) => amount * length);
  const clocks = [USUAL_TIME, LAST_INSTANT];
  return [...bounds, ...clocks.flatMap((clock) => at(clock).points.map((point) => clock - point))];
}

function timesBetween(cuts: readonly number[]): Set<number> {
  const inside = cuts
    .filter((cut) => cut >= FIRST_WRITABLE && cut <= LAST_WRITABLE)
    .sort((a, b) => a - b);
  const times = new Set<number>(inside.map(Math.floor));
  let before: number | undefined;
  for (const cut of inside) {
    if (before !== undefined) {
      times.add(Math.floor(before + (cut - before) / 2));
      if (cut - before <= NARROW) {
        for (let time = Math.ceil(before); time < cut; time++) times.add(time);
      }
    }
    before = cut;
  }
  const [first = USUAL_TIME] = inside;
  times.add(Math.max(first - YEAR, FIRST_WRITABLE));
  times.add(Math.min((before ?? USUAL_TIME) + YEAR, LAST_WRITABLE));
  return times;
}

/** Whether the instants of a group are ordered in only as many ways as the cuts tell. */
function hasOrders({ clocks, timeless }: Group): boolean {
  if (timeless.some(({ readsText, ordersText }) => readsText || ordersText)) return false;
  if (clocks.every(isFixed)) return true;
  if (timeless.some(({ points }) => points.length > 0)) return false;
  const spans = new Map<string, readonly [number, number]>([["now", [0, 0]]]);
  for (const clock of clocks) {
    const { amount, unit } = clock.duration;
    const [least, most] = LENGTHS[unit];
    const key = `${amount} ${unit}`;
    // The most that an operator looks around its instant.
    const tolerance = TOLERANCE[unit];
    spans.set(key, [amount * least - tolerance, amount * most + tolerance]);
  }
  const sorted = [...spans.values()].sort(([a], [b]) => a - b);
  return sorted.every(([least], index) => {
    const previous = sorted[index - 1];
    return previous === undefined || previous[1] < least;
  });
}

function isFixed({ duration }: AtomClock): boolean {
  const [least, most] = LENGTHS[duration.unit];
  return least === most;
}
