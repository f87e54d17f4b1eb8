import type { Reference } from "../../operators/operand.js";
import { type Field, formatField } from "../../values/field.js";
import type { ParseProfile } from "./parse-options.js";
import { parseSteps } from "./path.js";

/** A reference, or what kept a text with braces from being one. */
export type ReferenceResult =
  | { readonly ok: true; readonly reference: Reference }
  | { readonly ok: false; readonly code: "invalid-reference" | "path-too-long" };

const OPENING = "{{";
const CLOSING = "}}";

/** Whether a text must be a reference, since it holds the braces of one. */
export function hasBraces(text: string): boolean {
  return text.includes(OPENING) || text.includes(CLOSING);
}

/** Whether a text, trimmed, runs from the opening braces to the first closing ones. */
export function isEnclosed(trimmed: string): boolean {
  return (
    trimmed.startsWith(OPENING) &&
    trimmed.indexOf(CLOSING, OPENING.length) === trimmed.length - CLOSING.length
  );
}

/** The reference to a field, in the spelling of conditions, whichever syntax it was written in. */
export function referenceTo(field: Field): Reference {
  return { field, text: `${OPENING}${formatField(field.source, field.path)}${CLOSING}` };
}

/** Parses `{{source.path}}`, white space around it and just inside the braces set aside. */
export function parseReference(text: string, { sources, limits }: ParseProfile): ReferenceResult {
  const trimmed = text.trim();
  const invalid = { ok: false, code: "invalid-reference" } as const;
  if (!isEnclosed(trimmed)) return invalid;
  const inner = trimmed.slice(OPENING.length, -CLOSING.length).trim();
  if (inner.includes("{") || inner.includes("}")) return invalid;
  const source = sourceOf(inner, sources, ".[");
  if (source === undefined) return invalid;
  const parsed = parseSteps(inner, source.length, [], limits.pathSteps);
  if (!parsed.ok) {
    return parsed.reason === "too-long" ? { ok: false, code: "path-too-long" } : invalid;
  }
  const path = inner.slice(source.length).replace(/^\./, "");
  return { ok: true, reference: { field: { source, path, steps: parsed.steps }, text: trimmed } };
}

/**
 * The longest source that a text begins with: a caller's own may hold dots.
 *
 * @param delimiters - the characters of which one must stand straight behind the source
 */
export function sourceOf(
  text: string,
  sources: ReadonlySet<string>,
  delimiters: string,
): string | undefined {
  let found: string | undefined;
  for (const source of sources) {
    const next = text[source.length];
    const fits = text.startsWith(source) && next !== undefined && delimiters.includes(next);
    if (fits && (found === undefined || source.length > found.length)) found = source;
  }
  return found;
}

/**
 * Splits a text at the commas outside `{{…}}`, trims the parts and drops the empty ones.
 *
 * @param limit - how many parts are wanted; one more is given where there are more
 */
export function splitItems(text: string, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  while (at <= text.length && parts.length <= limit) {
    if (text.startsWith(OPENING, at)) {
      const closing = text.indexOf(CLOSING, at + OPENING.length);
      // What never closes is no reference; reading on to the end finds that out once.
      at = closing < 0 ? text.length : closing + CLOSING.length;
      continue;
    }
    if (at === text.length || text[at] === ",") {
      const part = text.slice(start, at).trim();
      if (part !== "") parts.push(part);
      start = at + 1;
    }
    at++;
  }
  return parts;
}
