import { describe, oneOf } from "../../issues/describe.js";
import type { IssueLog } from "../../issues/issue-log.js";
import type { Reference } from "../../operators/operand.js";
import type { Field } from "../../values/field.js";
import type { FieldTable } from "../reading/field-table.js";
import type { ReferenceSyntax } from "../reading/operands.js";
import type { ParseProfile } from "../reading/parse-options.js";
import { referenceTo, sourceOf } from "../reading/reference.js";
import { addWrongCount, onlyKeyOf, readArguments } from "./rule.js";

/** Reads `{ "var": "source.path" }`: a field, and where a value is expected a reference to one. */
export class VarSyntax implements ReferenceSyntax {
  readonly #profile: ParseProfile;
  readonly #log: IssueLog;
  readonly #fields: FieldTable;

  constructor(profile: ParseProfile, log: IssueLog, fields: FieldTable) {
    this.#profile = profile;
    this.#log = log;
    this.#fields = fields;
  }

  isReference(raw: unknown): raw is object {
    return onlyKeyOf(raw) === "var";
  }

  readReference(raw: object): Reference | undefined {
    const field = this.readField(raw);
    return field && referenceTo(field);
  }

  /** @param raw - an object whose one key is `var` */
  readField(raw: object): Field | undefined {
    const given = readArguments({ operator: "var", holder: raw }, this.#log);
    this.#log.enter("var");
    const field =
      given.count === 1
        ? this.#readArgument(given.at(0), given.isListed)
        : addWrongCount(given.count, "one, a source, a dot and a path", this.#log);
    this.#log.leave();
    return field;
  }

  #readArgument(text: unknown, isListed: boolean): Field | undefined {
    if (isListed) this.#log.enter(0);
    const field = this.#readText(text);
    if (isListed) this.#log.leave();
    return field;
  }

  #readText(text: unknown): Field | undefined {
    const { sources, limits } = this.#profile;
    const expected = "a source, a dot and a path, such as subscriber.data.plan";
    if (typeof text !== "string" || text === "" || sources.has(text)) {
      return this.#log.addWrong("missing-field", text, expected);
    }
    const source = sourceOf(text, sources, ".");
    if (source === undefined) {
      const known = `${expected}, its source ${oneOf(sources)}`;
      return this.#log.addWrong("unknown-source", text, known);
    }
    const path = text.slice(source.length + 1);
    const parsed = this.#fields.parse(path, limits.pathSteps);
    if (parsed.ok) return this.#fields.get(source, { path, steps: parsed.steps });
    if (parsed.reason === "too-long") {
      const limit = limits.pathSteps;
      return this.#log.addExcess("path-too-long", `a path with more than ${limit} steps`, limit);
    }
    const place = source.length + 1 + parsed.at + 1;
    const found = `${describe(text)}, which goes wrong at character ${place}`;
    return this.#log.add("invalid-path", found, expected);
  }
}
