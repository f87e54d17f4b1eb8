import { Arbitrary, type Random, Stream, Value } from "fast-check";

/** What the arbitrary inside needs in order to shrink a value that it made. */
interface Made {
  readonly inner: unknown;
}

/**
 * An arbitrary whose values, when what it is made of has nothing plainer left, shrink further by
 * their structure: fast-check's own never put a part of a tree in the place of the whole.
 */
export class PlainerArbitrary<V> extends Arbitrary<V> {
  readonly #inner: Arbitrary<V>;
  readonly #plainerThan: (value: V) => readonly V[];

  /** @param plainerThan - the values one step plainer */
  constructor(inner: Arbitrary<V>, plainerThan: (value: V) => readonly V[]) {
    super();
    this.#inner = inner;
    this.#plainerThan = plainerThan;
  }

  generate(random: Random, biasFactor: number | undefined): Value<V> {
    return remember(this.#inner.generate(random, biasFactor));
  }

  canShrinkWithoutContext(value: unknown): value is V {
    return this.#inner.canShrinkWithoutContext(value);
  }

  shrink(value: V, made: Made | undefined): Stream<Value<V>> {
    const parts = Stream.of(...this.#plainerThan(value)).map((part) => new Value(part, undefined));
    return made === undefined
      ? parts
      : this.#inner.shrink(value, made.inner).map(remember).join(parts);
  }
}

function remember<V>(made: Value<V>): Value<V> {
  return new Value<V>(made.value, { inner: made.context } satisfies Made);
}

/** A list in the ways that are one step plainer: an item missing, where others are left, or plainer. */
export function plainerLists<V>(
  items: readonly V[],
  plainerThan: (item: V) => readonly V[],
): readonly (readonly V[])[] {
  const shorter =
    items.length < 2 ? [] : items.map((_, at) => items.filter((_item, other) => other !== at));
  const plainer = items.flatMap((item, at) =>
    plainerThan(item).map((other) => [...items.slice(0, at), other, ...items.slice(at + 1)]),
  );
  return [...shorter, ...plainer];
}
