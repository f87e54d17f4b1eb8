/**
 * A date whose calendar is UTC's, whatever the zone of the machine: date-fns counts months by
 * the methods that are replaced here, and by no other. (`@date-fns/utc` replaces all, formatters
 * included, for a kilobyte more in the bundle of whoever imports this package.)
 */
class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override setFullYear(year: number, month: number, day: number): number {
    return this.setUTCFullYear(year, month, day);
  }
  override setMonth(month: number, day: number): number {
    return this.setUTCMonth(month, day);
  }
}

/** The context that has date-fns count by the UTC calendar. */
export function inUtc(time: Date | number | string): Date {
  return new UtcDate(time);
}
