import { toDate } from "../../values/date.js";
import { toNumber } from "../../values/number.js";
import type { Scalar } from "../../values/scalar.js";
import { LAST_INSTANT } from "../../values/time.js";

/**
 * The values at a literal and right beside it, in every domain that it converts to: itself first,
 * then its neighbours, the nearest that the domain has and the next that people think of.
 *
 * @example
 * ```ts
 * around(true); // [true, "true", false, "false"]
 * ```
 */
export function around(literal: Scalar): unknown[] {
  if (typeof literal === "boolean") return [literal, String(literal), !literal, String(!literal)];
  const number = toNumber(literal);
  if (!Number.isNaN(number)) return [literal, ...aroundNumber(number), ...aroundText(literal)];
  const time = toDate(literal);
  return Number.isNaN(time)
    ? [literal, ...aroundText(literal)]
    : [literal, ...aroundInstant(time), ...aroundText(literal)];
}

/** A number, the next whole ones, the next representable ones; it and its neighbours as text too. */
function aroundNumber(number: number): unknown[] {
  const whole = [number, number - 1, number + 1];
  const values = [...whole, beside(number, -1), beside(number, 1)].filter(Number.isFinite);
  return [...values, ...whole.map(String)];
}

/** An instant and the milliseconds beside it, as text, as epoch milliseconds and as a `Date`. */
export function aroundInstant(time: number): unknown[] {
  return [time, time - 1, time + 1]
    .filter((instant) => Math.abs(instant) <= LAST_INSTANT)
    .flatMap((instant) => [isoOf(instant), instant, new Date(instant)]);
}

/** What the date domain reads back: years before 0 and after 9999 have no text in it. */
function isoOf(instant: number): string | number {
  const text = new Date(instant).toISOString();
  return Number.isNaN(toDate(text)) ? instant : text;
}

/** A text, longer at each end, shorter, in the other case, and its neighbours in the order of text. */
function aroundText(literal: Scalar): string[] {
  const text = String(literal);
  const last = text.charCodeAt(text.length - 1);
  const start = text.slice(0, -1);
  return [
    `${text}x`,
    `x${text}`,
    `x${text}x`,
    start,
    text.toUpperCase(),
    text.toLowerCase(),
    ...(last > 0 ? [`${start}${String.fromCharCode(last - 1)}`] : []),
    ...(last < 0xffff ? [`${start}${String.fromCharCode(last + 1)}`] : []),
    `${text}\0`,
  ];
}

/** The next number that can be represented, below or above: beside 0, 5e-324 or its negative. */
function beside(number: number, direction: 1 | -1): number {
  if (number === 0) return direction * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  // As whole numbers, the bits of floating-point numbers grow with their magnitude.
  const away = number > 0 === direction > 0;
  view.setBigInt64(0, view.getBigInt64(0) + (away ? 1n : -1n));
  return view.getFloat64(0);
}
