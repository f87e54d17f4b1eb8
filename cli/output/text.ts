import type { IntegrationRef } from "integration-router";

/** Control characters and those that turn the writing direction round, which no text may bring in. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Puts characters that would upset a terminal, or break a line in two, as their escapes. */
export function clean(text: string): string {
  return text.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What a line calls an integration. */
export function nameOf({ identifier, _id, index }: IntegrationRef): string {
  return clean(identifier || _id || `#${index}`);
}

/** A number with its noun: `1 issue`, `12,000 issues`. */
export function count(amount: number, noun: string): string {
  return `${amount.toLocaleString("en-US")} ${noun}${amount === 1 ? "" : "s"}`;
}
