import type { IssueLog } from "../../issues/issue-log.js";

/**
 * Counts the nodes of one integration, each every time it is met, so that input which is cyclic or
 * shares its parts comes to an end.
 */
export class NodeCount {
  readonly #limit: number;
  readonly #what: string;
  readonly #log: IssueLog;
  #met = 0;

  /** @param what - the nodes, as an issue calls them */
  constructor(limit: number, what: string, log: IssueLog) {
    this.#limit = limit;
    this.#what = what;
    this.#log = log;
  }

  /** Whether the limit is passed: nothing further is read then. */
  get isExceeded(): boolean {
    return this.#met > this.#limit;
  }

  /** Counts one more, and tells whether it may be read; the log gets an issue where it may not. */
  add(): boolean {
    this.#met++;
    if (!this.isExceeded) return true;
    const limit = this.#limit;
    this.#log.addExcess("too-many-nodes", `more than ${limit} ${this.#what}`, limit);
    return false;
  }
}
