import type { Field } from "../../values/field.js";
import { type PathResult, parsePath } from "./path.js";

/** A path, as it was written and taken apart. */
export type ParsedPath = Omit<Field, "source">;

/**
 * The fields that one parse after the other has met. A hundred thousand integrations ask about the
 * same few fields: each path is parsed once, and each field is one object that they share.
 */
export class FieldTable {
  readonly #paths = new Map<string, PathResult>();
  readonly #fields = new Map<string, Map<string, Field>>();

  /**
   * Parses a path.
   *
   * @param limit - how many steps it may have; the same for all of a table
   */
  parse(path: string, limit: number): PathResult {
    const known = this.#paths.get(path);
    if (known !== undefined) return known;
    const parsed = parsePath(path, limit);
    this.#paths.set(path, parsed);
    return parsed;
  }

  /** The field of a source and a path. */
  get(source: string, { path, steps }: ParsedPath): Field {
    const known = this.#fields.get(source)?.get(path);
    if (known !== undefined) return known;
    const field = { source, path, steps };
    const byPath = this.#fields.get(source) ?? new Map<string, Field>();
    this.#fields.set(source, byPath.set(path, field));
    return field;
  }
}
