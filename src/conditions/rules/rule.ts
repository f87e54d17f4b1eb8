import { describe } from "../../issues/describe.js";
import type { IssueLog } from "../../issues/issue-log.js";
import { elementOf, isList, isObject, ownProperty } from "../../values/kinds.js";

/** A node as it is written, its arguments not read yet. */
export interface Rule {
  readonly operator: string;
  readonly holder: object;
}

/** The arguments of a node, which stand in a list, or alone. */
export interface RuleArguments {
  readonly count: number;
  /** Whether they stand in a list, so that each has a place in it. */
  readonly isListed: boolean;
  /** Reads one. */
  at(index: number): unknown;
}

/**
 * Whether there are no rules: a record without any is told by its conditions. An object that only
 * inherits, as a database's hydrated documents do, is no `{}`: what it hides must not pass.
 */
export function areNoRules(rules: unknown): boolean {
  if (rules === undefined || rules === null) return true;
  return isObject(rules) && Object.keys(rules).length === 0 && isPlain(rules);
}

/** Whether an object has the prototype that literals and JSON have, of this realm or another. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The one key of an object that has no other. */
export function onlyKeyOf(raw: unknown): string | undefined {
  if (!isObject(raw)) return undefined;
  const [key, ...others] = Object.keys(raw);
  return others.length === 0 ? key : undefined;
}

/** Reads a node as far as its operator; the log gets an issue where it is none. */
export function readRule(raw: unknown, log: IssueLog): Rule | undefined {
  const operator = onlyKeyOf(raw);
  if (operator !== undefined && isObject(raw)) return { operator, holder: raw };
  const found = isObject(raw) ? "an object with other than one key" : describe(raw);
  const expected = "an object with one key, an operator, or true or false";
  return log.add("not-a-rule", found, expected);
}

/** Reads the arguments of a node. */
export function readArguments({ operator, holder }: Rule, log: IssueLog): RuleArguments {
  log.enter(operator);
  const given = argumentsIn(ownProperty(holder, operator));
  log.leave();
  return given;
}

/** The arguments that stand behind an operator. */
function argumentsIn(given: unknown): RuleArguments {
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
  return log.add("argument-count", found, expected);
}
