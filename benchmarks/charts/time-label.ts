/** Nanoseconds, every power of ten that a time here can be near: a line for each, and no others. */
export const DECADES: readonly number[] = Array.from({ length: 11 }, (_, power) => 10 ** power);

/** A Vega expression: each in the unit that suits it. */
export const TIME_LABEL =
  "datum.value >= 1e9 ? datum.value / 1e9 + ' s' : " +
  "datum.value >= 1e6 ? datum.value / 1e6 + ' ms' : " +
  "datum.value >= 1e3 ? datum.value / 1e3 + ' µs' : datum.value + ' ns'";
