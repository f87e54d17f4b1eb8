import { parserOf, type Syntax } from "./parsers.js";
import { FieldTable } from "./reading/field-table.js";
import { type ParseOptions, resolveParseOptions } from "./reading/parse-options.js";
import type { ParseResult } from "./reading/parse-result.js";

/**
 * Parses an integration's `conditions`.
 *
 * @param conditions - a list of groups, of unknown shape; `undefined` and `null` pass always
 * @param options - further sources, other limits, another semantics
 * @returns the tree, or every issue found (the first hundred, where there are more)
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
export function parseConditions(conditions: unknown, options?: ParseOptions): ParseResult {
  return parseSyntax("conditions", conditions, options);
}

/**
 * Parses an integration's `rules`, conditions written as JSON Logic, into the same tree as
 * {@link parseConditions} gives.
 *
 * @param rules - a rule, of unknown shape; `undefined`, `null` and `{}` are none, which pass always
 * @param options - further sources, other limits, another semantics
 * @returns the tree, or every issue found (the first hundred, where there are more)
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
export function parseRules(rules: unknown, options?: ParseOptions): ParseResult {
  return parseSyntax("rules", rules, options);
}

function parseSyntax(syntax: Syntax, raw: unknown, options: ParseOptions | undefined): ParseResult {
  const profile = resolveParseOptions(options);
  return parserOf(syntax, profile)(raw, profile, new FieldTable());
}
