import { GROUP_TYPES, type GroupType } from "../../integration.js";
import { oneOf } from "../../issues/describe.js";
import type { IssueLog } from "../../issues/issue-log.js";
import type { ComparisonType, Domain } from "../../values/domain.js";
import { isAbsent } from "../../values/kinds.js";

/** What each of a group's types says of the domain. */
export const TYPES: { readonly [T in GroupType]: ComparisonType } = {
  NUMBER: "number",
  DATE: "date",
  BOOLEAN: "boolean",
  TEXT: "text",
  GROUP: "inferred",
  STATEMENT: "inferred",
  LIST: "inferred",
  MULTI_LIST: "inferred",
};

/** The type that names a domain; an inferred one needs none. */
export const TYPE_NAMES: { readonly [D in Domain]: GroupType } = {
  number: "NUMBER",
  date: "DATE",
  boolean: "BOOLEAN",
  text: "TEXT",
};

/**
 * Reads a comparison type, which is inferred where there is none; the log gets an issue where it is
 * unknown.
 *
 * @param further - where it stands, from the log's place
 */
export function readType(
  type: unknown,
  log: IssueLog,
  ...further: (string | number)[]
): ComparisonType | undefined {
  if (isAbsent(type)) return "inferred";
  const known = GROUP_TYPES.find((name) => name === type);
  if (known !== undefined) return TYPES[known];
  return log.addWrong("unknown-group-type", type, oneOf(GROUP_TYPES), ...further);
}
