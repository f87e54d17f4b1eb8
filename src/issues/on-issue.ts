import type { Issue } from "./issue.js";

/**
 * Hears of a record that is set aside: the first of its issues, and all of them. Called once for
 * each record, and again only when its conditions are parsed again.
 */
export type OnIssue = (issue: Issue, issues: readonly Issue[]) => void;
