import {
  BOOLEANS,
  CASED_CHARACTERS,
  DATE_STEPS,
  IMPOSSIBLE_DATES,
  LONE_SURROGATES,
  NEAR_BOOLEANS,
  NEAR_DATES,
  NEAR_NUMBERS,
  NUMBER_STEPS,
  PLAIN_CHARACTERS,
  PLAIN_TEXTS,
} from "../../reference/arbitraries/pool.js";

const literals: readonly unknown[] = [
  ...NUMBER_STEPS.flat(),
  ...DATE_STEPS.flat(),
  ...BOOLEANS,
  ...PLAIN_TEXTS,
  ...NEAR_NUMBERS,
  ...NEAR_DATES,
  ...NEAR_BOOLEANS,
  ...IMPOSSIBLE_DATES,
  ...PLAIN_CHARACTERS,
  ...CASED_CHARACTERS,
  ...LONE_SURROGATES,
];

const numbers = literals.filter((value) => typeof value === "number");

/** Single values of every kind, close to the constants that random conditions are made of. */
export const SINGLES: readonly unknown[] = [
  undefined,
  null,
  {},
  { length: 1 },
  () => "a",
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  10n,
  11n,
  -(10n ** 400n),
  9007199254740993n,
  new Date(Number.NaN),
  ...literals,
  ...numbers.flatMap((value) => [value + 0.5, value - 1, new Date(value)]),
  ...literals.flatMap((value) => [`${value}a`, `a${value}`, `${value}0`, ` ${value}`]),
];

/** Lists of none, one, and two neighbours of the single values. */
export const LISTS: readonly unknown[] = [
  [],
  [[]],
  ...SINGLES.map((value) => [value]),
  ...SINGLES.map((value, index) => [value, SINGLES[(index * 7 + 3) % SINGLES.length]]),
  ...SINGLES.map((value, index) => [value, SINGLES[(index * 13 + 5) % SINGLES.length]]),
];
