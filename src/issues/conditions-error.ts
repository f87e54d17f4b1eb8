import type { Issue } from "./issue.js";

const SHOWN = 3;

/**
 * Conditions that cannot be compiled, with everything that is wrong with them.
 *
 * @example
 * ```ts
 * try {
 *   compileConditions(row.conditions);
 * } catch (error) {
 *   if (error instanceof ConditionsError) console.error(error.issues);
 * }
 * ```
 */
export class ConditionsError extends Error {
  override readonly name: string = "ConditionsError";
  /** Every issue, in the order of the record; at most a hundred for each. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(summarize(issues));
    this.issues = issues;
  }
}

function summarize(issues: readonly Issue[]): string {
  const shown = issues.slice(0, SHOWN).map(({ message }) => message);
  const others = issues.length - shown.length;
  if (others > 0) shown.push(`and ${others} more`);
  return shown.join("\n");
}
