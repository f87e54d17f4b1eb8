import { parsePath } from "../conditions/reading/path.js";
import { sourceOf } from "../conditions/reading/reference.js";
import { SOURCES } from "../sources.js";
import type { Field } from "../values/field.js";

/**
 * Values by the field that may hold them. A field is a source, a dot and a path:
 * `subscriber.data.plan`, `payload.items[0].sku`.
 */
export interface ValuesByField {
  readonly [field: string]: readonly unknown[];
}

const MOST_STEPS = 64;

/**
 * Reads the name of a field.
 *
 * @param name - a source, a dot and a path
 * @param sources - the caller's own sources, beside the built-in ones
 * @throws TypeError where it is none
 *
 * @example
 * ```ts
 * readField("subscriber.data.plan").steps; // ["data", "plan"]
 * ```
 */
export function readField(name: string, sources: readonly string[] = []): Field {
  const source = sourceOf(name, new Set([...SOURCES, ...sources]), ".");
  const path = source === undefined ? "" : name.slice(source.length + 1);
  const parsed = parsePath(path, MOST_STEPS);
  if (source === undefined || path === "" || !parsed.ok) {
    throw new TypeError(
      `fields: found ${JSON.stringify(name)}; expected a source, a dot and a path, such as subscriber.data.plan`,
    );
  }
  return { source, path, steps: parsed.steps };
}
