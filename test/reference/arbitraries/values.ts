import fc from "fast-check";
import {
  BOOLEANS,
  CASED_CHARACTERS,
  DATE_STEPS,
  ESCAPES,
  FAMILIES,
  type Family,
  IMPOSSIBLE_DATES,
  type Literal,
  LONE_SURROGATES,
  NEAR_BOOLEANS,
  NEAR_DATES,
  NEAR_NUMBERS,
  NUMBER_STEPS,
  PATTERN_SIGNS,
  PLAIN_CHARACTERS,
  PLAIN_TEXTS,
} from "./pool.js";

/** Short texts over a small alphabet, pattern signs and half characters among it. */
const shortText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PLAIN_CHARACTERS) },
      { weight: 2, arbitrary: fc.constantFrom(...PATTERN_SIGNS, "\\") },
      { weight: 1, arbitrary: fc.constantFrom(...CASED_CHARACTERS) },
      { weight: 1, arbitrary: fc.constantFrom(...LONE_SURROGATES) },
    ),
    { maxLength: 4 },
  )
  .map((characters) => characters.join(""));

/** Patterns that do not end in a lone escape. */
export const pattern: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PLAIN_CHARACTERS) },
      { weight: 5, arbitrary: fc.constantFrom(...PATTERN_SIGNS) },
      { weight: 1, arbitrary: fc.constantFrom(...ESCAPES) },
      { weight: 1, arbitrary: fc.constantFrom(...CASED_CHARACTERS, ...LONE_SURROGATES) },
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));

/** Texts, and patterns with signs that a text can hold as they are. */
const textValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a", "ab") },
  { weight: 4, arbitrary: fc.constantFrom(...PLAIN_TEXTS) },
  { weight: 2, arbitrary: shortText },
  { weight: 1, arbitrary: fc.constantFrom("", " ", "a,b", " a ", "[a]", "10") },
);

/** Literals that convert to the family's domain. */
export const literal: Readonly<Record<Family, fc.Arbitrary<Literal>>> = {
  number: fc.oneof(
    fc.constantFrom<Literal>(10, 10, "10", "10.0"),
    fc.constantFrom(...NUMBER_STEPS.flat()),
  ),
  date: fc.oneof(
    fc.constantFrom<Literal>("2024-02-29", "2024-02-29T00:00:00.000Z", 1709164800000),
    fc.constantFrom(...DATE_STEPS.flat()),
  ),
  boolean: fc.constantFrom(...BOOLEANS),
  text: textValue,
};

/** Literals of every family and what nearly belongs to one, impossible dates left out. */
export const possibleLiteral: fc.Arbitrary<Literal> = fc.oneof(
  ...FAMILIES.map((family) => literal[family]),
  fc.constantFrom<Literal>(...NEAR_NUMBERS, ...NEAR_DATES, ...NEAR_BOOLEANS),
);

/** Literals of every kind. */
export const anyLiteral: fc.Arbitrary<Literal> = fc.oneof(
  { weight: 6, arbitrary: possibleLiteral },
  { weight: 1, arbitrary: fc.constantFrom(...IMPOSSIBLE_DATES) },
);

const dateObject: fc.Arbitrary<unknown> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(1709164800000, 1709164800001, -1, 0) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  )
  .map((time) => new Date(time));

const familyValue: Readonly<Record<Family, fc.Arbitrary<unknown>>> = {
  number: fc.oneof(
    { weight: 6, arbitrary: literal.number },
    {
      weight: 2,
      arbitrary: fc.constantFrom<unknown>(10n, -1n, 0n, 9007199254740993n, 10n ** 400n),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(
        Number.NaN,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        9.999999999999998,
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...NEAR_NUMBERS) },
  ),
  date: fc.oneof(
    { weight: 6, arbitrary: literal.date },
    { weight: 3, arbitrary: dateObject },
    { weight: 1, arbitrary: fc.constantFrom(...IMPOSSIBLE_DATES, ...NEAR_DATES) },
  ),
  boolean: fc.oneof(
    { weight: 5, arbitrary: literal.boolean },
    { weight: 1, arbitrary: fc.constantFrom(...NEAR_BOOLEANS) },
  ),
  text: textValue,
};

/** Values that no domain takes, and absent ones. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(undefined, null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>({}, { a: 1 }, Symbol("a"), () => "a", new Map([["a", 1]])),
  },
);

/** One value that mostly belongs to the family, now and then to another or to none. */
export function valueNear(family: Family): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: familyValue[family] },
    { weight: 2, arbitrary: fc.oneof(...FAMILIES.map((each) => familyValue[each])) },
    { weight: 1, arbitrary: oddValue },
  );
}

/** A list whose elements are mostly of one family, with absent, nested and object elements. */
export function listOf(family: Family): fc.Arbitrary<unknown[]> {
  const element = fc.oneof(
    { weight: 12, arbitrary: familyValue[family] },
    { weight: 1, arbitrary: oddValue },
    { weight: 1, arbitrary: fc.array(familyValue[family], { maxLength: 2 }) },
  );
  return fc.array(element, { maxLength: 3 });
}

/** A list of two ascending values, now and then of another size or order. */
export const rangeValue: fc.Arbitrary<unknown[]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown[][]>(
      [9.5, 11],
      ["10", 10n],
      ["2024-02-28", new Date(1709164800001)],
      [1709164800000, "2024-03-01"],
      ["a", "b"],
      [10n, "2024-02-29"],
    ),
  },
  { weight: 1, arbitrary: listOf("number") },
  { weight: 1, arbitrary: listOf("text") },
);

/** What a field can hold when one value is meant, and now and then a list of such values. */
export function fieldValue(family: Family): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: valueNear(family) },
    { weight: 1, arbitrary: listOf(family) },
  );
}
