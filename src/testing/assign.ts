import type { SelectionContext } from "../context.js";
import { type Field, positionOf } from "../values/field.js";
import { isDate, isList, isObject } from "../values/kinds.js";

/** One field of a context, and what it holds. */
export interface Assignment {
  readonly field: Field;
  readonly value: unknown;
}

/** A list is made for positions up to here; further ones are names of an object, which read alike. */
const FURTHEST_POSITION = 100;

/**
 * Puts values at their fields, with the objects and lists that lead there. Nothing given is changed.
 *
 * @param context - what the values are put into
 * @param assignments - where two cannot both hold, the later one does
 */
export function assign(
  context: SelectionContext,
  assignments: readonly Assignment[],
): SelectionContext {
  return assignments.reduce<SelectionContext>(
    (assigned, { field, value }) => asObject(put(assigned, [field.source, ...field.steps], value)),
    context,
  );
}

/**
 * Lays fixed data over a context: where both hold an object the two become one, elsewhere what is
 * fixed stays. What is fixed as `undefined` is taken out.
 */
export function overlay(context: SelectionContext, fixed: SelectionContext): SelectionContext {
  return asObject(merge(context, fixed));
}

function merge(under: unknown, over: unknown): unknown {
  if (!isPlain(over)) return over;
  return Object.entries(over).reduce<object>(
    (merged, [key, value]) => {
      const below = Object.hasOwn(merged, key) ? Reflect.get(merged, key) : undefined;
      return withOwn(merged, key, merge(below, value));
    },
    isPlain(under) ? under : {},
  );
}

function put(container: unknown, [step, ...others]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const position = positionOf(step);
  if (isList(container) && step === "length") return resized(container, value);
  if (position >= 0 && position <= FURTHEST_POSITION && !isPlain(container)) {
    const list = isList(container) ? [...container] : [];
    while (list.length < position) list.push(null);
    list[position] = put(list[position], others, value);
    return list;
  }
  const holder = isPlain(container) ? container : {};
  const inside = Object.hasOwn(holder, step) ? Reflect.get(holder, step) : undefined;
  return withOwn(holder, step, put(inside, others, value));
}

/** A list of another length; what is no length turns it into an object that says so. */
function resized(list: readonly unknown[], length: unknown): unknown {
  const fits = typeof length === "number" && Number.isInteger(length) && length >= 0;
  if (!fits || length > FURTHEST_POSITION) return { length };
  return Array.from({ length }, (_, position) => list[position] ?? null);
}

/** A copy with one own property more, whatever it is called: `__proto__` too. */
function withOwn(holder: object, key: string, value: unknown): object {
  return Object.fromEntries([...Object.entries(holder), [key, value]]);
}

function isPlain(value: unknown): value is object {
  return isObject(value) && !isDate(value);
}

function asObject(value: unknown): SelectionContext {
  return value as SelectionContext;
}
