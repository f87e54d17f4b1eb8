import type { IssueLog } from "../../issues/issue-log.js";
import type { Reference } from "../../operators/operand.js";
import type { Field } from "../../values/field.js";
import { isObject } from "../../values/kinds.js";
import { FieldParser } from "../reading/field-parser.js";
import type { FieldTable } from "../reading/field-table.js";
import type { ReferenceSyntax } from "../reading/operands.js";
import type { ParseProfile } from "../reading/parse-options.js";
import { referenceTo } from "../reading/reference.js";

/**
 * Reads `{ "source": "subscriber", "path": "data.plan" }`, which is how exported rules write a field,
 * and where a value is expected a reference to one. It has two keys because JSON Logic evaluates an
 * object with one before an operator sees it.
 */
export class FieldSyntax implements ReferenceSyntax {
  readonly #parser: FieldParser;
  readonly #log: IssueLog;

  constructor(profile: ParseProfile, log: IssueLog, fields: FieldTable) {
    this.#parser = new FieldParser(profile, log, fields);
    this.#log = log;
  }

  isReference(raw: unknown): raw is object {
    return isObject(raw);
  }

  readReference(raw: object): Reference | undefined {
    const field = this.#parse(raw);
    return field && referenceTo(field);
  }

  /** Reads what must be a field. */
  readField(raw: unknown): Field | undefined {
    if (isObject(raw)) return this.#parse(raw);
    const expected = 'a field such as { "source": "subscriber", "path": "data.plan" }';
    return this.#log.addWrong("missing-field", raw, expected);
  }

  #parse(raw: object): Field | undefined {
    return this.#parser.parse(raw, "source", "path");
  }
}
