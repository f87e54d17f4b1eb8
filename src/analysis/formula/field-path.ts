import { beginWith, type Field, keyOfField, keyOfSteps } from "../../values/field.js";

/** A field's steps from the context, its source the first; one object for each field. */
export interface FieldPath {
  readonly key: string;
  readonly steps: readonly string[];
}

const paths = new WeakMap<Field, FieldPath>();

/** The path of a field. */
export function pathOf(field: Field): FieldPath {
  const known = paths.get(field);
  if (known !== undefined) return known;
  const path = { key: keyOfField(field), steps: [field.source, ...field.steps] };
  paths.set(field, path);
  return path;
}

/** The path of some steps. */
export function pathOfSteps(steps: readonly string[]): FieldPath {
  return { key: keyOfSteps(steps), steps };
}

/** Whether a field lies inside another. */
export function isInside(inner: FieldPath, outer: FieldPath): boolean {
  return inner.steps.length > outer.steps.length && beginWith(inner.steps, outer.steps);
}
