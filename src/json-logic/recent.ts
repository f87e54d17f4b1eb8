/** What an entry takes up beside its key, in characters. */
const OVERHEAD = 200;

/**
 * Remembers what was made of texts lately, in bounded room. Once the newer of two generations is full
 * the older one is forgotten; what is asked for again moves into the newer one.
 */
export class Recent<Value> {
  readonly #room: number;
  #newer = new Map<string, Value>();
  #older: ReadonlyMap<string, Value> = new Map();
  #taken = 0;

  /** @param room - the characters of keys that a generation holds */
  constructor(room: number) {
    this.#room = room;
  }

  /** What is remembered under a key, or what is made of it now. */
  get(key: string, make: (key: string) => Value): Value {
    const known = this.#newer.get(key);
    if (known !== undefined) return known;
    const value = this.#older.get(key) ?? make(key);
    this.#taken += key.length + OVERHEAD;
    if (this.#taken > this.#room) {
      this.#older = this.#newer;
      this.#newer = new Map();
      this.#taken = key.length + OVERHEAD;
    }
    this.#newer.set(key, value);
    return value;
  }
}
