/** What one part of a pattern of `LIKE` stands for: any run of characters, one, or itself. */
export type PatternToken = "any" | "one" | { readonly literal: string };

/** Reads a pattern. A backslash takes the character after it for what it is. */
export function tokensOf(pattern: string): readonly PatternToken[] {
  const tokens: PatternToken[] = [];
  let isEscaped = false;
  for (const character of pattern) {
    if (isEscaped || !"%_\\".includes(character)) tokens.push({ literal: character });
    else if (character === "%") tokens.push("any");
    else if (character === "_") tokens.push("one");
    isEscaped = !isEscaped && character === "\\";
  }
  return tokens;
}

/** The text that a pattern is with its wildcards filled in. */
export function filledPattern(
  tokens: readonly PatternToken[],
  fillings: { readonly any: string; readonly one: string },
): string {
  return tokens
    .map((token) => (typeof token === "string" ? fillings[token] : token.literal))
    .join("");
}

/** The text that a pattern without wildcards stands for; `undefined` where it has one. */
export function literalOf(pattern: string): string | undefined {
  let literal = "";
  for (const token of tokensOf(pattern)) {
    if (typeof token === "string") return undefined;
    literal += token.literal;
  }
  return literal;
}
