import type { Tree } from "../tree/tree.js";
import { type Part, simplify } from "./simplify.js";
import { type WrittenCondition, writeCondition } from "./write-condition.js";

/** A rule that `toJsonLogic` writes: plain JSON, new each time, and the caller's to change. */
export type JsonLogicRule =
  | WrittenCondition
  | { and: JsonLogicRule[] }
  | { or: JsonLogicRule[] }
  | { "!": [JsonLogicRule] }
  | { "!!": [boolean] };

/**
 * Writes a tree as a JSON Logic rule, for json-logic-js with the operators that `addOperators`
 * registers, and for `parseRules`, which reads it back into a tree that decides the same.
 *
 * The rule is written small: it may nest and hold less than the tree. It exceeds the limits that the
 * tree was parsed under in two cases, and is then read back under higher ones: where `and` and `or`
 * take turns through all of the allowed depth or number of nodes and the list of `conditions` is an
 * `or` around them; and where rules use `<` with three arguments, which are written as two conditions.
 *
 * @param tree - a tree, as a parser gave it
 * @returns the rule, an object with one key; of a tree that decides nothing `{ "!!": [true] }` or
 *   `{ "!!": [false] }`
 * @throws TypeError on a tree that holds a node of a kind that no rule can say
 *
 * @example
 * ```ts
 * const { tree } = parseRules({ "!": [{ "==": [{ var: "subscriber.data.plan" }, "free"] }] });
 * const rule = tree && toJsonLogic(tree);
 * rule; // { "ir:NOT_EQUAL": [{ source: "subscriber", path: "data.plan" }, "free"] }
 * ```
 */
export function toJsonLogic(tree: Tree): JsonLogicRule {
  const simple = simplify(tree);
  return simple.kind === "constant" ? { "!!": [simple.value] } : write(simple);
}

function write(part: Part): JsonLogicRule {
  switch (part.kind) {
    case "condition":
      return writeCondition(part);
    case "not":
      return { "!": [write(part.child)] };
    case "and":
      return { and: part.children.map(write) };
    case "or":
      return { or: part.children.map(write) };
  }
}
