import { isDate } from "./kinds.js";
import { DAY, HOUR, MINUTE } from "./time.js";

/** The subset of ISO 8601 that conditions take; the parts' ranges are checked apart from it. */
const DATE_FORM =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** The Gregorian calendar repeats after 400 years, which are 146,097 days. */
const CYCLE_YEARS = 400;
const CYCLE = 146_097 * DAY;

const ZERO = 48;
const PLUS = 43;
const DOT = 46;
const COLON = 58;

/** Whether a text has the form of a date, whether or not there is such a day or hour. */
export function hasDateForm(text: string): boolean {
  return DATE_FORM.test(text);
}

/**
 * Reads a value in the date domain.
 *
 * @param value - a `Date`, epoch milliseconds, or `YYYY-MM-DD` with an optional time and zone; no
 *   zone means UTC
 * @returns epoch milliseconds; `NaN`, which compares false with everything, where the value is no
 *   real date
 *
 * @example
 * ```ts
 * toDate("2026-03-01T09:00+02:00"); // 1772348400000
 * toDate("2026-02-30"); // NaN
 * ```
 */
export function toDate(value: unknown): number {
  switch (typeof value) {
    case "string":
      return parseDate(value);
    case "number":
      return Number.isFinite(value) ? value : Number.NaN;
    case "object":
      return value !== null && isDate(value) ? Date.prototype.getTime.call(value) : Number.NaN;
    default:
      return Number.NaN;
  }
}

/** `Date.parse` would do, but it takes far more than this and lets 30 February pass. */
function parseDate(text: string): number {
  if (!hasDateForm(text)) return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return Number.NaN;
  // Date.UTC takes the years 0 to 99 for 1900 to 1999: it is asked about a later, equal cycle.
  const midnight = Date.UTC(year + CYCLE_YEARS, month - 1, day) - CYCLE;
  return text.length === 10 ? midnight : midnight + parseTime(text);
}

/** The time of day in UTC, in milliseconds, of a text that has the form of a date with a time. */
function parseTime(text: string): number {
  const hours = digits(text, 11, 13);
  const minutes = digits(text, 14, 16);
  let seconds = 0;
  let milliseconds = 0;
  let end = 16;
  if (text.charCodeAt(end) === COLON) {
    seconds = digits(text, 17, 19);
    end = 19;
    if (text.charCodeAt(end) === DOT) {
      const start = end + 1;
      end = start;
      while (isDigit(text.charCodeAt(end))) end++;
      const kept = Math.min(end, start + 3);
      milliseconds = digits(text, start, kept) * 10 ** (3 - (kept - start));
    }
  }
  if (hours > 23 || minutes > 59 || seconds > 59) return Number.NaN;
  return hours * HOUR + minutes * MINUTE + seconds * 1000 + milliseconds - parseZone(text, end);
}

/** The zone's offset from UTC in milliseconds; the text ends, or has a `Z` or a sign, at `start`. */
function parseZone(text: string, start: number): number {
  if (text.length - start < 3) return 0;
  const hours = digits(text, start + 1, start + 3);
  const minutes = text.length - start > 3 ? digits(text, text.length - 2, text.length) : 0;
  if (hours > 23 || minutes > 59) return Number.NaN;
  const offset = hours * HOUR + minutes * MINUTE;
  return text.charCodeAt(start) === PLUS ? offset : -offset;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}
