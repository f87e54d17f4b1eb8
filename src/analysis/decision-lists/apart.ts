import type { IntervalAccess } from "../../operators/access.js";
import { type Conjunction, conjunctionsOf } from "../../tree/requirements/conjunctions.js";
import { Dimensions, type Requirement } from "../../tree/requirements/dimension.js";
import type { Tree } from "../../tree/tree.js";

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
  const { access: one } = a;
  const { access: other } = b;
  if (one.kind === "interval" && other.kind === "interval") {
    return endsBefore(one, other) || endsBefore(other, one);
  }
  if (one.kind === "prefix" && other.kind === "prefix") {
    return !one.text.startsWith(other.text) && !other.text.startsWith(one.text);
  }
  if (one.kind === "suffix" && other.kind === "suffix") {
    return !one.text.endsWith(other.text) && !other.text.endsWith(one.text);
  }
  return !a.keys.some((key) => b.keys.includes(key));
}

function endsBefore({ high }: IntervalAccess, { low }: IntervalAccess): boolean {
  return high !== undefined && low !== undefined && high < low;
}
