import { isAbsent } from "../../values/kinds.js";
import { propertyOf } from "../conditions/get.js";

/** Splits what a `var` names: at every dot, and there is no escaping one. */
export function splitVar(path: string): readonly string[] {
  return path.split(".");
}

/**
 * Reads what a `var` names, inherited properties and those of strings included.
 *
 * @param otherwise - what it is where there is nothing
 */
export function readVar(data: unknown, keys: readonly string[], otherwise: unknown): unknown {
  let value = data;
  for (const key of keys) {
    if (isAbsent(value)) return otherwise;
    value = propertyOf(value, key);
    if (value === undefined) return otherwise;
  }
  return value;
}
