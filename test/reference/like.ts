type PatternPart = "any-run" | "any-one" | { readonly literal: string };

/** The parts of an SQL pattern, `undefined` where it ends in an escape that escapes nothing. */
function patternParts(pattern: string): PatternPart[] | undefined {
  const parts: PatternPart[] = [];
  let escaped = false;
  for (const character of Array.from(pattern)) {
    if (escaped) {
      parts.push({ literal: character });
      escaped = false;
    } else if (character === "\\") {
      escaped = true;
    } else if (character === "%") {
      parts.push("any-run");
    } else if (character === "_") {
      parts.push("any-one");
    } else {
      parts.push({ literal: character });
    }
  }
  return escaped ? undefined : parts;
}

export function endsInLoneEscape(pattern: string): boolean {
  return patternParts(pattern) === undefined;
}

function matchParts(parts: readonly PatternPart[], characters: readonly string[]): boolean {
  const [part, ...laterParts] = parts;
  const [character, ...laterCharacters] = characters;
  if (part === undefined) return character === undefined;
  if (part === "any-run") {
    return (
      matchParts(laterParts, characters) ||
      (character !== undefined && matchParts(parts, laterCharacters))
    );
  }
  if (character === undefined) return false;
  return (
    (part === "any-one" || part.literal === character) && matchParts(laterParts, laterCharacters)
  );
}

/** Whether the whole text matches the pattern, code point by code point. */
export function matchesPattern(text: string, pattern: string): boolean {
  const parts = patternParts(pattern);
  return parts !== undefined && matchParts(parts, Array.from(text));
}
