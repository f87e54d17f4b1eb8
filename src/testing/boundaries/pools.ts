import { stringify } from "fast-check";
import { isReference, termsOf } from "../../operators/operand.js";
import { operators } from "../../operators/registry.js";
import type { ConditionNode } from "../../tree/tree.js";
import type { ComparisonType } from "../../values/domain.js";
import { type Field, keyOfField } from "../../values/field.js";
import type { Scalar } from "../../values/scalar.js";
import { around } from "./around.js";
import { boundariesOf, literalsIn } from "./at-operand.js";

/** A field, and the values worth trying there: the plainest first. */
export interface Pool {
  readonly key: string;
  readonly field: Field;
  readonly values: readonly unknown[];
  /** Where each value stands, by its text. */
  readonly places: ReadonlyMap<string, number>;
}

/** What is tried where nothing literal says what a field is compared with. */
const SAMPLES: { readonly [T in ComparisonType]: readonly Scalar[] } = {
  number: [10, 20],
  date: ["2026-01-01", "2026-01-02"],
  boolean: [true, false],
  text: ["a", "b"],
  inferred: ["a", 10],
};

/** How many literals of either field are tried on both sides of a reference. */
const SHARED_LITERALS = 3;

/** What a field may hold besides what a condition asks for. */
const ODD_VALUES: readonly unknown[] = [null, "stranger", 7, true, [], {}, [[]], Number.NaN];

/**
 * Gathers, for every field that conditions read, the values at their boundaries.
 *
 * @param conditions - the conditions of a whole list
 * @param own - fields and values that the caller wants tried too
 * @param now - the clock, in epoch milliseconds
 */
export function gatherPools(
  conditions: readonly ConditionNode[],
  own: readonly Pick<Pool, "field" | "values">[],
  now: number,
): ReadonlyMap<string, Pool> {
  const literals = literalsByField(conditions);
  const gathered = new Map<string, { field: Field; values: unknown[] }>();
  const add = (field: Field, values: readonly unknown[]): void => {
    const key = keyOfField(field);
    const known = gathered.get(key);
    if (known === undefined) gathered.set(key, { field, values: [...values] });
    else known.values.push(...values);
  };
  for (const { field, values } of own) add(field, values);
  for (const { field, operator, operand, type } of conditions) {
    const boundaries = boundariesOf(operators[operator].shape);
    add(field, boundaries.field(operand, now));
    for (const term of termsOf(operand)) {
      if (!isReference(term)) continue;
      const shared = [field, term.field].flatMap((side) =>
        (literals.get(keyOfField(side)) ?? []).slice(0, SHARED_LITERALS),
      );
      const samples = [...new Set([...shared, ...SAMPLES[type]])];
      add(field, samples.flatMap(around));
      add(term.field, boundaries.referenced(samples));
    }
  }
  return new Map(
    [...gathered].map(([key, { field, values }]) => {
      const distinct = distinctOf([...values, ...oddValues(values)]);
      const places = new Map([...distinct.keys()].map((text, place) => [text, place]));
      return [key, { key, field, values: [...distinct.values()], places }];
    }),
  );
}

function literalsByField(conditions: readonly ConditionNode[]): Map<string, Scalar[]> {
  const literals = new Map<string, Scalar[]>();
  for (const { field, operand } of conditions) {
    const key = keyOfField(field);
    const known = literals.get(key) ?? [];
    literals.set(key, known);
    known.push(...literalsIn(termsOf(operand)));
  }
  return literals;
}

/** Values of the wrong type, and lists of the right ones alone and mixed with others. */
function oddValues(values: readonly unknown[]): readonly unknown[] {
  const [first = "x", second = first] = values;
  return [...ODD_VALUES, [first], [first, second], [first, "stranger", null, {}], ["stranger"]];
}

/** The values by their texts, of equal ones the last, in the place of the first. */
function distinctOf(values: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(values.map((value) => [stringify(value), value]));
}
