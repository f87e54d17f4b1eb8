import type { Evaluable } from "../tree/opaque.js";
import { parseConditionsWithProfile } from "./parse-conditions.js";
import type { FieldTable } from "./reading/field-table.js";
import type { ParseProfile } from "./reading/parse-options.js";
import type { ParseResult } from "./reading/parse-result.js";
import { parseRulesWithProfile } from "./rules/rules-parser.js";

/** Which property of a record says when the record is wanted. */
export type Syntax = "rules" | "conditions";

/**
 * Parses conditions or rules of unknown shape.
 *
 * @param fields - the fields met so far, where many records are parsed one after the other
 */
export type Parser<E extends Evaluable> = (
  raw: unknown,
  profile: ParseProfile,
  fields: FieldTable,
) => ParseResult<E>;

/** What conditions and rules mean: a parser for each syntax. */
export type Dialect<E extends Evaluable = Evaluable> = { readonly [S in Syntax]: Parser<E> };

/** What this package documents. */
export const STANDARD_DIALECT = {
  conditions: parseConditionsWithProfile,
  rules: parseRulesWithProfile,
} satisfies Dialect;
