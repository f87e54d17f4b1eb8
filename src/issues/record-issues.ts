import type { IntegrationRef } from "../integration.js";
import { describeKind } from "./describe.js";
import type { Issue } from "./issue.js";
import type { OnIssue } from "./on-issue.js";

/** The issue of a list's entry that is no record. */
export function notAnObject(entry: unknown, index: number): Issue {
  const message = `found ${describeKind(entry)}; expected an integration record`;
  return { code: "not-an-object", message, path: [], integration: { index } };
}

/** The issue of a record that throws when it is read. */
export function unreadable(index: number): Issue {
  const message = "reading the record threw; expected plain data";
  return { code: "unreadable", message, path: [], integration: { index } };
}

/** Says of issues which record they are in. */
export function nameRecord(
  issues: readonly Issue[],
  integration: IntegrationRef,
): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, integration }));
}

/** Tells whoever listens that a record is set aside. */
export function report(issues: readonly Issue[], onIssue: OnIssue): void {
  const [first] = issues;
  if (first !== undefined) onIssue(first, issues);
}
