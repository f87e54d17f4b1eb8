import type { AffixAccess } from "../../operators/access.js";
import type { Requirement } from "../../tree/requirements/dimension.js";
import { toText } from "../../values/text.js";
import type { Merge } from "./merge.js";
import { type MakeFilter, type Postings, PostingsBuilder } from "./postings.js";
import type { Table, TableBuilder } from "./table.js";

/** Keeps a hash a small integer, which the engine does not allocate. */
const HASH_BITS = 0x3fffffff;

/**
 * Finds the positions that require a text at the beginning or the end of a value: the value is
 * hashed character by character from there, and looked up at each length that a required text has.
 * Two texts with one hash share a list, which costs a look in vain.
 */
class AffixTable implements Table {
  readonly #fromEnd: boolean;
  /** Ascending. */
  readonly #lengths: readonly number[];
  readonly #lists: ReadonlyMap<number, number>;
  readonly #postings: Postings;

  constructor(
    fromEnd: boolean,
    lengths: readonly number[],
    lists: ReadonlyMap<number, number>,
    postings: Postings,
  ) {
    this.#fromEnd = fromEnd;
    this.#lengths = lengths;
    this.#lists = lists;
    this.#postings = postings;
  }

  open(value: unknown, context: object, merge: Merge): void {
    const text = toText(value);
    if (typeof text !== "string") return;
    let hash = 0;
    let hashed = 0;
    for (const length of this.#lengths) {
      if (length > text.length) return;
      while (hashed < length) hash = extendHash(hash, text, hashed++, this.#fromEnd);
      const list = this.#lists.get(hash);
      if (list !== undefined) this.#postings.open(list, context, merge);
    }
  }
}

/** Collects requirements of texts at one end. */
export class AffixTableBuilder implements TableBuilder<AffixAccess> {
  readonly #fromEnd: boolean;
  readonly #known = new Set<string>();
  readonly #lengths = new Set<number>();
  readonly #lists = new Map<number, number>();
  readonly #postings = new PostingsBuilder();

  constructor({ kind }: AffixAccess) {
    this.#fromEnd = kind === "suffix";
  }

  measure({ access }: Requirement<AffixAccess>): void {
    this.#known.add(access.text);
  }

  selectivityOf(): number {
    return 1 / this.#known.size;
  }

  add({ access: { text } }: Requirement<AffixAccess>, position: number): void {
    let hash = 0;
    for (let at = 0; at < text.length; at++) hash = extendHash(hash, text, at, this.#fromEnd);
    const list = this.#lists.get(hash) ?? this.#lists.size;
    this.#lists.set(hash, list);
    this.#lengths.add(text.length);
    this.#postings.add(list, position);
  }

  build(makeFilter: MakeFilter): Table | undefined {
    if (this.#postings.isEmpty) return undefined;
    const lengths = [...this.#lengths].sort((a, b) => a - b);
    const postings = this.#postings.build(this.#lists.size, makeFilter);
    return new AffixTable(this.#fromEnd, lengths, this.#lists, postings);
  }
}

/** A polynomial hash, one character further from the end that it started at. */
function extendHash(hash: number, text: string, at: number, fromEnd: boolean): number {
  const code = text.charCodeAt(fromEnd ? text.length - 1 - at : at);
  return (Math.imul(hash, 31) + code + 1) & HASH_BITS;
}
