import { positionOf } from "../values/field.js";
import { literalOf } from "./literal.js";

/** How the parts of an expression that hold names, or are long, are written. */
export interface Style {
  /** A name, so that no two names read alike, whatever they are made of. */
  name(name: string): string;
  /** Reads a property of the context into a variable. */
  source(target: string, source: string): string;
  /** Takes one step of a path, from the value of one variable into another. */
  step(target: string, from: string, step: string): string;
  /** Leaves a value to the matcher of a condition. */
  matcher(value: string, condition: number): string;
}

/**
 * JavaScript. Engines turn the tests around a property, with their constant names, into one
 * comparison of the object's hidden class, where asking for an own property would be a call each
 * time. What they do not recognise at once as a plain object with the property is read by the
 * functions that closures use.
 */
export const JAVASCRIPT: Style = {
  name: literalOf,
  source(target, source) {
    const key = literalOf(source);
    return `${target} = typeof context === "object" && context !== null && ${fastRead(target, "context", key)} ? ${target} : own(context, ${key})`;
  },
  step(target, from, step) {
    const key = literalOf(step);
    return `${target} = typeof ${from} !== "object" || ${from} === null ? undefined : ${fastRead(target, from, key)} ? ${target} : take(${from}, ${key}, ${positionOf(step)})`;
  },
  matcher: (value, condition) =>
    `${value} !== undefined && ${value} !== null && deferred.matches(${condition}, ${value}, context, now)`,
};

/**
 * Reads a property of a plain object and tells whether that was right. It runs no accessor that is
 * inherited, and sees through a proxy that answers `get` alone.
 */
function fastRead(target: string, from: string, key: string): string {
  // The first test is what shows the engine an object's hidden class: it must stay the first.
  return `!(nothing in ${from}) && prototypeOf(${from}) === plain && !(${key} in plain) && ((${target} = ${from}[${key}]) === undefined || ${key} in ${from})`;
}

/** The same in short: enough to tell shapes apart, many times sooner than by their code. */
export const SHORTHAND: Style = {
  name: prefixed,
  source: (target, source) => `${target}=${prefixed(source)}`,
  step: (target, from, step) => `${target}=${from}.${prefixed(step)}`,
  matcher: () => "",
};

/** The length in front says where the name ends. */
function prefixed(name: string): string {
  return `${name.length}:${name}`;
}
