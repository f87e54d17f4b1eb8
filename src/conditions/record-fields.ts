import { CHANNELS, INTEGRATION_KINDS, type IntegrationLike } from "../integration.js";
import { idText } from "../integration-ref.js";
import type { Issue } from "../issues/issue.js";
import { IssueLog } from "../issues/issue-log.js";
import { toDate } from "../values/date.js";
import { isAbsent } from "../values/kinds.js";

/** What a selection reads of a record beside its conditions and rules. */
type RecordField = Exclude<keyof IntegrationLike, "conditions" | "rules">;

interface FieldRule {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /** Whether it is a mistake to leave the field out of a record; it is not where this is missing. */
  readonly isRequired?: (record: IntegrationLike) => boolean;
}

const always = (): boolean => true;

const TEXT: FieldRule = {
  expected: "a string",
  accepts: (value) => typeof value === "string",
};
const ID: FieldRule = {
  expected: "an id: a string, or an object with a text of its own",
  // Ids compare as text: an object without one of its own would equal every other.
  accepts: (value) => !["", "[object Object]", undefined].includes(idText(value)),
};
const FLAG: FieldRule = {
  expected: "true or false",
  accepts: (value) => typeof value === "boolean",
};

const RULES: { readonly [F in RecordField]: FieldRule } = {
  _id: ID,
  _environmentId: ID,
  _organizationId: ID,
  identifier: { ...TEXT, isRequired: always },
  providerId: { ...TEXT, isRequired: always },
  channel: {
    expected: `one of ${CHANNELS.join(", ")}`,
    accepts: (value) => CHANNELS.some((channel) => channel === value),
    isRequired: ({ kind }) => kind !== "agent",
  },
  kind: {
    expected: `one of ${INTEGRATION_KINDS.join(", ")}`,
    accepts: (value) => INTEGRATION_KINDS.some((kind) => kind === value),
  },
  active: FLAG,
  deleted: FLAG,
  primary: FLAG,
  priority: { expected: "a finite number", accepts: Number.isFinite },
  createdAt: {
    expected: "a date such as 2026-03-01T09:30:00Z",
    accepts: (value) => !Number.isNaN(toDate(value)),
  },
};

/** Every field of a record whose value is of the wrong type, or missing where it must not be. */
export function fieldIssuesOf(record: IntegrationLike): readonly Issue[] {
  const log = new IssueLog();
  for (const [field, rule] of Object.entries(RULES)) {
    const value = record[field as RecordField];
    const isRight = isAbsent(value) ? rule.isRequired?.(record) !== true : rule.accepts(value);
    if (isRight) continue;
    log.addWrong("invalid-record-field", value, rule.expected, field);
  }
  return log.issues;
}
