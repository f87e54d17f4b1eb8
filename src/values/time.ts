/** Lengths of time in milliseconds: those that are the same wherever they begin. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The last instant that a `Date` can hold; the first is as far the other way. */
export const LAST_INSTANT = 8.64e15;

/** The first and the last instant of the years that have four digits, 0000 to 9999, in UTC. */
export const FIRST_WRITABLE = -62_167_219_200_000;
export const LAST_WRITABLE = 253_402_300_799_999;
