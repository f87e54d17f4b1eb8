import { isAbsent, toDate } from "./values.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time as it stands in a rule. */
export interface Duration {
  readonly amount: number;
  readonly unit: string;
}

export const UNITS: readonly string[] = ["minutes", "hours", "days", "weeks", "months", "years"];

const LENGTHS: ReadonlyMap<string, number> = new Map([
  ["minutes", MINUTE],
  ["hours", HOUR],
  ["days", DAY],
  ["weeks", 7 * DAY],
]);

const TOLERANCES: ReadonlyMap<string, number> = new Map([
  ["minutes", MINUTE],
  ["hours", HOUR],
  ["days", DAY],
  ["weeks", DAY],
  ["months", DAY],
  ["years", 7 * DAY],
]);

export const RELATIVE_OPERATORS: readonly string[] = [
  "moreThanXAgo",
  "lessThanXAgo",
  "withinLast",
  "notWithinLast",
  "exactlyXAgo",
];

/** So many months before, on the same day or, where there is none, on the month's last. */
function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() - months;
  const year = Math.floor(month / 12);
  const lastDay = new Date(0);
  lastDay.setUTCFullYear(year, month - year * 12 + 1, 0);
  const day = Math.min(date.getUTCDate(), lastDay.getUTCDate());
  date.setUTCFullYear(year, month - year * 12, day);
  return date.getTime();
}

/** The instant so long before another; `NaN` where one of the two is no time of the calendar. */
function instantBefore(now: number, { amount, unit }: Duration): number {
  if (Number.isNaN(new Date(now).getTime())) return Number.NaN;
  if (unit === "months") return monthsBefore(now, amount);
  if (unit === "years") return monthsBefore(now, amount * 12);
  return new Date(now - amount * (LENGTHS.get(unit) ?? Number.NaN)).getTime();
}

/** The clock of a context, `NaN` where it is given and is no date. */
export function clockOf(context: object): number {
  const now: unknown = Object.hasOwn(context, "now") ? Reflect.get(context, "now") : undefined;
  return isAbsent(now) ? Date.now() : (toDate(now) ?? Number.NaN);
}

function isTrueForOne(operator: string, value: unknown, duration: Duration, now: number): boolean {
  const time = toDate(value);
  const start = instantBefore(now, duration);
  if (time === undefined || Number.isNaN(start)) return false;
  switch (operator) {
    case "moreThanXAgo":
      return time < start;
    case "lessThanXAgo":
      return time >= start;
    case "withinLast":
      return time >= start && time <= now;
    case "exactlyXAgo":
      return Math.abs(time - start) <= (TOLERANCES.get(duration.unit) ?? Number.NaN);
    default:
      throw new Error(`no relative operator: ${operator}`);
  }
}

/** Whether an operator that is relative to the clock is true for the field's value. */
export function isTrueOfDate(
  operator: string,
  field: unknown,
  duration: Duration,
  now: number,
): boolean {
  if (operator === "notWithinLast") return !isTrueOfDate("withinLast", field, duration, now);
  const values: unknown[] = Array.isArray(field) ? Array.from(field) : [field];
  return values.some((value) => isTrueForOne(operator, value, duration, now));
}
