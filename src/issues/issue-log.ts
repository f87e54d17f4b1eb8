import { formatPath } from "./format-path.js";
import type { Issue, IssueCode } from "./issue.js";

/** A rule set that is wrong throughout says so in its first hundred issues. */
const MOST_ISSUES = 100;

/**
 * Collects the issues of one record while it is parsed, and knows the place that the parser is at.
 */
export class IssueLog {
  readonly issues: Issue[] = [];
  readonly #path: (string | number)[];

  /** @param path - the place where parsing starts */
  constructor(...path: (string | number)[]) {
    this.#path = path;
  }

  /**
   * Goes one step further in. Where reading then throws, the place stays, so that the issue about it
   * names it.
   */
  enter(key: string | number): void {
    this.#path.push(key);
  }

  /** Comes back out of the last step. */
  leave(): void {
    this.#path.pop();
  }

  /**
   * Notes an issue at this place, or at one further in.
   *
   * @param message - what was found and what would be right
   */
  add(code: IssueCode, message: string, ...further: (string | number)[]): undefined {
    if (this.issues.length === MOST_ISSUES) return;
    const path = [...this.#path, ...further];
    this.issues.push({ code, message: `${formatPath(path)}: ${message}`, path });
  }
}
