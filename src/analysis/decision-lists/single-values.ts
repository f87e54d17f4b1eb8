import { not } from "../../tree/combine-trees.js";
import { fieldsReadBy } from "../../tree/fields-read.js";
import type { Tree } from "../../tree/tree.js";
import { conditionsOf } from "../../tree/walk.js";
import { beginWith, type Field, keyOfField } from "../../values/field.js";
import { isList } from "../../values/kinds.js";

/** Every field that a tree reads, those in references too, each once. */
export function fieldsOf(tree: Tree): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const field of conditionsOf(tree).flatMap(fieldsReadBy))
    fields.set(keyOfField(field), field);
  return [...fields.values()];
}

/** Whether one field holds the other, or is it: setting one may then set the other. */
export function meet(a: Field, b: Field): boolean {
  return a.source === b.source && (beginWith(a.steps, b.steps) || beginWith(b.steps, a.steps));
}

/**
 * What a context must pass for the fields that trees read to hold single values: no list has a
 * length there. A field that is read into (`items` beside `items.length`) is left alone, since it
 * is meant to be a list or an object.
 */
export function holdSingleValues(trees: readonly Tree[]): readonly Tree[] {
  const fields = fieldsOf({ kind: "and", children: trees });
  return fields
    .filter((field) => !fields.some((other) => other !== field && isReadInto(field, other)))
    .map((field) =>
      not({
        kind: "condition",
        field: {
          source: field.source,
          path: `${field.path}.length`,
          steps: [...field.steps, "length"],
        },
        operator: "IS_DEFINED",
        operand: { kind: "none" },
        type: "inferred",
      }),
    );
}

function isReadInto(field: Field, other: Field): boolean {
  return other.steps.length > field.steps.length && meet(field, other);
}

/** Whether a list stands anywhere in a context. */
export function holdsList(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isList(value) || Object.values(value).some(holdsList);
}
