import { onlyKeyOf } from "../../conditions/rules/rule.js";
import type { Targeting } from "../../conditions/targeting.js";
import type { IssuePath } from "../../issues/issue.js";
import type { Tree } from "../../tree/tree.js";
import { elementOf, isList, ownProperty } from "../../values/kinds.js";

/** A group or condition of a record, what it was parsed to, and where it stands. */
export interface Place {
  readonly node: Tree;
  readonly path: IssuePath;
  /** The groups and conditions directly inside it. */
  readonly children: readonly Place[];
}

/**
 * Finds where in a record the parts of its tree come from.
 *
 * @param tree - what the conditions or rules were parsed to
 */
export function placesIn({ syntax, raw }: Targeting, tree: Tree): Place {
  return syntax === "rules" ? ruleAt(raw, tree, ["rules"]) : groupAt(tree, ["conditions"], []);
}

/** The conditions of a place, in the record's order. */
export function conditionsIn(place: Place): readonly Place[] {
  if (place.children.length > 0) return place.children.flatMap(conditionsIn);
  return place.node.kind === "constant" ? [] : [place];
}

/**
 * The tree of conditions has a node for each group and condition, and one more for each negation.
 *
 * @param steps - what leads from a group to its members: nothing from the list to its groups
 */
function groupAt(node: Tree, path: IssuePath, steps: IssuePath): Place {
  const members = membersOf(node.kind === "not" ? node.child : node);
  return {
    node,
    path,
    children: members.map((child, at) => groupAt(child, [...path, ...steps, at], ["children"])),
  };
}

/** The tree of rules has a node for each `and` and `or`; what else a rule becomes is its own. */
function ruleAt(raw: unknown, node: Tree, path: IssuePath): Place {
  let inside = raw;
  let signed = node;
  let way = path;
  let isNegated = false;
  for (let key = onlyKeyOf(inside); key === "!" || key === "!!"; key = onlyKeyOf(inside)) {
    if (key === "!") isNegated = !isNegated;
    const given = ownProperty(Object(inside), key);
    way = isList(given) ? [...way, key, 0] : [...way, key];
    inside = isList(given) ? elementOf(given, 0) : given;
  }
  if (isNegated && signed.kind === "not") signed = signed.child;
  const key = onlyKeyOf(inside);
  if (key !== "and" && key !== "or") return { node, path, children: [] };
  const given = ownProperty(Object(inside), key);
  return {
    node,
    path,
    children: membersOf(signed).map((child, at) =>
      isList(given)
        ? ruleAt(elementOf(given, at), child, [...way, key, at])
        : ruleAt(given, child, [...way, key]),
    ),
  };
}

function membersOf(node: Tree): readonly Tree[] {
  return node.kind === "and" || node.kind === "or" ? node.children : [];
}
