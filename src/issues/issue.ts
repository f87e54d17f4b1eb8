import type { IntegrationRef } from "../integration.js";

/** Every code an issue can have, with what it says; the README's table is checked against it. */
export const ISSUE_CODES = {
  "not-a-list": "what should hold the integrations is no list and no `{ data: [...] }`",
  "not-an-object": "an entry of the list is no object; it is skipped",
  "invalid-record-field": "a field of a record has a value that its type does not allow",
  unreadable: "reading the record, its conditions or its rules threw",
  "conditions-not-a-list": "`conditions` is neither a list nor absent",
  "not-a-rule":
    "a place for a rule holds something that is no object with one key, `true` or `false`",
  "not-a-group": "a place for a group or a condition holds something that is no object",
  "children-not-a-list": "a group has no list of `children`",
  "unknown-group-value": "a group's `value` is neither `AND` nor `OR`",
  "unknown-group-type": "a `type` is not one of the eight",
  "invalid-negation": "`isNegated` is neither a boolean nor absent",
  "empty-negation": "a group without children is negated",
  "unknown-source": "`on`, `source` or the beginning of a `var` names no known source",
  "unknown-operator": "`operator` names no known operator",
  "unknown-rule-operator": "the key of a rule names no known operator",
  "argument-count": "a rule's operator has too few or too many arguments",
  "missing-field": "`field`, or a rule's `var` or `path`, is missing, empty or not a string",
  "invalid-path": "`field`, `path` or what follows the source in a `var` is no path",
  "missing-value": "the operator needs a `value` and there is none",
  "invalid-value": "`value` is no string, finite number, boolean or list of these",
  "list-expected": "a rule's operator takes a list or a reference and got something else",
  "invalid-duration":
    "a length of time is not `{ amount, unit }`, a whole number above 0 and a known unit",
  "list-as-scalar": "the operator takes one value and got a list",
  "invalid-json-list": "`value` starts with `[` and is no JSON array",
  "invalid-item": "an item of a list is no string, finite number or boolean",
  "empty-list": "a list operand has no items",
  "range-size": "a range has other than two bounds",
  "range-order": "a range's low bound is above its high bound",
  "inconvertible-value": "a literal cannot be read as the group's `type`",
  "impossible-date": "a literal has the form of a date and is no real date",
  "unordered-type": "the operator needs an order and booleans have none",
  "invalid-reference": "text with `{{` or `}}` is no reference to a field",
  "lone-escape": "a pattern ends in a lone backslash",
  "too-deep": "groups, or rules' `and` and `or`, nest deeper than the limit",
  "too-many-nodes": "there are more groups, conditions and rules than the limit",
  "too-many-items": "a list operand has more items than the limit",
  "value-too-long": "a string operand or item is longer than the limit",
  "pattern-too-long": "a literal pattern is longer than the limit",
  "path-too-long": "a path has more steps than the limit",
} as const satisfies Record<string, string>;

/** A stable code: what kind of mistake an issue is about. */
export type IssueCode = keyof typeof ISSUE_CODES;

/** Property names and list positions, from the record inwards. */
export type IssuePath = readonly (string | number)[];

/**
 * One mistake in a record, found when it is parsed.
 *
 * @example
 * ```ts
 * const issue: Issue = {
 *   code: "unknown-operator",
 *   message: 'operator: found "EQUALS"; expected one of EQUAL, NOT_EQUAL, …',
 *   path: ["conditions", 0, "children", 2, "operator"],
 *   integration: { identifier: "sendgrid-eu", providerId: "sendgrid", channel: "email", index: 3 },
 * };
 * ```
 */
export interface Issue {
  readonly code: IssueCode;
  /** A sentence that says what was found and what would be right. */
  readonly message: string;
  /** The place, from the record inwards: `["conditions", 0, "children", 2, "value"]`. */
  readonly path: IssuePath;
  /** The record it is in, where the parser was given records. */
  readonly integration?: IntegrationRef;
}
