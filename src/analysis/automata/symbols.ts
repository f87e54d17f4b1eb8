import { charactersLowering } from "./lower-case.js";
import { gapsBetween, type UnitGap } from "./unit-gaps.js";

/**
 * A character, or several, that the automata of a set of texts do not tell apart. There is one for
 * each character that stands in a constant or a pattern, and one for all others. Where texts are
 * ordered, "all others" is one for each gap between the characters of the ordered constants, since
 * which gap a character is in decides the order.
 */
export interface CharacterClass {
  /** One of them. */
  readonly text: string;
  /** All of them, where they are few. */
  readonly members: readonly string[] | undefined;
}

/** What of its characters a text is asked about. */
export interface TextShape {
  /** Constants that texts are equal to or not. */
  readonly constants: readonly string[];
  /** Those that texts are before or after. */
  readonly ordered: readonly string[];
  readonly patterns: readonly { readonly pattern: string; readonly folds: boolean }[];
  /** Whether it matters that a text spells a number. */
  readonly hasNumbers: boolean;
  /** Whether it matters that a text has the form of a date. */
  readonly hasDates: boolean;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
const SIGMA = /[Σσς]/u;
const DIGITS = "0123456789";
const NUMBER_SIGNS = "+-.eE ";
const DATE_SIGNS = "+-.:TZ ";

/** Characters that read well in a context. */
const READABLE = "xyzabcdfghijklmnopqrstuvwABCDFGHIJKLMNOPQRSUVWXY_#~";

/** What keeps the texts of a shape from being told apart by whole characters. */
export function doubtOf(shape: TextShape): string | undefined {
  const { constants, ordered, patterns } = shape;
  const all = [...constants, ...ordered, ...patterns.map(({ pattern }) => pattern)];
  if (all.some((text) => LONE_SURROGATE.test(text))) {
    return "a text or pattern holds half of a surrogate pair";
  }
  if (patterns.some(({ folds }) => folds) && all.some((text) => SIGMA.test(text))) {
    return "the lower case of sigma depends on where in a text it stands";
  }
  const named = namedCharacters(shape);
  if (gapsBetween(ordered).some((gap) => gap.holdsHalves && firstOther(gap, named) === undefined)) {
    return "texts are ordered where halves of surrogate pairs are like no other character";
  }
  return undefined;
}

/** The classes of characters for texts of a shape, readable ones first. */
export function characterClasses(shape: TextShape): readonly CharacterClass[] {
  const named = namedCharacters(shape);
  const classes: CharacterClass[] = [];
  for (const gap of gapsBetween(shape.ordered)) {
    const inGap = (text: string) => gap.holds(text) && !named.has(text);
    const digits = shape.hasNumbers || shape.hasDates ? [...DIGITS].filter(inGap) : [];
    const other = [...READABLE].find(inGap) ?? firstOther(gap, named);
    if (other !== undefined) classes.push({ text: other, members: undefined });
    // Numbers may have white space around them, of any kind.
    const space = shape.hasNumbers ? spaces().find(inGap) : undefined;
    if (space !== undefined) classes.push({ text: space, members: undefined });
    const [digit] = digits;
    if (digit !== undefined) classes.push({ text: digit, members: digits });
  }
  for (const text of named) classes.push({ text, members: [text] });
  return classes;
}

function namedCharacters(shape: TextShape): ReadonlySet<string> {
  const { constants, ordered, patterns, hasNumbers, hasDates } = shape;
  const named = new Set<string>();
  const texts = [...constants, ...ordered, ...patterns.map(({ pattern }) => pattern)];
  if (hasNumbers) texts.push(NUMBER_SIGNS);
  if (hasDates) texts.push(DATE_SIGNS);
  for (const text of texts) for (const character of text) named.add(character);
  if (!patterns.some(({ folds }) => folds)) return named;
  for (const character of [...named]) {
    for (const other of charactersLowering().get(character) ?? []) named.add(other);
  }
  // A character that becomes two in lower case: `_` then takes half of it.
  for (const [lowered, characters] of charactersLowering()) {
    if ([...lowered].length > 1) for (const character of characters) named.add(character);
  }
  return named;
}

/** A character of a gap that has no class of its own in it: no named one, digit or white space. */
function firstOther(gap: UnitGap, named: ReadonlySet<string>): string | undefined {
  for (const text of gap.characters()) {
    if (!named.has(text) && !DIGITS.includes(text) && text.trim() !== "") return text;
  }
  return undefined;
}

let knownSpaces: readonly string[] | undefined;

/** The white space that `trim` takes away. */
function spaces(): readonly string[] {
  knownSpaces ??= Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
    (text) => text.trim() === "",
  );
  return knownSpaces;
}
