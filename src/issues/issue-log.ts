import { describe } from "./describe.js";
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

  /** Notes, at this place or at one further in, what was found and what would be right. */
  add(
    code: IssueCode,
    found: string,
    expected: string,
    ...further: (string | number)[]
  ): undefined {
    this.addMessage(code, `found ${found}; expected ${expected}`, ...further);
  }

  /** The same of a value, named as {@link describe} does. */
  addWrong(
    code: IssueCode,
    value: unknown,
    expected: string,
    ...further: (string | number)[]
  ): undefined {
    this.add(code, describe(value), expected, ...further);
  }

  /** Notes that there is more of something than a limit allows. */
  addExcess(
    code: IssueCode,
    found: string,
    limit: number,
    ...further: (string | number)[]
  ): undefined {
    this.add(code, found, `at most ${limit}`, ...further);
  }

  /** Notes an issue that has a sentence of its own. */
  addMessage(code: IssueCode, message: string, ...further: (string | number)[]): undefined {
    if (this.issues.length === MOST_ISSUES) return;
    const path = [...this.#path, ...further];
    this.issues.push({ code, message: `${formatPath(path)}: ${message}`, path });
  }
}
