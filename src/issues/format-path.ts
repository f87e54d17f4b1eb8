import type { IssuePath } from "./issue.js";

/** What can stand behind a dot; a rule's operator often cannot. */
const NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * Writes a path as code would: the `path` of an issue, of a diagnostic, of a goal.
 *
 * @param path - property names and list positions, from the record inwards
 *
 * @example
 * ```ts
 * formatPath(["conditions", 0, "children", 2, "value"]); // "conditions[0].children[2].value"
 * formatPath(["rules", "<", 0]); // 'rules["<"][0]'
 * ```
 */
export function formatPath(path: IssuePath): string {
  return path
    .map((key, index) => {
      if (typeof key === "string" && NAME.test(key)) return index === 0 ? key : `.${key}`;
      return `[${JSON.stringify(key)}]`;
    })
    .join("");
}
