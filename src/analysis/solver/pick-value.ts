import type { FieldDomain } from "../value-classes/field-classes.js";
import { type FieldState, meets } from "./field-state.js";

/** A value of the state, as plain and short as there is one; every class of it has a witness. */
export function pickValue(domain: FieldDomain, state: FieldState): unknown {
  const witnessOf = domain.witness;
  const plain = plainSingle(domain, state);
  if (plain !== undefined) return witnessOf(plain)?.value;
  if (state.mayBeEmptyList) return [];
  const [element] = state.elements;
  if (element !== undefined) {
    const chosen: number[] = [];
    for (const need of state.needs) {
      if (chosen.some((index) => meets(domain, index, need))) continue;
      const met = state.elements.find((index) => meets(domain, index, need));
      if (met !== undefined) chosen.push(met);
    }
    if (chosen.length === 0) chosen.push(element);
    return chosen.map((index) => witnessOf(index)?.value ?? null);
  }
  const [single] = state.singles;
  return single === undefined ? undefined : witnessOf(single)?.value;
}

/** A single value that is left and survives JSON, by its class. */
export function plainSingle({ witness }: FieldDomain, { singles }: FieldState): number | undefined {
  return singles.find((index) => witness(index)?.isPlain);
}
