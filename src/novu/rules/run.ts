import type { Limits } from "../../conditions/reading/limits.js";
import { NodeCount } from "../../conditions/reading/node-count.js";
import { IssueLog } from "../../issues/issue-log.js";
import { RuleCompiler } from "./compile-rule.js";
import type { Run } from "./expression.js";

/**
 * An evaluation within limits: its clock, and what it may still spend on rules that come out of the
 * data. `missing` and `missing_some` evaluate what they read, so that a message can bring rules of its
 * own; those of one evaluation together keep to the limits that a record keeps to.
 */
export class LimitedRun implements Run {
  readonly now: number;
  readonly #limits: Limits;
  readonly #log = new IssueLog();
  #depth: number;
  #count: NodeCount | undefined;

  constructor(limits: Limits, now: number) {
    this.now = now;
    this.#limits = limits;
    this.#depth = limits.depth;
  }

  apply(read: object, data: unknown): unknown {
    this.#count ??= new NodeCount(this.#limits.nodes, "operators and lists", this.#log);
    const compiler = new RuleCompiler(this.#limits, this.#depth, this.#count, this.#log);
    const { depth, evaluate } = compiler.compile(read);
    this.#depth -= depth;
    try {
      return evaluate(data, this);
    } finally {
      this.#depth += depth;
    }
  }
}
