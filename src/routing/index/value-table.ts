import type { ValuesAccess } from "../../operators/access.js";
import type { Requirement } from "../../tree/requirements/dimension.js";
import { keyOfValue } from "../../tree/requirements/value-keys.js";
import type { Comparable, ComparisonType } from "../../values/domain.js";
import type { Merge } from "./merge.js";
import { type MakeFilter, type Postings, PostingsBuilder } from "./postings.js";
import type { Table, TableBuilder } from "./table.js";

/** Finds the positions that require one of some exact values, by hashing. */
class ValueTable implements Table {
  readonly #type: ComparisonType;
  readonly #lists: ReadonlyMap<Comparable, number>;
  readonly #postings: Postings;

  constructor(type: ComparisonType, lists: ReadonlyMap<Comparable, number>, postings: Postings) {
    this.#type = type;
    this.#lists = lists;
    this.#postings = postings;
  }

  open(value: unknown, context: object, merge: Merge): void {
    const list = this.#lists.get(keyOfValue(value, this.#type));
    if (list !== undefined) this.#postings.open(list, context, merge);
  }
}

/** Collects requirements of exact values under one type. */
export class ValueTableBuilder implements TableBuilder<ValuesAccess> {
  readonly #type: ComparisonType;
  readonly #known = new Set<Comparable>();
  readonly #lists = new Map<Comparable, number>();
  readonly #postings = new PostingsBuilder();

  constructor({ type }: ValuesAccess) {
    this.#type = type;
  }

  measure({ keys }: Requirement): void {
    for (const key of keys) this.#known.add(key);
  }

  selectivityOf({ keys }: Requirement): number {
    return keys.length / this.#known.size;
  }

  add({ keys }: Requirement, position: number): void {
    for (const key of keys) {
      const list = this.#lists.get(key) ?? this.#lists.size;
      this.#lists.set(key, list);
      this.#postings.add(list, position);
    }
  }

  build(makeFilter: MakeFilter): Table | undefined {
    if (this.#postings.isEmpty) return undefined;
    const postings = this.#postings.build(this.#lists.size, makeFilter);
    return new ValueTable(this.#type, this.#lists, postings);
  }
}
