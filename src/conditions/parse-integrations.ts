import type { Integration } from "../integration.js";
import { refOf } from "../integration-ref.js";
import { describeKind } from "../issues/describe.js";
import type { Issue } from "../issues/issue.js";
import { notAnObject, unreadable } from "../issues/record-issues.js";
import { isList, isObject, ownProperty } from "../values/kinds.js";
import type { Dialect } from "./dialect.js";
import { FieldTable } from "./reading/field-table.js";
import {
  type ParseOptions,
  type ParseProfile,
  resolveParseOptions,
} from "./reading/parse-options.js";
import { fieldIssuesOf } from "./record-fields.js";
import { resolveDialect, type SemanticsOption } from "./semantics.js";
import { parseTargeting, readTargeting } from "./targeting.js";

/** The integrations of an input of unknown shape, and everything that is wrong with them. */
export interface ParsedIntegrations {
  /** The input's own records, all but the entries that are no objects. */
  readonly integrations: Integration[];
  readonly issues: Issue[];
}

/**
 * Takes integrations out of JSON of unknown shape, and says everything that is wrong with them.
 *
 * A record with issues stays in the list: an integration with invalid conditions or rules can still
 * be named by its identifier and must be able to block, and a selection takes a field of the wrong type for
 * absent. Only where `issues` has nothing on a record is it of the type from end to end.
 *
 * @param input - a list of records, or Novu's API answer, `{ data: [...] }`
 * @param options - further sources, other limits, another semantics
 * @throws TypeError on an option that is none; never because of the input
 *
 * @example
 * ```ts
 * const { integrations, issues } = parseIntegrations(JSON.parse(text));
 * for (const { integration, message } of issues) console.warn(integration?.identifier, message);
 * ```
 */
export function parseIntegrations(
  input: unknown,
  options?: ParseOptions & SemanticsOption,
): ParsedIntegrations {
  const profile = resolveParseOptions(options);
  const dialect = resolveDialect(options);
  const list = listIn(input);
  if (list === undefined) {
    const message = `found ${describeKind(input)}; expected a list of integrations or { "data": [...] }`;
    return { integrations: [], issues: [{ code: "not-a-list", message, path: [] }] };
  }
  const integrations: Integration[] = [];
  const issues: Issue[] = [];
  const fields = new FieldTable();
  for (let index = 0; index < list.length; index++) {
    const record = list[index];
    if (isRecord(record)) {
      integrations.push(record);
      issues.push(...issuesOf(record, index, dialect, profile, fields));
    } else {
      issues.push(notAnObject(record, index));
    }
  }
  return { integrations, issues };
}

function listIn(input: unknown): readonly unknown[] | undefined {
  if (isList(input)) return input;
  const data = isObject(input) ? ownProperty(input, "data") : undefined;
  return isList(data) ? data : undefined;
}

/** Every object is taken for a record; what it lacks to be one is said in its issues. */
function isRecord(entry: unknown): entry is Integration {
  return isObject(entry);
}

function issuesOf(
  record: Integration,
  index: number,
  dialect: Dialect,
  profile: ParseProfile,
  fields: FieldTable,
): Issue[] {
  try {
    const { issues } = parseTargeting(readTargeting(record), dialect, profile, fields);
    const integration = refOf(record, index);
    return [...fieldIssuesOf(record), ...issues].map((issue) => ({ ...issue, integration }));
  } catch {
    return [unreadable(index)];
  }
}
