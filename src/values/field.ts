import { elementOf, isDate, ownProperty } from "./kinds.js";

/** A field of the context: a source and the path inside it, parsed. */
export interface Field {
  /** The context's own property that the path starts from. */
  readonly source: string;
  /** The path as it was written. */
  readonly path: string;
  /** The path's steps: property names and, as text, list positions. */
  readonly steps: readonly string[];
}

/** A field as people write it: `payload.items[0]`, `payload[0]`, or a path alone. */
export function formatField(source: string, path: string): string {
  return source === "" || path.startsWith("[") ? `${source}${path}` : `${source}.${path}`;
}

/** Equal for fields that are the same, however their paths are written. */
export function keyOfField({ source, steps }: Field): string {
  return keyOfSteps([source, ...steps]);
}

/** The same for steps from the context, the source the first. */
export function keyOfSteps(steps: readonly string[]): string {
  return JSON.stringify(steps);
}

/** Whether steps begin with others, or are the same. */
export function beginWith(steps: readonly string[], first: readonly string[]): boolean {
  return first.length <= steps.length && first.every((step, at) => step === steps[at]);
}

/** Reads one field of a context; `undefined` where a step cannot be taken. */
export type Reader = (context: object) => unknown;

interface Step {
  readonly key: string;
  /** The list position that the key is, or -1. */
  readonly index: number;
}

/** List positions as JavaScript spells them; `01` is a name like any other. */
const POSITION = /^(?:0|[1-9]\d*)$/;

/**
 * Makes the reader of a field. Only own properties of plain data are seen, whatever they are
 * called: nothing inherited, and nothing of strings, dates or functions.
 *
 * @example
 * ```ts
 * const read = fieldReader({ source: "payload", path: "items[0].sku", steps: ["items", "0", "sku"] });
 * read({ payload: { items: [{ sku: "A-1" }] } }); // "A-1"
 * ```
 */
export function fieldReader(field: Field): Reader {
  const { source } = field;
  const [first, second, ...others] = field.steps.map(toStep);
  // Most paths have one or two steps: for these the loop is unrolled.
  if (first === undefined) return (context) => ownProperty(context, source);
  if (second === undefined) return (context) => take(ownProperty(context, source), first);
  if (others.length === 0) {
    return (context) => take(take(ownProperty(context, source), first), second);
  }
  return (context) => {
    let value = take(take(ownProperty(context, source), first), second);
    for (const step of others) value = take(value, step);
    return value;
  };
}

function toStep(key: string): Step {
  return { key, index: positionOf(key) };
}

/** The list position that a step is, or -1. */
export function positionOf(key: string): number {
  return POSITION.test(key) ? Number(key) : -1;
}

function take(container: unknown, { key, index }: Step): unknown {
  return typeof container === "object" && container !== null
    ? takeFrom(container, key, index)
    : undefined;
}

/**
 * Takes one step from an object or a list.
 *
 * @param index - the key as a list position, or -1
 */
export function takeFrom(container: object, key: string, index: number): unknown {
  if (Array.isArray(container)) return takeElement(container, key, index);
  const value = ownProperty(container, key);
  return value === undefined || isDate(container) ? undefined : value;
}

function takeElement(list: readonly unknown[], key: string, index: number): unknown {
  if (key === "length") return list.length;
  return index >= 0 && index < list.length ? elementOf(list, index) : undefined;
}
