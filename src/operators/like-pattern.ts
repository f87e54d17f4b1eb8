import type { TextTest } from "./text-comparison.js";

const PERCENT = 37;
const UNDERSCORE = 95;
const BACKSLASH = 92;

/** Half of a surrogate pair without its other half. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a pattern ends in a backslash that makes no character literal. */
export function endsInLoneEscape(pattern: string): boolean {
  let backslashes = 0;
  while (pattern.charCodeAt(pattern.length - 1 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 1;
}

/** The pattern that a text alone matches. */
export function escapePattern(text: string): string {
  return text.replace(/[%_\\]/g, "\\$&");
}

/**
 * Compiles a SQL `LIKE` pattern: `%` stands for any run of characters, `_` for exactly one Unicode
 * code point, and `\` makes the next character literal. Patterns with a `%` at their ends at most
 * become one comparison of strings.
 *
 * @param pattern - the pattern; with a lone `\` at its end it matches nothing
 *
 * @example
 * ```ts
 * compilePattern("%@acme.example")("ada@acme.example"); // true
 * compilePattern("100\\%")("100%"); // true
 * ```
 */
export function compilePattern(pattern: string): TextTest {
  const simple = simplifyPattern(pattern);
  if (simple === undefined) return (text) => matchesPattern(pattern, text);
  const { literal, opensFree, closesFree } = simple;
  if (!opensFree && !closesFree) return (text) => text === literal;
  if (literal === "") return () => true;
  if (!opensFree) return (text) => text.startsWith(literal);
  if (!closesFree) return (text) => text.endsWith(literal);
  return (text) => text.includes(literal);
}

/** A pattern that is one literal, with anything or nothing allowed before and after it. */
export interface SimplePattern {
  readonly literal: string;
  readonly opensFree: boolean;
  readonly closesFree: boolean;
}

/** Takes a pattern apart; `undefined` where it has a wildcard inside, or is no well-formed text. */
export function simplifyPattern(pattern: string): SimplePattern | undefined {
  // Half a pair is a character of its own: searching by code unit would find it inside a whole one.
  if (LONE_SURROGATE.test(pattern)) return undefined;
  let start = 0;
  while (pattern.charCodeAt(start) === PERCENT) start++;
  let literal = "";
  let at = start;
  for (; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    if (code === UNDERSCORE) return undefined;
    if (code === PERCENT) break;
    if (code === BACKSLASH && ++at === pattern.length) return undefined;
    literal += pattern.charAt(at);
  }
  const closesFree = at < pattern.length;
  while (pattern.charCodeAt(at) === PERCENT) at++;
  if (at < pattern.length) return undefined;
  return { literal, opensFree: start > 0, closesFree };
}

/**
 * Matches a text with any pattern, in time proportional to the product of their lengths at the very
 * worst, and without allocating: on a mismatch only the last `%` is tried one character further,
 * since an earlier one could not succeed where it fails.
 *
 * @param pattern - the pattern; with a lone `\` at its end it matches nothing
 * @param text - the text, all of which must match
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let afterPercent = -1;
  let retryFrom = 0;
  while (inText < text.length) {
    const code = pattern.charCodeAt(inPattern);
    if (code === PERCENT) {
      afterPercent = ++inPattern;
      retryFrom = inText;
      continue;
    }
    const literalAt = code === BACKSLASH ? inPattern + 1 : inPattern;
    const character = text.codePointAt(inText);
    if (code === UNDERSCORE || pattern.codePointAt(literalAt) === character) {
      inPattern = literalAt + (code === UNDERSCORE ? 1 : unitsOf(character));
      inText += unitsOf(character);
    } else if (afterPercent >= 0) {
      retryFrom += unitsOf(text.codePointAt(retryFrom));
      inText = retryFrom;
      inPattern = afterPercent;
    } else {
      return false;
    }
  }
  while (pattern.charCodeAt(inPattern) === PERCENT) inPattern++;
  return inPattern === pattern.length;
}

/** How many UTF-16 code units a code point takes. */
function unitsOf(codePoint: number | undefined): number {
  return codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
}
