import type { Limits } from "../../conditions/reading/limits.js";
import type { NodeCount } from "../../conditions/reading/node-count.js";
import type { IssueLog } from "../../issues/issue-log.js";
import { CONTROL } from "./control.js";
import type { Evaluate, Expression } from "./expression.js";
import { isClocked, operationOf } from "./operations.js";
import { readVar, splitVar } from "./variables.js";

/** Thrown where a rule is more than a limit allows; what passed it stands in the log. */
export class LimitPassed extends Error {}

/** Compiles a rule into closures, as json-logic-js would evaluate it. */
export class RuleCompiler {
  readonly #limits: Limits;
  readonly #deepest: number;
  readonly #count: NodeCount;
  readonly #log: IssueLog;

  /** @param deepest - how deep operators and lists may nest */
  constructor(limits: Limits, deepest: number, count: NodeCount, log: IssueLog) {
    this.#limits = limits;
    this.#deepest = deepest;
    this.#count = count;
    this.#log = log;
  }

  /** @throws LimitPassed, and what reading the rule throws */
  compile(raw: unknown): Expression {
    return this.#compile(raw, 1);
  }

  #compile(raw: unknown, level: number): Expression {
    if (typeof raw !== "object" || raw === null) return literal(raw);
    if (Array.isArray(raw)) return this.#compileList(raw, level);
    const [operator, ...others] = Object.keys(raw);
    if (operator === undefined || others.length > 0) return literal(raw);
    this.#enter(level);
    const given: unknown = (raw as Record<string, unknown>)[operator];
    this.#log.enter(operator);
    // A lone argument may stand without the list.
    const members = Array.isArray(given)
      ? this.#compileMembers(given, level)
      : [this.#compile(given, level + 1)];
    this.#log.leave();
    return ruleOf(operator, members, Array.isArray(given) ? given : [given]);
  }

  #compileList(list: readonly unknown[], level: number): Expression {
    this.#enter(level);
    const items = this.#compileMembers(list, level);
    const evaluations = items.map(({ evaluate }) => evaluate);
    const isPlain = items.every(({ depth }) => depth === 0);
    const values = isPlain ? [...list] : [];
    return {
      // Each evaluation gives a list of its own: `===` tells lists apart.
      evaluate: isPlain
        ? () => values.slice()
        : (data, run) => evaluations.map((evaluate) => evaluate(data, run)),
      depth: 1 + deepestOf(items),
      usesClock: items.some(({ usesClock }) => usesClock),
    };
  }

  #compileMembers(list: readonly unknown[], level: number): readonly Expression[] {
    const { items } = this.#limits;
    if (list.length > items) {
      this.#log.addExcess("too-many-items", `more than ${items} items`, items);
      throw new LimitPassed();
    }
    return Array.from(list, (member, index) => {
      this.#log.enter(index);
      const compiled = this.#compile(member, level + 1);
      this.#log.leave();
      return compiled;
    });
  }

  #enter(level: number): void {
    if (!this.#count.add()) throw new LimitPassed();
    if (level <= this.#deepest) return;
    const found = `operators and lists nested deeper than ${this.#deepest}`;
    this.#log.addExcess("too-deep", found, this.#deepest);
    throw new LimitPassed();
  }
}

function literal(value: unknown): Expression {
  return { evaluate: () => value, depth: 0, usesClock: false };
}

/** @param raw - the arguments as they are written */
function ruleOf(
  operator: string,
  given: readonly Expression[],
  raw: readonly unknown[],
): Expression {
  const path = operator === "var" ? writtenPath(given, raw) : undefined;
  return {
    evaluate: path === undefined ? evaluationOf(operator, given) : variable(path),
    depth: 1 + deepestOf(given),
    usesClock: isClocked(operator) || given.some(({ usesClock }) => usesClock),
    rule: { operator, given, ...(path !== undefined && { path }) },
  };
}

function evaluationOf(operator: string, given: readonly Expression[]): Evaluate {
  const evaluations = given.map(({ evaluate }) => evaluate);
  const control = CONTROL.get(operator);
  if (control !== undefined) return control(evaluations);
  const operation = operationOf(operator);
  return (data, run) =>
    operation(
      evaluations.map((evaluate) => evaluate(data, run)),
      data,
      run,
    );
}

/** What a `var` with a text and no default names; most are so, and their path is split once. */
function writtenPath(given: readonly Expression[], raw: readonly unknown[]): string | undefined {
  const [path] = raw;
  return given.length === 1 && typeof path === "string" ? path : undefined;
}

function variable(path: string): Evaluate {
  if (path === "") return (data) => data;
  const keys = splitVar(path);
  return (data) => readVar(data, keys, null);
}

function deepestOf(members: readonly Expression[]): number {
  return members.reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
}
