/** Where text stops being JSON, and why. */
export class JsonError extends Error {
  override readonly name = "JsonError";

  /** @param offset - the first UTF-16 unit that is wrong; the text's length where it ends too early */
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/** What may come next; after a whole value, that depends on what the value stands in. */
type State = "value" | "first item" | "first key" | "key" | "after value";

const WHITE_SPACE = /[ \t\n\r]*/y;
const PRIMITIVE = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Finds the place where text stops being JSON: `JSON.parse` tells of it in words that differ from one
 * version of Node to the next, and often without the place.
 *
 * @returns `undefined` where the text is JSON
 */
export function findJsonError(text: string): JsonError | undefined {
  try {
    new JsonReader(text).read();
    return undefined;
  } catch (error) {
    if (error instanceof JsonError) return error;
    throw error;
  }
}

/** Reads through text without recursion, however deep it nests. */
class JsonReader {
  readonly #text: string;
  #at = 0;
  #state: State = "value";
  /** What closes the lists and objects that are open, innermost last. */
  readonly #closing: ("]" | "}")[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    do this.#step();
    while (this.#state !== "after value" || this.#closing.length > 0);
    if (this.#peek() !== undefined) this.#fail("nothing more");
  }

  #step(): void {
    const next = this.#peek();
    switch (this.#state) {
      case "value":
        this.#value(next, "a value");
        break;
      case "first item":
        if (next === "]") this.#close();
        else this.#value(next, 'a value or "]"');
        break;
      case "first key":
        if (next === "}") this.#close();
        else this.#key(next, 'a key in quotation marks or "}"');
        break;
      case "key":
        this.#key(next, "a key in quotation marks");
        break;
      case "after value":
        this.#afterValue(next);
    }
  }

  #value(next: string | undefined, expected: string): void {
    if (next === "[") {
      this.#open("]", "first item");
    } else if (next === "{") {
      this.#open("}", "first key");
    } else {
      if (next === '"') this.#string();
      else if (!this.#take(PRIMITIVE)) this.#fail(expected);
      this.#state = "after value";
    }
  }

  #key(next: string | undefined, expected: string): void {
    if (next !== '"') this.#fail(expected);
    this.#string();
    if (this.#peek() !== ":") this.#fail('":"');
    this.#at++;
    this.#state = "value";
  }

  #afterValue(next: string | undefined): void {
    const closing = this.#closing.at(-1);
    if (next === closing) {
      this.#close();
    } else {
      if (next !== ",") this.#fail(`"," or "${closing}"`);
      this.#at++;
      this.#state = closing === "}" ? "key" : "value";
    }
  }

  #open(closing: "]" | "}", state: State): void {
    this.#at++;
    this.#closing.push(closing);
    this.#state = state;
  }

  #close(): void {
    this.#at++;
    this.#closing.pop();
    this.#state = "after value";
  }

  #string(): void {
    this.#at++;
    do this.#take(PLAIN_TEXT);
    while (this.#take(ESCAPE));
    const next = this.#text[this.#at];
    if (next === "\\") this.#fail("an escape that JSON has");
    if (next !== '"') this.#fail("a closing quotation mark");
    this.#at++;
  }

  /** The next character that is not white space; `undefined` at the end. */
  #peek(): string | undefined {
    this.#take(WHITE_SPACE);
    return this.#text[this.#at];
  }

  /** Moves past what matches here; tells whether anything did. */
  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #fail(expected: string): never {
    const character = this.#text[this.#at];
    const found = character === undefined ? "the end" : JSON.stringify(character);
    throw new JsonError(this.#at, `found ${found}; expected ${expected}`);
  }
}
