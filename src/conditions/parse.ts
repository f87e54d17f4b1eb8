import type { Evaluable } from "../tree/opaque.js";
import type { Syntax } from "./dialect.js";
import { FieldTable } from "./reading/field-table.js";
import { type ParseOptions, resolveParseOptions } from "./reading/parse-options.js";
import type { ParseResult } from "./reading/parse-result.js";
import { resolveDialect, type SemanticsOption } from "./semantics.js";

/**
 * Parses an integration's `conditions`.
 *
 * @param conditions - a list of groups, of unknown shape; `undefined` and `null` pass always
 * @param options - further sources, other limits, another semantics
 * @returns the tree, or every issue found (the first hundred, where there are more); under another
 *   semantics an opaque predicate may stand in the tree's place
 * @throws TypeError on an option that is none; never because of the conditions
 *
 * @example
 * ```ts
 * const { tree, issues } = parseConditions([
 *   {
 *     value: "AND",
 *     children: [{ on: "subscriber", field: "data.plan", operator: "EQUALS", value: "pro" }],
 *   },
 * ]);
 * issues[0]?.path; // ["conditions", 0, "children", 0, "operator"]
 * ```
 */
export function parseConditions(conditions: unknown, options?: ParseOptions): ParseResult;
export function parseConditions(
  conditions: unknown,
  options: (ParseOptions & SemanticsOption) | undefined,
): ParseResult<Evaluable>;
export function parseConditions(
  conditions: unknown,
  options?: ParseOptions & SemanticsOption,
): ParseResult<Evaluable> {
  return parseSyntax("conditions", conditions, options);
}

/**
 * Parses an integration's `rules`, conditions written as JSON Logic, into the same tree as
 * {@link parseConditions} gives.
 *
 * @param rules - a rule, of unknown shape; `undefined`, `null` and `{}` are none, which pass always
 * @param options - further sources, other limits, another semantics
 * @returns the tree, or every issue found (the first hundred, where there are more); under another
 *   semantics an opaque predicate may stand in the tree's place
 * @throws TypeError on an option that is none; never because of the rules
 *
 * @example
 * ```ts
 * const { issues } = parseRules({
 *   and: [{ "==": [{ var: "subscriber.data.plan" }, "pro"] }, { log: "here" }],
 * });
 * issues[0]?.path; // ["rules", "and", 1]
 * ```
 */
export function parseRules(rules: unknown, options?: ParseOptions): ParseResult;
export function parseRules(
  rules: unknown,
  options: (ParseOptions & SemanticsOption) | undefined,
): ParseResult<Evaluable>;
export function parseRules(
  rules: unknown,
  options?: ParseOptions & SemanticsOption,
): ParseResult<Evaluable> {
  return parseSyntax("rules", rules, options);
}

function parseSyntax(
  syntax: Syntax,
  raw: unknown,
  options: (ParseOptions & SemanticsOption) | undefined,
): ParseResult<Evaluable> {
  const profile = resolveParseOptions(options);
  return resolveDialect(options)[syntax](raw, profile, new FieldTable());
}
