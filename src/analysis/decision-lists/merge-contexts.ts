import type { ConditionContext } from "../../context.js";
import { isDate, isObject } from "../../values/kinds.js";

/** Both contexts in one; where they say different things of a field, the second is right. */
export function mergeContexts(first: ConditionContext, second: ConditionContext): ConditionContext {
  return mergeData(first, second);
}

function mergeData(first: object, second: object): object {
  const merged = new Map<string, unknown>(Object.entries(first));
  for (const [key, value] of Object.entries(second)) {
    const other = merged.get(key);
    merged.set(key, holdsMore(other) && holdsMore(value) ? mergeData(other, value) : value);
  }
  return Object.fromEntries(merged);
}

function holdsMore(value: unknown): value is object {
  return isObject(value) && !isDate(value);
}
