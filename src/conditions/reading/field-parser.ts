import { describe, oneOf } from "../../issues/describe.js";
import type { IssueLog } from "../../issues/issue-log.js";
import type { Field } from "../../values/field.js";
import { ownProperty } from "../../values/kinds.js";
import type { FieldTable, ParsedPath } from "./field-table.js";
import type { ParseProfile } from "./parse-options.js";

/** Reads a field from the two properties that name it; the log gets every issue on the way. */
export class FieldParser {
  readonly #profile: ParseProfile;
  readonly #log: IssueLog;
  readonly #fields: FieldTable;

  constructor(profile: ParseProfile, log: IssueLog, fields: FieldTable) {
    this.#profile = profile;
    this.#log = log;
    this.#fields = fields;
  }

  /**
   * @param holder - what has the two properties
   * @param sourceKey - the name of the one that holds the source
   * @param pathKey - the name of the one that holds the path
   */
  parse(holder: object, sourceKey: string, pathKey: string): Field | undefined {
    const source = this.#parseSource(ownProperty(holder, sourceKey), sourceKey);
    const path = this.#parsePath(ownProperty(holder, pathKey), pathKey);
    return source !== undefined && path !== undefined ? this.#fields.get(source, path) : undefined;
  }

  #parseSource(source: unknown, key: string): string | undefined {
    const { sources } = this.#profile;
    if (typeof source === "string" && sources.has(source)) return source;
    return this.#log.addWrong("unknown-source", source, oneOf(sources), key);
  }

  #parsePath(path: unknown, key: string): ParsedPath | undefined {
    if (typeof path !== "string" || path === "") {
      return this.#log.addWrong("missing-field", path, "a path such as data.plan", key);
    }
    const limit = this.#profile.limits.pathSteps;
    const parsed = this.#fields.parse(path, limit);
    if (parsed.ok) return { path, steps: parsed.steps };
    if (parsed.reason === "too-long") {
      const found = `a path with more than ${limit} steps`;
      return this.#log.addExcess("path-too-long", found, limit, key);
    }
    const found = `${describe(path)}, which goes wrong at character ${parsed.at + 1}`;
    const expected = 'a path such as data.plan, items[0].sku or data["a.b"]';
    return this.#log.add("invalid-path", found, expected, key);
  }
}
