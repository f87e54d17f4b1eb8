import type { DurationUnit } from "../../operators/operand.js";
import { TOLERANCE } from "../../operators/relative-date.js";
import { isObject, ownProperty } from "../../values/kinds.js";
import { timeOf } from "./compare.js";
import type { Operation } from "./operation.js";

interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

type SetBack = (date: Date, amount: number) => void;

/** By the UTC calendar; a day that a month does not have is one of the next month's. */
const SET_BACK: { readonly [U in DurationUnit]: SetBack } = {
  minutes: (date, amount) => date.setUTCMinutes(date.getUTCMinutes() - amount),
  hours: (date, amount) => date.setUTCHours(date.getUTCHours() - amount),
  days: (date, amount) => date.setUTCDate(date.getUTCDate() - amount),
  weeks: (date, amount) => date.setUTCDate(date.getUTCDate() - 7 * amount),
  months: (date, amount) => date.setUTCMonth(date.getUTCMonth() - amount),
  years: (date, amount) => date.setUTCFullYear(date.getUTCFullYear() - amount),
};

/** @param holds - tells by an instant, the one that long ago, now, and the unit */
function relative(
  holds: (time: number, start: number, now: number, unit: DurationUnit) => boolean,
): Operation {
  return ([value, operand], _, { now }) => {
    const duration = durationOf(operand);
    if (duration === undefined) return false;
    const start = new Date(now);
    SET_BACK[duration.unit](start, duration.amount);
    return holds(timeOf(value), start.getTime(), now, duration.unit);
  };
}

/** What is no length of time is compared with nothing. */
function durationOf(operand: unknown): Duration | undefined {
  if (!isObject(operand)) return undefined;
  const amount = ownProperty(operand, "amount");
  const unit = ownProperty(operand, "unit");
  return typeof amount === "number" && Number.isInteger(amount) && amount > 0 && isUnit(unit)
    ? { amount, unit }
    : undefined;
}

function isUnit(unit: unknown): unit is DurationUnit {
  return typeof unit === "string" && Object.hasOwn(SET_BACK, unit);
}

/** Novu's operators that compare with an instant some time ago. */
export const RELATIVE_DATES: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["moreThanXAgo", relative((time, start) => time < start)],
  ["lessThanXAgo", relative((time, start) => time >= start)],
  ["withinLast", relative((time, start, now) => time >= start && time <= now)],
  // Not the complement: a date still to come passes neither.
  ["notWithinLast", relative((time, start) => time < start)],
  ["exactlyXAgo", relative((time, start, _, unit) => Math.abs(time - start) <= TOLERANCE[unit])],
]);
