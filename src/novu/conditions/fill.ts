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
  const pieces: Piece[] = [];
  let start = 0;
  for (;;) {
    const opening = value.indexOf(OPENING, start);
    const closing = opening < 0 ? -1 : value.indexOf(CLOSING, opening + OPENING.length);
    if (closing < 0) break;
    const path = value.slice(opening + OPENING.length, closing).trim();
    pieces.push({ text: value.slice(start, opening), path });
    start = closing + CLOSING.length;
  }
  const ending = value.slice(start);
  return (data) => pieces.map(({ text, path }) => text + textAt(data, path)).join("") + ending;
}

/** A reference, and the text before it. */
interface Piece {
  readonly text: string;
  readonly path: string;
}

function textAt(data: object, path: string): string {
  const value = readLoosely(data, path);
  return isAbsent(value) ? "" : String(value);
}
