import { elementOf, isList, isObject, ownProperty } from "../../values/kinds.js";
import { describe } from "../describe.js";
import type { IssueLog } from "../issue-log.js";

/** A node as it is written: an operator, and its arguments. */
export interface Rule {
  readonly operator: string;
  readonly given: RuleArguments;
}

/** The arguments of a node, which stand in a list, or alone. */
export interface RuleArguments {
  readonly count: number;
  /** Whether they stand in a list, so that each has a place in it. */
  readonly isListed: boolean;
  /** Reads one. */
  at(index: number): unknown;
}

/** Whether there are no rules: a record without any is told by its conditions. */
export function areNoRules(rules: unknown): boolean {
  if (rules === undefined || rules === null) return true;
  return isObject(rules) && Object.keys(rules).length === 0;
}

/** The one key of an object that has no other. */
export function onlyKeyOf(raw: unknown): string | undefined {
  if (!isObject(raw)) return undefined;
  const [key, ...others] = Object.keys(raw);
  return others.length === 0 ? key : undefined;
}

/** Reads a node; the log gets an issue where it is none. */
export function readRule(raw: unknown, log: IssueLog): Rule | undefined {
  const operator = onlyKeyOf(raw);
  if (operator !== undefined) {
    log.enter(operator);
    const given = argumentsIn(ownProperty(raw as object, operator));
    log.leave();
    return { operator, given };
  }
  const found = isObject(raw) ? "an object with other than one key" : describe(raw);
  const expected = "an object with one key, an operator, or true or false";
  return log.add("not-a-rule", `found ${found}; expected ${expected}`);
}

/** The arguments that stand behind an operator. */
export function argumentsIn(given: unknown): RuleArguments {
  if (!isList(given)) return { count: 1, isListed: false, at: () => given };
  const { length } = given;
  return {
    // Only a proxy can say anything else of its length.
    count: Number.isSafeInteger(length) && length > 0 ? length : 0,
    isListed: true,
    at: (index) => elementOf(given, index),
  };
}

/** Notes that an operator has too few or too many arguments. */
export function addWrongCount(count: number, expected: string, log: IssueLog): undefined {
  const found = count === 1 ? "one argument" : `${count} arguments`;
  return log.add("argument-count", `found ${found}; expected ${expected}`);
}
