import type { Issue } from "../../issues/issue.js";
import type { IssueLog } from "../../issues/issue-log.js";
import type { Tree } from "../../tree/tree.js";

/** A tree, or the issues that kept the conditions or the rules from being one. */
export type ParseResult =
  | { readonly tree: Tree; readonly issues: readonly [] }
  | { readonly tree: undefined; readonly issues: readonly Issue[] };

/**
 * The result of a parser that writes its issues into a log. Where it throws, because reading what it
 * is given does, that is an issue at the place that it had come to.
 */
export function resultOf(log: IssueLog, parse: () => Tree | undefined): ParseResult {
  const tree = attempt(log, parse);
  return tree !== undefined && log.issues.length === 0
    ? { tree, issues: [] }
    : { tree: undefined, issues: log.issues };
}

function attempt(log: IssueLog, parse: () => Tree | undefined): Tree | undefined {
  try {
    return parse();
  } catch {
    return addUnreadable(log);
  }
}

/** Notes that reading what stands at the log's place threw. */
export function addUnreadable(log: IssueLog): undefined {
  return log.add("unreadable", "reading this threw; expected plain data");
}
