import type { ParseResult, Tree } from "integration-router";

/** The tree of what was parsed without an issue. */
export function needTree({ tree }: ParseResult): Tree {
  if (tree === undefined) throw new Error("a valid rule set has issues");
  return tree;
}
