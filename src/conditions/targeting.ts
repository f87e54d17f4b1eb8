import type { IntegrationLike } from "../integration.js";
import { IssueLog } from "../issues/issue-log.js";
import type { Evaluable } from "../tree/opaque.js";
import type { Dialect, Syntax } from "./dialect.js";
import type { FieldTable } from "./reading/field-table.js";
import type { ParseProfile } from "./reading/parse-options.js";
import { addUnreadable, type ParseResult, resultOf } from "./reading/parse-result.js";
import { areNoRules } from "./rules/rule.js";

/** What says when a record is wanted, as it is written: its rules, or its conditions without any. */
export interface Targeting {
  readonly syntax: Syntax;
  readonly raw: unknown;
  /** Set where reading it off the record threw. */
  readonly isUnreadable?: true;
}

/** Reads what says when a record is wanted; where there are rules, the conditions are not read. */
export function readTargeting(record: IntegrationLike): Targeting {
  let syntax: Syntax = "rules";
  try {
    const { rules } = record;
    if (!areNoRules(rules)) return { syntax, raw: rules };
    syntax = "conditions";
    return { syntax, raw: record.conditions };
  } catch {
    return { syntax, raw: undefined, isUnreadable: true };
  }
}

/**
 * Parses what says when a record is wanted.
 *
 * @param fields - the fields met so far, where many records are parsed one after the other
 */
export function parseTargeting<E extends Evaluable>(
  { syntax, raw, isUnreadable }: Targeting,
  dialect: Dialect<E>,
  profile: ParseProfile,
  fields: FieldTable,
): ParseResult<E> {
  if (isUnreadable) {
    const log = new IssueLog(syntax);
    return resultOf<E>(log, () => addUnreadable(log));
  }
  return dialect[syntax](raw, profile, fields);
}
