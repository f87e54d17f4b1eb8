import type { Issue } from "../../issues/issue.js";
import type { IssueLog } from "../../issues/issue-log.js";
import type { Evaluable } from "../../tree/opaque.js";
import type { Tree } from "../../tree/tree.js";

/** What conditions or rules were parsed to, or the issues that kept them from being parsed. */
export type ParseResult<E extends Evaluable = Tree> =
  | { readonly tree: E; readonly issues: readonly [] }
  | { readonly tree: undefined; readonly issues: readonly Issue[] };

/**
 * The result of a parser that writes its issues into a log. Where it throws, because reading what it
 * is given does, that is an issue at the place that it had come to.
 */
export function resultOf<E extends Evaluable>(
  log: IssueLog,
  parse: () => E | undefined,
): ParseResult<E> {
  const tree = attempt(log, parse);
  return tree !== undefined && log.issues.length === 0
    ? { tree, issues: [] }
    : { tree: undefined, issues: log.issues };
}

function attempt<E>(log: IssueLog, parse: () => E | undefined): E | undefined {
  try {
    return parse();
  } catch {
    return addUnreadable(log);
  }
}

/** Notes that reading what stands at the log's place threw. */
export function addUnreadable(log: IssueLog): undefined {
  return log.addMessage("unreadable", "reading this threw; expected plain data");
}
