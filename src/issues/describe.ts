import { isList } from "../values/kinds.js";

const LONGEST_QUOTE = 60;

/**
 * Names what was found, for a message: short values as they stand, lists and objects by their kind
 * alone, since what is in them may be nobody's business.
 */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "string":
      return quote(value);
    case "number":
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      return isList(value) ? "a list" : "an object";
    default:
      return `a ${typeof value}`;
  }
}

/** Names the kind of what was found, and nothing that is in it. */
export function describeKind(value: unknown): string {
  return typeof value === "string" ? "a string" : describe(value);
}

/** Names what would be right where that is one of a few names. */
export function oneOf(names: Iterable<string>): string {
  return `one of ${[...names].join(", ")}`;
}

/** A text in quotation marks, cut where it is long, with no control characters in it. */
export function quote(text: string): string {
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return JSON.stringify(shown);
}
