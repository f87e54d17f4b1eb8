import { Nesting } from "./nesting.js";
import { type Position, positionAt, START } from "./position.js";

/** The text of one value, not yet parsed, and where in the file it begins. */
export interface PlacedText {
  readonly text: string;
  readonly start: Position;
}

/** Makes the error of what is wrong at a place. */
export type Complain = (place: Position, message: string) => Error;

const VISIBLE = /[^ \t\r\n]/;

/**
 * Splits text that comes in pieces into its JSON values: the elements of one list, or values that end
 * with a line (NDJSON; an object may go over several). It holds no more than the value it is in.
 *
 * It looks for where a value ends and for nothing else: whether that is JSON, parsing will tell.
 */
export class ValueSplitter {
  readonly #longest: number;
  readonly #complain: Complain;
  readonly #nesting = new Nesting();
  /** Told by the first character that is no white space. */
  #form: "lines" | "list" | "ended list" | undefined;
  #isFirst = true;
  /** What there is of the value so far, and where it begins, with the white space before it. */
  #parts: string[] = [];
  #length = 0;
  #start = START;
  #line = START.line;
  /** Where the line begins, counted from the beginning of the piece. */
  #lineStart = 0;

  /** @param longest - how many UTF-16 units a value may have */
  constructor(longest: number, complain: Complain) {
    this.#longest = longest;
    this.#complain = complain;
  }

  /** The values that end in the next piece. */
  *push(piece: string): Generator<PlacedText> {
    let from = this.#form === undefined ? this.#begin(piece) : 0;
    let at = from;
    while (this.#form !== "ended list") {
      at = this.#nesting.next(piece, at);
      const character = piece[at++];
      if (character === undefined) break;
      if (character === "\n") this.#beginLine(at);
      if (!this.#endsValue(character)) continue;
      this.#parts.push(piece.slice(from, at - 1));
      const value = this.#take();
      if (value !== undefined) yield value;
      else this.#allowNone(character, at - 1);
      this.#start = this.#placeOf(at);
      from = at;
    }
    if (this.#form === "ended list") this.#allowOnlySpace(piece.slice(from));
    else this.#keep(piece.slice(from));
    this.#lineStart -= piece.length;
  }

  /** The value that ends with the text. */
  *end(): Generator<PlacedText> {
    const value = this.#take();
    if (value !== undefined) yield value;
    if (this.#form !== "list") return;
    const item = this.#isFirst ? 'a value or "]"' : "a value";
    const expected = value === undefined ? item : '"," or "]"';
    throw this.#complain(this.#placeOf(0), `found the end; expected ${expected}`);
  }

  /** Looks for what form the text has, and gives where the first value begins. */
  #begin(piece: string): number {
    const at = piece.search(VISIBLE);
    if (at < 0) return 0;
    this.#form = piece[at] === "[" ? "list" : "lines";
    if (this.#form === "lines") return 0;
    // The white space before a list is not its first value's.
    this.#parts = [];
    this.#length = 0;
    this.#start = positionAt(piece, at + 1, this.#placeOf(0));
    this.#line = this.#start.line;
    this.#lineStart = at + 2 - this.#start.column;
    return at + 1;
  }

  #endsValue(character: string): boolean {
    if (this.#form !== "list") return character === "\n" && this.#nesting.isOutside;
    if (character === "]") this.#form = "ended list";
    return character !== "\n";
  }

  /** The value, where there is more than white space. */
  #take(): PlacedText | undefined {
    const text = this.#parts.join("");
    this.#parts = [];
    this.#length = 0;
    if (!VISIBLE.test(text)) return undefined;
    this.#isFirst = false;
    return { text, start: this.#start };
  }

  /** An empty line is no value, and a list may be empty; nothing else may lack a value. */
  #allowNone(character: string, at: number): void {
    if (character === "\n" || (character === "]" && this.#isFirst)) return;
    throw this.#complain(this.#placeOf(at), `found "${character}"; expected a value`);
  }

  #keep(rest: string): void {
    this.#parts.push(rest);
    this.#length += rest.length;
    if (this.#length <= this.#longest) return;
    const most = this.#longest.toLocaleString("en-US");
    throw this.#complain(this.#start, `found a value of more than ${most} characters`);
  }

  #allowOnlySpace(rest: string): void {
    const at = rest.search(VISIBLE);
    if (at >= 0) {
      const found = JSON.stringify(rest[at]);
      const place = positionAt(rest, at, this.#start);
      throw this.#complain(place, `found ${found}; expected nothing more`);
    }
    this.#start = positionAt(rest, rest.length, this.#start);
  }

  #beginLine(at: number): void {
    this.#line++;
    this.#lineStart = at;
  }

  #placeOf(at: number): Position {
    return { line: this.#line, column: at - this.#lineStart + 1 };
  }
}
