import type { FieldClasses } from "../value-classes/field-classes.js";
import { type FieldState, meets } from "./field-state.js";

/** A value of the state, as plain and short as there is one; every class of it has a witness. */
export function pickValue(classes: FieldClasses, state: FieldState): unknown {
  const witnessOf = classes.witness;
  const plain = plainSingle(classes, state);
  if (plain !== undefined) return witnessOf(plain)?.value;
  if (state.mayBeEmptyList) return [];
  const [element] = state.elements;
  if (element !== undefined) {
    const chosen: number[] = [];
    for (const need of state.needs) {
      if (chosen.some((position) => meets(classes, position, need))) continue;
      const met = state.elements.find((position) => meets(classes, position, need));
      if (met !== undefined) chosen.push(met);
    }
    if (chosen.length === 0) chosen.push(element);
    return chosen.map((position) => witnessOf(position)?.value ?? null);
  }
  const [single] = state.singles;
  return single === undefined ? undefined : witnessOf(single)?.value;
}

/** A single value that is left and survives JSON, by its class. */
export function plainSingle(
  { witness }: FieldClasses,
  { singles }: FieldState,
): number | undefined {
  return singles.find((position) => witness(position)?.isPlain);
}
