import { isDeepPath, pathKeys } from "./path-keys.js";

/**
 * Reads a path as lodash's `get` does, which Novu reads fields with: inherited properties and those
 * of strings, numbers and functions are seen, and a name that holds dots is tried as a whole first.
 *
 * @throws what reading the data throws
 */
export function readLoosely(data: object, path: string): unknown {
  const keys = !isDeepPath(path) || path in data ? [path] : pathKeys(path);
  if (keys.length === 0) return undefined;
  let value: unknown = data;
  for (const key of keys) {
    if (value === undefined || value === null) return undefined;
    value = propertyOf(value, key);
  }
  return value;
}

/**
 * A property of anything that has properties, inherited ones included.
 *
 * @param holder - neither `undefined` nor `null`
 */
export function propertyOf(holder: unknown, key: string): unknown {
  return (holder as { readonly [key: string]: unknown })[key];
}
