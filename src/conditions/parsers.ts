import { parseNovuConditions } from "../novu/conditions/parse-conditions.js";
import { parseNovuRules } from "../novu/rules/parse-rules.js";
import { parseConditionsWithProfile } from "./parse-conditions.js";
import { parseRulesWithProfile } from "./parse-rules.js";
import type { FieldTable } from "./reading/field-table.js";
import type { ParseProfile } from "./reading/parse-options.js";
import type { ParseResult } from "./reading/parse-result.js";
import type { Semantics } from "./reading/semantics.js";

/** Which property of a record says when the record is wanted. */
export type Syntax = "rules" | "conditions";

/**
 * Parses conditions or rules of unknown shape into a tree.
 *
 * @param fields - the fields met so far, where many records are parsed one after the other
 */
type Parser = (raw: unknown, profile: ParseProfile, fields: FieldTable) => ParseResult;

const PARSERS: { readonly [S in Semantics]: { readonly [X in Syntax]: Parser } } = {
  standard: { conditions: parseConditionsWithProfile, rules: parseRulesWithProfile },
  novu: { conditions: parseNovuConditions, rules: parseNovuRules },
};

/** The parser of a syntax, under the semantics of the profile. */
export function parserOf(syntax: Syntax, { semantics }: ParseProfile): Parser {
  return PARSERS[semantics][syntax];
}
