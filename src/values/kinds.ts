const getTime = Date.prototype.getTime;
const tagOf = Object.prototype.toString;

/** Whether a value is `undefined` or `null`, which conditions make no difference between. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** Whether a value is an object in the sense of records and groups: no list and no function. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isList(value);
}

/**
 * Whether a value is a list. Unlike `Array.isArray` it never widens the elements to `any`, and never
 * throws: a revoked proxy is an object, and whoever reads it finds out.
 */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * Whether an object is a `Date`, of this realm or another (a test runner's, an iframe's). What only
 * looks like one (a proxy of a `Date`, an object with the tag) is none: it has no time to read.
 */
export function isDate(value: object): value is Date {
  try {
    // Almost every object asked about is plain data: this answers without a call into the engine.
    const prototype = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) return false;
    if (!(value instanceof Date) && tagOf.call(value) !== "[object Date]") return false;
    getTime.call(value);
    return true;
  } catch {
    return false;
  }
}

/** An object's own property; one that it inherits counts as missing. */
export function ownProperty(holder: object, key: string): unknown {
  return Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined;
}

/** A list's element; a hole in it is absent, whatever lists inherit. */
export function elementOf(list: readonly unknown[], position: number): unknown {
  return Object.hasOwn(list, position) ? list[position] : undefined;
}
