import { toDate } from "../values/date.js";
import { isAbsent, ownProperty } from "../values/kinds.js";

/** Stands for the clock where nothing looks at it. */
export const NO_CLOCK: number = Number.NaN;

/**
 * Reads the clock that operators are relative to. One call of a predicate, and one selection, reads
 * it once, so that it cannot contradict itself.
 *
 * @returns the context's `now` in epoch milliseconds, or the current time where it is absent; `NaN`
 *   where it is given and is no date
 */
export function clockOf(context: object): number {
  try {
    const now = ownProperty(context, "now");
    return isAbsent(now) ? Date.now() : toDate(now);
  } catch {
    return Number.NaN;
  }
}
