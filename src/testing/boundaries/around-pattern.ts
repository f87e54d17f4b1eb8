import { filledPattern, tokensOf } from "../../operators/pattern-tokens.js";

/**
 * Texts that a SQL pattern just accepts, and texts that it just refuses: each wildcard at its
 * shortest and a little longer, and each of these with one character missing, one more, or another.
 *
 * @example
 * ```ts
 * aroundPattern("a%").slice(0, 2); // ["a", "ax"]
 * ```
 */
export function aroundPattern(pattern: string): string[] {
  const tokens = tokensOf(pattern);
  const filled = (any: string, one: string): string => filledPattern(tokens, { any, one });
  const shortest = filled("", "x");
  const longer = filled("x", "x");
  const accepted = [shortest, longer, filled("xy", "😀")];
  const refused = [filled("", ""), filled("", "xx"), ...[shortest, longer].flatMap(nearMisses)];
  return [...new Set([...accepted, ...refused])];
}

/** Texts that differ from one in a character: at an end, in the middle, or only by case. */
function nearMisses(text: string): string[] {
  const characters = [...text];
  const middle = Math.floor(characters.length / 2);
  return [
    characters.slice(1).join(""),
    characters.slice(0, -1).join(""),
    `x${text}`,
    `${text}x`,
    characters
      .map((character, index) => (index === middle ? other(character) : character))
      .join(""),
    text.toUpperCase(),
    text.toLowerCase(),
  ];
}

function other(character: string): string {
  return character === "z" ? "y" : "z";
}
