/** Longer texts are not worth a place in the engine's table. */
const LONGEST = 100;

/**
 * Gives a text as engines keep the names of properties: one copy of each, so that two are compared
 * by identity. A text that was cut from another, or put together, is not yet such a copy.
 */
export function internalized(text: string): string {
  if (text.length > LONGEST) return text;
  const names: Record<string, true> = Object.create(null);
  names[text] = true;
  let kept = text;
  for (const name in names) kept = name;
  return kept;
}
