const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** Follows JSON that comes in pieces into its strings, lists and objects, and out of them again. */
export class Nesting {
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  /** Whether no list and no object is open. */
  get isOutside(): boolean {
    return this.#depth === 0;
  }

  /**
   * Goes on to the next place where a value may end: a line's end, and a comma or a closing bracket
   * outside of all lists and objects.
   *
   * @param from - where in the piece to go on
   * @returns the place; the piece's length where there is none
   */
  next(piece: string, from: number): number {
    for (let at = from; at < piece.length; at++) {
      if (this.#isInString) at = this.#passString(piece, at);
      switch (piece.charCodeAt(at)) {
        case QUOTE:
          this.#isInString = true;
          break;
        case OPENING_BRACE:
        case OPENING_BRACKET:
          this.#depth++;
          break;
        case CLOSING_BRACE:
          this.#depth = Math.max(0, this.#depth - 1);
          break;
        case CLOSING_BRACKET:
          if (this.#depth === 0) return at;
          this.#depth--;
          break;
        case COMMA:
          if (this.#depth === 0) return at;
          break;
        case LINE_FEED:
          return at;
      }
    }
    return piece.length;
  }

  /**
   * Goes past the string's end. No string goes over a line's end: what it stands in is no JSON and is
   * over, too.
   *
   * @returns the place after the closing quotation mark, that of the line's end, or the piece's length
   */
  #passString(piece: string, from: number): number {
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === LINE_FEED) {
        this.#isInString = false;
        this.#isEscaped = false;
        this.#depth = 0;
        return at;
      }
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) {
        this.#isInString = false;
        return at + 1;
      }
    }
    return piece.length;
  }
}
