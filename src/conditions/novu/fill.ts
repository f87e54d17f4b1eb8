import { isAbsent } from "../../values/kinds.js";
import { readLoosely } from "./get.js";

const OPENING = "{{";
const CLOSING = "}}";

/** Makes what a condition compares with out of one context's data. */
export type Filled = (data: object) => unknown;

/**
 * Makes a value of what is written: each `{{path}}` in a text is replaced by the text of what the
 * path reads, an absent one by nothing. What is no text stays as it is.
 */
export function compileFilled(value: unknown): Filled {
  if (typeof value !== "string" || !value.includes(OPENING)) return () => value;
  const texts: string[] = [];
  const paths: string[] = [];
  let start = 0;
  for (;;) {
    const opening = value.indexOf(OPENING, start);
    const closing = opening < 0 ? -1 : value.indexOf(CLOSING, opening + OPENING.length);
    if (closing < 0) break;
    texts.push(value.slice(start, opening));
    paths.push(value.slice(opening + OPENING.length, closing).trim());
    start = closing + CLOSING.length;
  }
  const ending = value.slice(start);
  return (data) =>
    texts.map((text, index) => text + textAt(data, paths[index] ?? "")).join("") + ending;
}

function textAt(data: object, path: string): string {
  const value = readLoosely(data, path);
  return isAbsent(value) ? "" : String(value);
}
