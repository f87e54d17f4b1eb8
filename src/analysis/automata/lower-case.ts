import { isSurrogate } from "./unit-gaps.js";

/** Beyond this no character has a lower case: the tests look at every one. */
export const LAST_CASED = 0x1ffff;

let lowering: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The characters that change in lower case, by what they become. A text in lower case is its
 * characters in lower case, one after the other, but for sigma at the end of a word.
 */
export function charactersLowering(): ReadonlyMap<string, readonly string[]> {
  if (lowering !== undefined) return lowering;
  const found = new Map<string, string[]>();
  for (let code = 0; code <= LAST_CASED; code++) {
    if (isSurrogate(code)) continue;
    const text = String.fromCodePoint(code);
    const lower = text.toLowerCase();
    if (lower === text) continue;
    const known = found.get(lower);
    if (known === undefined) found.set(lower, [text]);
    else known.push(text);
  }
  lowering = found;
  return found;
}
