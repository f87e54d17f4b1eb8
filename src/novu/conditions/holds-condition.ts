import { isList, isObject } from "../../values/kinds.js";

/** Whether what stands in a group is a group itself: it has children of its own. */
export function isGroup(child: unknown): child is object {
  return isObject(child) && Object.hasOwn(child, "children");
}

/**
 * Whether a condition stands anywhere in a group. However deep it nests, each group is looked into
 * once.
 */
export function holdsCondition(group: object): boolean {
  const seen = new Set([group]);
  for (const { children } of seen as Set<{ readonly children?: unknown }>) {
    if (!isList(children)) continue;
    for (const child of children) {
      if (!isGroup(child)) return true;
      seen.add(child);
    }
  }
  return false;
}
