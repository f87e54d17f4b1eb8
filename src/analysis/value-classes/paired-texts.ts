import { toNumber } from "../../values/number.js";
import { LAST_INSTANT } from "../../values/time.js";
import type { TextClass } from "../automata/text-classes.js";
import type { Atom } from "../formula/atom.js";
import { type Cell, numberIn, wholeNumberIn } from "./cells.js";
import type { Collector } from "./class-collector.js";
import { dateTexts, FIRST_TEXT, LAST_TEXT } from "./date-texts.js";
import { spell } from "./number-texts.js";

const IMPOSSIBLE_DATE = "2023-02-30";

/** Pairs the classes of texts that numbers and dates are written in with the cells of the line. */
export class PairedTexts {
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
      const time = wholeNumberIn(cell, -LAST_INSTANT, LAST_INSTANT);
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
    // White space is of many kinds, which texts are ordered by.
    const [before = ""] = /^\s*/.exec(witness) ?? [];
    const candidates = [
      `${before}${text}`,
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
