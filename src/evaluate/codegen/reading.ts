import { positionOf } from "../../values/field.js";
import { literalOf } from "./literal.js";

// The engine turns these tests, with their constant names, into one comparison of the object's
// hidden class, where asking for an own property would be a call each time. What they do not
// recognise at once as a plain object with the property is read by the functions that closures use.

/** Reads a property of the context into a variable. */
export function readSource(target: string, source: string): string {
  const key = literalOf(source);
  return `${target} = typeof context === "object" && context !== null && ${fastRead(target, "context", key)} ? ${target} : own(context, ${key})`;
}

/** Takes one step of a path, from the value of one variable into another. */
export function readStep(target: string, from: string, step: string): string {
  const key = literalOf(step);
  return `${target} = typeof ${from} !== "object" || ${from} === null ? undefined : ${fastRead(target, from, key)} ? ${target} : take(${from}, ${key}, ${positionOf(step)})`;
}

/**
 * Reads a property of a plain object and tells whether that was right. It runs no accessor that is
 * inherited, and sees through a proxy that answers `get` alone.
 */
function fastRead(target: string, from: string, key: string): string {
  return `!(nothing in ${from}) && prototypeOf(${from}) === plain && !(${key} in plain) && ((${target} = ${from}[${key}]) === undefined || ${key} in ${from})`;
}
