import { subMonths } from "date-fns/subMonths";
import { toDate } from "../values/date.js";
import { DAY, HOUR, MINUTE } from "../values/time.js";
import { someElement } from "./elements.js";
import type { DurationOperand, DurationUnit } from "./operand.js";
import { complement, noAccess, type Operator } from "./operator.js";
import { inUtc } from "./utc-date.js";

/** How far from the instant a date may be that is meant to be exactly so long ago. */
export const TOLERANCE: { readonly [U in DurationUnit]: number } = {
  minutes: MINUTE,
  hours: HOUR,
  days: DAY,
  weeks: DAY,
  months: DAY,
  years: 7 * DAY,
};

/** The instants that an operator compares a date with. */
export interface Window {
  /** The clock less the operand: `NaN`, with which every comparison is false, where that is no date. */
  readonly start: number;
  readonly now: number;
}

/** Whether a date is where an operator wants it; false where any of the three is `NaN`. */
type WindowTest = (time: number, window: Window, operand: DurationOperand) => boolean;

/** How long a unit is: in milliseconds, or where that depends on the calendar in months. */
const LENGTHS: { readonly [U in DurationUnit]: number } = {
  minutes: MINUTE,
  hours: HOUR,
  days: DAY,
  weeks: 7 * DAY,
  months: 1,
  years: 12,
};

/** Counts back by the UTC calendar, whatever the zone of the machine. */
export function windowBefore(now: number, { amount, unit }: DurationOperand): Window {
  const length = amount * LENGTHS[unit];
  const start =
    unit === "months" || unit === "years"
      ? subMonths(now, length, { in: inUtc })
      : new Date(new Date(now).getTime() - length);
  return { start: start.getTime(), now };
}

function relative<N extends string>(name: N, holds: WindowTest): Operator<"duration", N> {
  return {
    name,
    shape: "duration",
    negated: false,
    usesClock: true,
    access: noAccess,
    instants: (operand, now) => {
      const { start } = windowBefore(now, operand);
      const tolerance = TOLERANCE[operand.unit];
      return [start - tolerance, start, start + tolerance, now];
    },
    compile: (operand) => {
      const test = someElement<Window>((element, window) =>
        holds(toDate(element), window, operand),
      );
      // Messages of one batch share their clock: the calendar is then asked once.
      let window: Window = { start: Number.NaN, now: Number.NaN };
      return (value, _context, now) => {
        if (window.now !== now) window = windowBefore(now, operand);
        return test(value, window);
      };
    },
  };
}

/** `MORE_THAN_X_AGO`: the value, a date, is before the instant that long ago. */
export const moreThanXAgo: Operator<"duration", "MORE_THAN_X_AGO"> = relative(
  "MORE_THAN_X_AGO",
  (time, { start }) => time < start,
);

/** `LESS_THAN_X_AGO`: the value, a date, is at that instant or after it, future dates included. */
export const lessThanXAgo: Operator<"duration", "LESS_THAN_X_AGO"> = relative(
  "LESS_THAN_X_AGO",
  (time, { start }) => time >= start,
);

/** `WITHIN_LAST`: the value, a date, is from that instant to now, both included. */
export const withinLast: Operator<"duration", "WITHIN_LAST"> = relative(
  "WITHIN_LAST",
  (time, { start, now }) => time >= start && time <= now,
);

/** `NOT_WITHIN_LAST`: everything that `WITHIN_LAST` is not, an absent value included. */
export const notWithinLast: Operator<"duration", "NOT_WITHIN_LAST"> = complement(
  "NOT_WITHIN_LAST",
  withinLast,
);

/** `EXACTLY_X_AGO`: the value, a date, is within the unit's tolerance of that instant. */
export const exactlyXAgo: Operator<"duration", "EXACTLY_X_AGO"> = relative(
  "EXACTLY_X_AGO",
  (time, { start }, { unit }) => Math.abs(time - start) <= TOLERANCE[unit],
);
