import { IssueLog } from "../issues/issue-log.js";
import type { FieldTable } from "./reading/field-table.js";
import type { ParseProfile } from "./reading/parse-options.js";
import { type ParseResult, resultOf } from "./reading/parse-result.js";
import { RulesParser } from "./rules/rules-parser.js";

/**
 * Parses `rules` as this package means them.
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
