import type { ConditionTrace, Plain } from "../../tree/trace.js";
import { formatField } from "../../values/field.js";
import type { Painter } from "./paint.js";

/** How wide a line of an explanation gets where it can be broken, its branches not counted. */
export const LINE_WIDTH = 92;

const LONGEST_VALUE = 60;

/**
 * Prints the condition that decided: what it wanted and what it found, on one line where both fit.
 */
export function conditionLines(condition: ConditionTrace, painter: Painter): string[] {
  const { on, field, operator, actual, passed } = condition;
  // A condition that passed is to blame inside a negation.
  const opening = passed ? "must not hold: " : "";
  const wanted = [clean(formatField(on, field)), operator, wantedText(condition)].filter(
    (part) => part !== "",
  );
  const clause = `${opening}${wanted.join(" ")}`;
  const found = actual === undefined ? "nothing" : valueText(actual);
  const finding = `found ${painter.strong(found)}`;
  return clause.length + found.length + ", found ".length > LINE_WIDTH
    ? [clause, finding]
    : [`${clause}, ${finding}`];
}

/** The operand, with the references that it has values of. */
function wantedText({ expected, references }: ConditionTrace): string {
  const read = (references ?? []).map(clean).join(", ");
  if (Array.isArray(expected)) {
    return read === "" ? valueText(expected) : `${valueText(expected)} (reading ${read})`;
  }
  if (read === "") return expected === undefined ? "" : valueText(expected);
  return `${read} = ${expected === undefined ? "nothing" : valueText(expected)}`;
}

export function valueText(value: Plain): string {
  return typeof value === "object" && value !== null ? listText(value) : cutText(value);
}

/** As many items as fit. */
function listText(items: readonly Plain[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const item of items) {
    const text = item === null ? "nothing" : valueText(item);
    length += text.length + 2;
    if (shown.length > 0 && length > LONGEST_VALUE) break;
    shown.push(text);
  }
  if (shown.length < items.length) shown.push("…");
  return `[${shown.join(", ")}]`;
}

/** Never cuts a character that takes two code units in half. */
function cutText(value: Plain): string {
  const text = JSON.stringify(value);
  if (text.length <= LONGEST_VALUE) return clean(text);
  return `${clean(text.slice(0, LONGEST_VALUE).replace(/[\ud800-\udbff]$/, ""))}…`;
}

/** Control characters and those that turn the writing direction round, which no text may bring in. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Puts characters that would upset a terminal as their escapes. */
export function clean(text: string): string {
  return text.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
