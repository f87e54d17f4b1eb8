/*
 * Holds `windowBefore` against date-fns under @date-fns/utc, which replaces every method of a date
 * by UTC's, while the machine is in one time zone after another. A process of its own: a zone is the
 * whole process's.
 */
import { utc } from "@date-fns/utc/utc";
import { sub } from "date-fns/sub";
import fc from "fast-check";
import { DURATION_UNITS } from "../../src/operators/operand.js";
import { windowBefore } from "../../src/operators/relative-date.js";

const [seed = 1, numRuns = 1000] = process.argv.slice(2).map(Number);

/** The last instant that a `Date` can hold, in both directions. */
const END = 8.64e15;
const YEAR_0 = Date.UTC(2000, 0, 1) - 5 * 146_097 * 86_400_000;
const YEAR_10_000 = Date.UTC(10_000, 0, 1);

const now = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: YEAR_0, max: YEAR_10_000 }) },
  // The last hours of months: an offset makes another day and another month of them.
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(9999 * 12), fc.integer({ min: -26, max: 26 }), fc.nat(3_600_000))
      .map(([month, hours, rest]) => YEAR_0 + Date.UTC(1970, month) + hours * 3_600_000 + rest),
  },
  // Where clocks are changed in some zone or other, down to a whole day that Apia left out.
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom("2026-03-08", "2026-11-01", "2026-03-29", "2026-10-25", "2011-12-30"),
        fc.integer({ min: -86_400_000, max: 2 * 86_400_000 }),
      )
      .map(([day, rest]) => Date.parse(day) + rest),
  },
  fc.maxSafeInteger().filter((time) => Math.abs(time) <= END),
  fc.double(),
  fc.constantFrom(END, -END, END + 1, Number.NaN, Number.POSITIVE_INFINITY),
);
const amount = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 200_000 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);

for (const zone of ["America/New_York", "Asia/Kolkata", "Pacific/Apia", "Europe/Lisbon"]) {
  process.env["TZ"] = zone;
  fc.assert(
    fc.property(now, amount, fc.constantFrom(...DURATION_UNITS), (time, length, unit) => {
      const { start } = windowBefore(time, { kind: "duration", amount: length, unit });
      return Object.is(start, sub(time, { [unit]: length }, { in: utc }).getTime());
    }),
    { seed, numRuns },
  );
  // Offsets of summer and winter: that the zone is the one that was asked for.
  const offsets = [6, 0].map((month) => new Date(2025, month, 1).getTimezoneOffset());
  console.log(zone, ...offsets);
}
