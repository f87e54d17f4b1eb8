import { toDate } from "../values/date.js";
import type { Domain } from "../values/domain.js";
import { toNumber } from "../values/number.js";
import type { Atom } from "./atoms.js";
import { type Cell, cellsOf, numberIn, wholeNumberIn } from "./cells.js";
import { dateTexts, FIRST_TEXT, LAST_TEXT } from "./date-texts.js";
import { doubtOf, type TextShape } from "./symbols.js";
import { type TextClass, textClasses } from "./text-classes.js";

/** An atom's truth for a class: `MAYBE` where it may be either, or some are one and some the other. */
export type Truth = 0 | 1 | typeof MAYBE;
export const MAYBE = 2;

/** Values that the atoms of a field do not tell apart, or may not. */
export interface ValueClass {
  /** One of them; a class without is one that may be empty. */
  readonly witness: Witness | undefined;
  /** The truth of each atom for the values. */
  readonly alone: readonly Truth[];
  /** The truth of each atom for a list of one of them. */
  readonly listed: readonly Truth[];
}

/** A value, in an object since `undefined` is one. */
export interface Witness {
  readonly value: unknown;
  /** Whether it survives JSON. */
  readonly isPlain: boolean;
}

/** The classes of all values of a field that are no lists. */
export interface ValueClasses {
  readonly atoms: readonly Atom[];
  readonly classes: readonly ValueClass[];
  /** Why some classes have no witness, where that is so. */
  readonly doubt: string | undefined;
}

const LAST_DATE = 8.64e15;
const IMPOSSIBLE_DATE = "2023-02-30";

/** Values that every field is tried with, whatever is asked of it. */
const PLAIN: readonly unknown[] = [undefined, 1, "x", true, false, "", 0, "true", "false", {}];

function exotic(): readonly unknown[] {
  return [
    new Date(Number.NaN),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0n,
    10n ** 309n,
    -(10n ** 309n),
  ];
}

/**
 * Sorts the values of a field, lists apart, into finitely many classes by what atoms say of them.
 *
 * That none is missing rests on how a value can be compared. Absent values, objects, functions and
 * invalid dates convert to nothing: each kind is one class. A number, a bigint and a `Date` compare
 * by the cell of the line, cut at every constant, that they are in, and by their text where a pattern
 * or the type `TEXT` asks for it. A string compares by its characters, by the number or date that it
 * spells, or as a boolean. Where both its cell and its characters matter, the pairs of a cell and a
 * class of texts are all the classes there can be; for those that no value was found for it is not
 * known whether there is one, and they are kept without a witness.
 */
export function classifyValues(atoms: readonly Atom[], limit: number): ValueClasses {
  const collector = new Collector(atoms);
  const cells = cellsOf(pointsOf(atoms));
  const constants = textsOf(atoms);
  const usesText = atoms.some(({ pattern, ordersText }) => pattern !== undefined || ordersText);
  for (const value of PLAIN) collector.add(value);
  for (const { pattern, domain, constants: literals } of atoms) {
    if (pattern !== undefined) continue;
    if (domain === "number") for (const literal of literals) collector.add(toNumber(literal));
    for (const literal of literals) collector.add(literal);
  }
  for (const text of constants) collector.add(text);
  collector.add(unlike(constants));
  addCells(collector, cells, constants, new Set(atoms.map(({ domain }) => domain)));
  for (const text of constants) collector.addBigint(text);
  const doubt = usesText ? addTexts(collector, atoms, cells, constants, limit) : undefined;
  for (const value of exotic()) collector.add(value, false);
  return { atoms, classes: collector.classes, doubt };
}

/** Where the line is cut. */
function pointsOf(atoms: readonly Atom[]): readonly number[] {
  return [0, ...atoms.flatMap(({ points }) => points)];
}

function textsOf(atoms: readonly Atom[]): ReadonlySet<string> {
  return new Set(atoms.flatMap(({ texts }) => texts));
}

/** A text that is none of some. */
function unlike(texts: ReadonlySet<string>): string {
  let text = "x";
  while (texts.has(text)) text += "x";
  return text;
}

/** One value of each kind for each cell: a number, a text of it, a date, a text of it, a bigint. */
function addCells(
  collector: Collector,
  cells: readonly Cell[],
  constants: ReadonlySet<string>,
  domains: ReadonlySet<Domain>,
): void {
  const isNew = (text: string) => !constants.has(text);
  for (const cell of cells) {
    const number = numberIn(cell);
    if (number === undefined) continue;
    if (Number.isFinite(number)) collector.add(number);
    // Where no string is read as a number, one that spells a number is like any other.
    if (!domains.has("number")) continue;
    for (const text of numberTexts(number)) {
      collector.add(text);
      if (isNew(text)) break;
    }
  }
  for (const cell of domains.has("date") ? cells : []) {
    const written = wholeNumberIn(cell, FIRST_TEXT, LAST_TEXT);
    if (written === undefined) continue;
    for (const text of dateTexts(written)) {
      collector.add(text);
      if (isNew(text)) break;
    }
  }
  for (const cell of cells) {
    const time = wholeNumberIn(cell, -LAST_DATE, LAST_DATE);
    if (time !== undefined) collector.add(new Date(time), false);
    const whole = wholeNumberIn(cell, -Number.MAX_VALUE, Number.MAX_VALUE);
    if (whole === undefined) continue;
    // Above 2^53 several bigints read as one number.
    const neighbours = Number.isSafeInteger(whole) ? [0n] : [0n, 1n, -1n];
    for (const near of neighbours) collector.add(BigInt(whole) + near, false);
  }
}

/** Decimal literals of a number, the plainest first; there is no end to them. */
function* numberTexts(number: number): Generator<string> {
  const text = Number.isFinite(number) ? String(number) : number > 0 ? "1e999" : "-1e999";
  yield text;
  const [mantissa = "", exponent] = text.split("e");
  const tail = exponent === undefined ? "" : `e${exponent}`;
  const fraction = mantissa.includes(".") ? mantissa : `${mantissa}.`;
  for (let zeros = "0"; ; zeros += "0") yield fraction + zeros + tail;
}

/** Adds the classes of texts, and of what prints as text; gives why they are not exact. */
function addTexts(
  collector: Collector,
  atoms: readonly Atom[],
  cells: readonly Cell[],
  constants: ReadonlySet<string>,
  limit: number,
): string | undefined {
  const ordered = atoms.filter(({ ordersText }) => ordersText);
  const shape: TextShape = {
    constants: [...constants],
    ordered: [...textsOf(ordered)],
    patterns: atoms.flatMap(({ pattern }) => pattern ?? []),
    hasNumbers: atoms.some(isOfNumbers),
    hasDates: atoms.some(isOfDates),
  };
  const doubt = doubtOf(shape);
  const classes = doubt === undefined ? textClasses(shape, limit) : undefined;
  if (classes === undefined) {
    for (const text of guesses(shape)) collector.add(text);
    collector.addUnknown();
    return doubt ?? `the patterns and orders on one field make more than ${limit} classes of texts`;
  }
  for (const { witness, form } of classes) {
    collector.add(witness);
    if (form === "decimal") collector.add(Number(witness));
  }
  const pairs = new PairedTexts(collector, atoms, cells);
  for (const text of classes) pairs.add(text);
  return pairs.doubt;
}

/** Whether it matters to an atom which number a value is or spells, or that it is one. */
function isOfNumbers(atom: Atom): boolean {
  const { domain, constants } = atom;
  if (domain === "number" || isOfStrings(atom)) return true;
  return constants.some((constant) => !Number.isNaN(toNumber(constant)));
}

/** Whether it matters to an atom which date a value is or spells, or that it is one. */
function isOfDates(atom: Atom): boolean {
  const { domain, constants } = atom;
  if (domain === "date" || isOfStrings(atom)) return true;
  return constants.some((constant) => !Number.isNaN(toDate(constant)));
}

/** Whether an atom is about a text only where that is a string. */
function isOfStrings({ ordersText, readsText }: Atom): boolean {
  return ordersText && !readsText;
}

/** Texts worth trying where classes cannot be enumerated. */
function guesses({ constants, ordered, patterns }: TextShape): readonly string[] {
  const filled = patterns.flatMap(({ pattern }) => {
    const text = pattern.replace(/\\(.)/gsu, "$1");
    return [text.replaceAll("%", "").replaceAll("_", "x"), text.replaceAll(/[%_]/gu, "x")];
  });
  return [...constants, ...ordered, ...filled].flatMap((text) => [text, `${text}x`, `x${text}`]);
}

/** Pairs the classes of texts that numbers and dates are written in with the cells of the line. */
class PairedTexts {
  doubt: string | undefined;
  readonly #collector: Collector;
  readonly #atoms: readonly Atom[];
  readonly #cells: readonly Cell[];
  readonly #readsText: boolean;

  constructor(collector: Collector, atoms: readonly Atom[], cells: readonly Cell[]) {
    this.#collector = collector;
    this.#atoms = atoms;
    this.#cells = cells;
    this.#readsText = atoms.some(({ readsText }) => readsText);
  }

  add(text: TextClass): void {
    if (text.form === "decimal") this.#addDecimal(text);
    if (text.form === "date") this.#addDate(text);
  }

  #addDecimal({ witness, members }: TextClass): void {
    if (members !== undefined) {
      for (const member of members) this.#collector.add(member);
      for (const member of members) this.#addPrinted(member);
    } else {
      for (const cell of this.#cells) {
        const number = numberIn(cell);
        if (number === undefined) continue;
        this.#tryNumbers(witness, number);
        this.#pair(witness, spell(number), (atom) => atom.domain === "number");
        // What is alone in its cell was tried itself.
        if (!this.#readsText || isExact(cell)) continue;
        if (Number.isFinite(number)) this.#pair(witness, number, ({ readsText }) => !readsText);
        const whole = wholeNumberIn(cell, -Number.MAX_VALUE, Number.MAX_VALUE);
        if (whole !== undefined) {
          this.#pair(witness, BigInt(whole), ({ readsText }) => !readsText);
        }
      }
    }
  }

  /** The number and the bigint that print as a text, where there are such. */
  #addPrinted(text: string): void {
    if (String(Number(text)) === text) this.#collector.add(Number(text));
    this.#collector.addBigint(text);
  }

  #addDate({ witness, members }: TextClass): void {
    if (members !== undefined) {
      for (const member of members) {
        this.#collector.add(member);
        const time = Date.parse(member);
        if (Number.isNaN(time)) continue;
        const date = new Date(time);
        if (date.toISOString() === member) this.#collector.add(date, false);
      }
      return;
    }
    this.#pair(witness, IMPOSSIBLE_DATE, (atom) => atom.domain === "date");
    for (const cell of this.#cells) {
      const written = wholeNumberIn(cell, FIRST_TEXT, LAST_TEXT);
      if (written !== undefined) {
        const [text = IMPOSSIBLE_DATE] = dateTexts(written);
        for (const spelling of firstOf(dateTexts(written), 6)) this.#collector.add(spelling);
        this.#pair(witness, text, (atom) => atom.domain === "date");
      }
      const time = wholeNumberIn(cell, -LAST_DATE, LAST_DATE);
      if (time !== undefined && this.#readsText && cell.low !== cell.high) {
        this.#pair(witness, new Date(time), ({ readsText }) => !readsText);
      }
    }
  }

  /** Texts and numbers in the cell of one number that may look like another. */
  #tryNumbers(witness: string, number: number): void {
    const text = spell(number);
    const digits = witness.trim().replace(/\D/gu, "");
    const fraction = text.includes(".") ? text : `${text}.`;
    const candidates = [
      ` ${text}`,
      `+${text}`,
      `0${text}`,
      `${fraction}0`,
      `${fraction}${digits}`,
      `0${fraction}${digits}`,
      `${digits}00`,
      `${digits}000`,
      `${digits}000000`,
      `${witness}00`,
      `${witness}000000`,
      `${witness}e3`,
      `${witness}e9`,
      `${witness}e-9`,
      `-${digits}00`,
      `-${digits}000000`,
      `100${digits}`,
      `1000000${digits}`,
      `-100${digits}`,
    ];
    for (const candidate of candidates) {
      this.#collector.add(candidate);
      const value = toNumber(candidate);
      if (this.#readsText && Number.isFinite(value)) {
        this.#collector.add(value);
        if (Number.isInteger(value)) this.#collector.add(BigInt(value), false);
      }
    }
  }

  /** A class without a witness: text as one value has it, the rest as another. */
  #pair(text: string, value: unknown, takesValue: (atom: Atom) => boolean): void {
    const alone = this.#atoms.map((atom) => (takesValue(atom) ? value : text));
    // In a list, what looks into a text alone may compare elements as they are.
    const asValues = typeof value === "string" ? alone : alone.map(() => value);
    const isNew = [alone, asValues].map((listed) => this.#collector.addPair(alone, listed));
    if (isNew.includes(true)) this.doubt = BOTH_WAYS;
  }
}

const BOTH_WAYS = "a field's value is compared by its characters and as a number or date at once";

/** Whether a cell holds one number, one date and one bigint at most. */
function isExact({ low, high }: Cell): boolean {
  return low === high && Math.abs(low) <= Number.MAX_SAFE_INTEGER;
}

function firstOf<Item>(items: Iterable<Item>, count: number): readonly Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length === count) break;
    first.push(item);
  }
  return first;
}

function spell(number: number): string {
  const [text = ""] = firstOf(numberTexts(number), 1);
  return text;
}

/** Collects classes, those with a witness before those without, and each once. */
class Collector {
  readonly #atoms: readonly Atom[];
  readonly #classes = new Map<string, ValueClass>();

  constructor(atoms: readonly Atom[]) {
    this.#atoms = atoms;
  }

  get classes(): readonly ValueClass[] {
    const all = [...this.#classes.values()];
    return [
      ...all.filter(({ witness }) => witness !== undefined),
      ...all.filter(({ witness }) => witness === undefined),
    ];
  }

  add(value: unknown, isPlain = true): void {
    const alone = this.#atoms.map(({ test }) => truth(test(value)));
    const listed = this.#atoms.map(({ test }) => truth(test([value])));
    const key = `${alone.join("")} ${listed.join("")}`;
    if (this.#classes.get(key)?.witness !== undefined) return;
    this.#classes.set(key, { witness: { value, isPlain }, alone, listed });
  }

  /** The bigint that prints as a text, where there is one. */
  addBigint(text: string): void {
    if (/^(?:0|-?[1-9]\d*)$/.test(text)) this.add(BigInt(text), false);
  }

  addPair(singles: readonly unknown[], elements: readonly unknown[]): boolean {
    const alone = this.#atoms.map(({ test }, index) => truth(test(singles[index])));
    const listed = this.#atoms.map(({ test }, index) => truth(test([elements[index]])));
    const key = `${alone.join("")} ${listed.join("")}`;
    if (this.#classes.has(key)) return false;
    this.#classes.set(key, { witness: undefined, alone, listed });
    return true;
  }

  addUnknown(): void {
    const maybe = this.#atoms.map((): Truth => MAYBE);
    this.#classes.set("unknown", { witness: undefined, alone: maybe, listed: maybe });
  }
}

function truth(value: boolean): Truth {
  return value ? 1 : 0;
}
