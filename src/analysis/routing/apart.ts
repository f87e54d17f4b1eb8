import type { Tree } from "../../conditions/tree.js";
import type { Access } from "../../operators/access.js";
import { type Conjunction, conjunctionsOf } from "../../routing/index/conjunctions.js";
import { Dimensions, type Requirement } from "../../routing/index/dimension.js";
import type { Comparable } from "../../values/domain.js";

/** What one tree requires of a context, to be held against what another does. */
export type Requirements = readonly Conjunction[];

/**
 * Tells of two trees, without a search, that no context in which fields hold single values passes
 * both: whatever one of them needs of a field rules out what the other needs of it. (A list can
 * have an element for each.)
 */
export class Separation {
  readonly #dimensions = new Dimensions();

  /** What a tree requires, worked out once. */
  of(tree: Tree): Requirements {
    return conjunctionsOf(tree, this.#dimensions);
  }
}

/** Whether no context of single values meets what both require. It may say no wrongly, never yes. */
export function areApart(a: Requirements, b: Requirements): boolean {
  return a.every((left) => b.every((right) => isContradiction(left, right)));
}

function isContradiction(left: Conjunction, right: Conjunction): boolean {
  return left.some((one) => right.some((other) => excludeEachOther(one, other)));
}

function excludeEachOther(a: Requirement, b: Requirement): boolean {
  if (a.dimension !== b.dimension) return false;
  if (a.access.kind === "values") return !a.keys.some((key) => b.keys.includes(key));
  if (a.access.kind === "interval")
    return isBefore(a.access, b.access) || isBefore(b.access, a.access);
  return !isAffixOf(a.access, b.access);
}

/** Whether one interval ends before the other begins. */
function isBefore(a: Access, b: Access): boolean {
  if (a.kind !== "interval" || b.kind !== "interval") return false;
  return a.high !== undefined && b.low !== undefined && isBelow(a.high, b.low);
}

function isBelow(a: Comparable, b: Comparable): boolean {
  return a < b;
}

/** Whether a text can begin, or end, with both. */
function isAffixOf(a: Access, b: Access): boolean {
  if (a.kind !== b.kind || (a.kind !== "prefix" && a.kind !== "suffix")) return true;
  if (b.kind !== "prefix" && b.kind !== "suffix") return true;
  const [shorter, longer] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  return a.kind === "prefix" ? longer.startsWith(shorter) : longer.endsWith(shorter);
}
