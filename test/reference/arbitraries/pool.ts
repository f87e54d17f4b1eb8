/**
 * The values that operands and fields are both drawn from: few, so that they meet often, and close
 * to the places where an answer turns.
 */

/** What a value is meant to be read as; each has its own small pool. */
export type Family = "number" | "date" | "boolean" | "text";

export const FAMILIES: readonly Family[] = ["number", "date", "boolean", "text"];

export type Literal = string | number | boolean;

/** Numbers in ascending order, each in several literal forms. */
export const NUMBER_STEPS: readonly (readonly [Literal, ...Literal[]])[] = [
  [-1, "-1", "-1.0"],
  [0, -0, "0", "-0.0", ".0e5"],
  [9.5, "9.5", "95e-1", "+9.50"],
  [10, "10", "10.0", " 10 ", "1e1", "+10", "10.", "0010"],
  [11, "11", "1.1E+1"],
  [9007199254740992, "9007199254740993"],
  [1e21, "1e21", "1000000000000000000000"],
  ["1e999"],
];

/** What looks like a number and is none. */
export const NEAR_NUMBERS: readonly string[] = [
  "1a",
  "0x10",
  "",
  " ",
  ".",
  "e1",
  "1e",
  "1_0",
  "Infinity",
  "NaN",
  "１０",
  "10n",
  "1,0",
];

/** Instants in ascending order, each in several literal forms. */
export const DATE_STEPS: readonly (readonly [Literal, ...Literal[]])[] = [
  ["0000-02-29", "0000-02-29T00:00Z"],
  ["0099-12-31T23:59:59.999-00:30"],
  ["1969-12-31T23:59:59.999Z", -1],
  ["2024-02-28", "2024-02-28T23:30+23:30"],
  [
    "2024-02-29",
    "2024-02-29T00:00",
    "2024-02-29 00:00:00",
    "2024-02-29T00:00:00.000Z",
    "2024-02-29T01:00+01:00",
    "2024-02-28T19:00:00-0500",
    "2024-02-29T02:00+02",
    "2024-02-29T00:00:00.000999999Z",
    1709164800000,
  ],
  ["2024-02-29T00:00:00.001Z", "2024-02-29 00:00:00.0019", 1709164800001],
  ["2024-02-29T23:59:59.9"],
  ["2024-03-01"],
  ["9999-12-31T23:59:59.999-23:59"],
];

/** Text of the date form that names no real date. */
export const IMPOSSIBLE_DATES: readonly string[] = [
  "2023-02-29",
  "1900-02-29",
  "2024-04-31",
  "2024-00-10",
  "2024-13-01",
  "2024-02-00",
  "2024-02-29T24:00",
  "2024-02-29T00:60",
  "2024-02-29T00:00:60Z",
  "2024-02-29T00:00+24:00",
  "2024-02-29T00:00-01:60",
];

/** What looks like a date and does not have its form. */
export const NEAR_DATES: readonly string[] = [
  " 2024-02-29",
  "2024-02-29 ",
  "2024-2-29",
  "20240229",
  "2024-02-29Z",
  "2024-02-29T",
  "2024-02-29T00",
  "2024-02-29T00:00 Z",
  "2024-02-29t00:00z",
  "2024-02-29  00:00",
  "2024-02-29T00:00:00.",
  "2024-02-29T00:00:00.0000000001",
  "2024-02-29T00:00+1",
  "+002024-02-29",
  "1709164800000",
];

export const BOOLEANS: readonly Literal[] = [true, false, "true", "false"];

export const NEAR_BOOLEANS: readonly Literal[] = ["TRUE", " true", "", "yes", 1, 0];

/** Characters that texts and patterns are both made of. */
export const PLAIN_CHARACTERS: readonly string[] = ["a", "b", "A", "é", "😀", ".", "*", "1"];
export const CASED_CHARACTERS: readonly string[] = ["İ", "i̇", "ß", "ẞ", "Σ", "ς", "σ", "É", "K"];
export const LONE_SURROGATES: readonly string[] = ["\ud83d", "\ude00"];
export const PATTERN_SIGNS: readonly string[] = ["%", "_"];
export const ESCAPES: readonly string[] = ["\\%", "\\_", "\\\\", "\\a", "\\😀"];

/** Texts that are neither numbers nor dates, and stay themselves beside a comma. */
export const PLAIN_TEXTS: readonly string[] = [
  "a",
  "b",
  "A",
  "ab",
  "abc",
  "aé",
  "a😀b",
  "true",
  "ﬀ",
];
