/**
 * The characters that a set of patterns and constants can tell apart: each that stands in one of
 * them, and one for all others. Where texts are ordered, "all others" is one for each gap between
 * the characters of the ordered constants, since which gap a character is in decides the order.
 */
export interface Symbol {
  readonly text: string;
  /** Whether it stands for more characters than itself. */
  readonly isMany: boolean;
}

/** Why the classes of a set of texts cannot be told exactly. */
export type TextDoubt = string | undefined;

const LONE_SURROGATE = /\p{Surrogate}/u;
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;
const SIGMA = /[Σσς]/u;

/** What numbers and dates are written with: their recognizers tell these apart. */
const NOTATION = "0123456789+-.eE:TZ ";

/** Letters that read well in a context, then everything else. */
const READABLE = "xyzabcdfghijklmnopqrstuvwABCDFGHIJKLMNOPQRSUVWXY_#~";

const HIGHEST_UNIT = 0xffff;
const FIRST_ASTRAL = 0x10000;

export interface TextShape {
  /** Constants that texts are equal to or not. */
  readonly constants: readonly string[];
  /** Those that texts are before or after. */
  readonly ordered: readonly string[];
  readonly patterns: readonly { readonly pattern: string; readonly folds: boolean }[];
}

/** What keeps the texts of a shape from being told apart by whole characters. */
export function doubtOf({ constants, ordered, patterns }: TextShape): TextDoubt {
  const all = [...constants, ...ordered, ...patterns.map(({ pattern }) => pattern)];
  if (all.some((text) => LONE_SURROGATE.test(text))) {
    return "a text holds half of a surrogate pair";
  }
  if (ordered.length > 0 && all.some((text) => ASTRAL.test(text))) {
    return "texts are ordered beside characters above U+FFFF";
  }
  if (patterns.some(({ folds }) => folds) && all.some((text) => SIGMA.test(text))) {
    return "the lower case of sigma depends on where it stands";
  }
  return undefined;
}

/** The symbols for texts of a shape, readable ones first. */
export function symbolsOf({ constants, ordered, patterns }: TextShape): readonly Symbol[] {
  const named = new Set(NOTATION);
  for (const text of [...constants, ...ordered]) for (const character of text) named.add(character);
  for (const { pattern } of patterns) for (const character of pattern) named.add(character);
  if (patterns.some(({ folds }) => folds)) {
    for (const character of [...named]) {
      for (const other of charactersLowering().get(character) ?? []) named.add(other);
    }
    // The one character that becomes two: `_` then takes half of it.
    for (const [lowered, characters] of charactersLowering()) {
      if ([...lowered].length > 1) for (const character of characters) named.add(character);
    }
  }
  const others = gapsBetween(ordered).flatMap((gap) => othersIn(gap, named));
  return [
    ...others.map((text) => ({ text, isMany: true })),
    ...[...named].map((text) => ({ text, isMany: false })),
  ];
}

interface Gap {
  readonly above: number;
  readonly below: number;
}

function gapsBetween(ordered: readonly string[]): readonly Gap[] {
  const units = new Set<number>();
  for (const text of ordered) {
    for (let at = 0; at < text.length; at++) units.add(text.charCodeAt(at));
  }
  const cuts = [-1, ...[...units].sort((a, b) => a - b), HIGHEST_UNIT + 1];
  return cuts.slice(1).map((below, index) => ({ above: cuts[index] ?? -1, below }));
}

/** One character of a gap that is no white space, and one that is, as numbers may have it around. */
function othersIn(gap: Gap, named: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const isFree = (text: string) => !named.has(text);
  const inGap = (text: string) => {
    const unit = text.charCodeAt(0);
    return unit > gap.above && unit < gap.below;
  };
  const readable = [...READABLE].find((text) => isFree(text) && inGap(text));
  const plain = readable ?? firstIn(gap, (text) => isFree(text) && text.trim() !== "");
  if (plain !== undefined) found.push(plain);
  const space = spaces().find((text) => isFree(text) && inGap(text));
  if (space !== undefined) found.push(space);
  return found;
}

function firstIn({ above, below }: Gap, accepts: (text: string) => boolean): string | undefined {
  for (let unit = above + 1; unit < below; unit++) {
    const text = isSurrogate(unit) ? astralAt(unit) : String.fromCharCode(unit);
    if (text !== undefined && accepts(text)) return text;
  }
  return undefined;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** The first character above U+FFFF that begins with a unit, if any does. */
function astralAt(unit: number): string | undefined {
  return unit < 0xdc00 ? String.fromCharCode(unit, 0xdc00) : undefined;
}

let knownSpaces: readonly string[] | undefined;

/** The white space that `trim` takes away. */
function spaces(): readonly string[] {
  if (knownSpaces === undefined) {
    const found: string[] = [];
    for (let unit = 0; unit <= HIGHEST_UNIT; unit++) {
      const text = String.fromCharCode(unit);
      if (text.trim() === "") found.push(text);
    }
    knownSpaces = found;
  }
  return knownSpaces;
}

let lowering: ReadonlyMap<string, readonly string[]> | undefined;

/** The characters that change in lower case, by what they become. */
function charactersLowering(): ReadonlyMap<string, readonly string[]> {
  if (lowering === undefined) {
    const found = new Map<string, string[]>();
    for (let code = 0; code < FIRST_ASTRAL * 2; code++) {
      if (isSurrogate(code)) continue;
      const text = String.fromCodePoint(code);
      const lower = text.toLowerCase();
      if (lower === text) continue;
      const known = found.get(lower);
      if (known === undefined) found.set(lower, [text]);
      else known.push(text);
    }
    lowering = found;
  }
  return lowering;
}
