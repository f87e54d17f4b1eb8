import { FieldTable } from "./field-table.js";
import { IssueLog } from "./issue-log.js";
import { type ParseOptions, type ParseProfile, resolveParseOptions } from "./parse-options.js";
import { type ParseResult, resultOf } from "./parse-result.js";
import { RulesParser } from "./rules/rules-parser.js";

/**
 * Parses an integration's `rules`, conditions written as JSON Logic, into the same tree as
 * {@link parseConditions} gives.
 *
 * @param rules - a rule, of unknown shape; `undefined`, `null` and `{}` are none, which pass always
 * @param options - further sources, other limits
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
  return parseRulesWithProfile(rules, resolveParseOptions(options), new FieldTable());
}

/**
 * {@link parseRules} with its options resolved beforehand.
 *
 * @param fields - the fields met so far, where many records are parsed one after the other
 */
export function parseRulesWithProfile(
  rules: unknown,
  profile: ParseProfile,
  fields: FieldTable,
): ParseResult {
  const log = new IssueLog("rules");
  return resultOf(log, () => new RulesParser(profile, log, fields).parse(rules));
}
