/** What one place of a SQL pattern takes. */
type Place = { readonly kind: "any" | "one" } | { readonly kind: "literal"; readonly text: string };

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
  const places = placesOf(pattern);
  const shortest = textOf(places, "", "x");
  const longer = textOf(places, "x", "x");
  const accepted = [shortest, longer, textOf(places, "xy", "😀")];
  const refused = [
    textOf(places, "", ""),
    textOf(places, "", "xx"),
    ...[shortest, longer].flatMap(nearMisses),
  ];
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

function textOf(places: readonly Place[], any: string, one: string): string {
  return places
    .map((at) => (at.kind === "literal" ? at.text : at.kind === "any" ? any : one))
    .join("");
}

function placesOf(pattern: string): Place[] {
  const places: Place[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at];
    if (character === "%") places.push({ kind: "any" });
    else if (character === "_") places.push({ kind: "one" });
    else {
      // A backslash makes the next character literal.
      if (character === "\\") at++;
      places.push({ kind: "literal", text: characters[at] ?? "" });
    }
  }
  return places;
}
