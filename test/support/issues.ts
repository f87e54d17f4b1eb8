import { type Issue, type IssueCode, type ParseOptions, parseConditions } from "integration-router";
import { condition, group } from "./build.js";

/** Code and path of an issue: what tests compare. */
export type Place = readonly [code: IssueCode, ...path: (string | number)[]];

/** The issues of conditions, empty where there are none. */
export function issuesOf(conditions: unknown, options?: ParseOptions): readonly Issue[] {
  return parseConditions(conditions, options).issues;
}

/** The issues of conditions as code and path, `"conditions"`, the start of every path, left out. */
export function placesOf(conditions: unknown, options?: ParseOptions): Place[] {
  return issuesOf(conditions, options).map(({ code, path }) => [code, ...path.slice(1)]);
}

/** The codes of the issues of conditions. */
export function codesOf(conditions: unknown, options?: ParseOptions): IssueCode[] {
  return issuesOf(conditions, options).map(({ code }) => code);
}

/**
 * The issues of one condition, alone in a group of the given type, as code and path inside the
 * condition.
 */
export function placesInCondition(
  operator: string,
  value: unknown,
  type: unknown = "GROUP",
  options?: ParseOptions,
): Place[] {
  const issues = issuesOf([group([condition(operator, value)], { type })], options);
  return issues.map(({ code, path }) => [code, ...path.slice(4)]);
}

/** The same, the codes alone. */
export function codesInCondition(
  operator: string,
  value: unknown,
  type: unknown = "GROUP",
  options?: ParseOptions,
): IssueCode[] {
  return placesInCondition(operator, value, type, options).map(([code]) => code);
}
