/** Puts text in the colours of a terminal, or leaves it as it is. */
export interface Painter {
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  strong(text: string): string;
  dim(text: string): string;
}

/** Select Graphic Rendition, ECMA-48 section 8.3.117: a code to set, and the one to set it back. */
function sgr(set: number, reset: number): (text: string) => string {
  return (text) => `\u001b[${set}m${text}\u001b[${reset}m`;
}

/** For a terminal. */
export const paint: Painter = {
  good: sgr(32, 39),
  bad: sgr(31, 39),
  warn: sgr(33, 39),
  strong: sgr(1, 22),
  dim: sgr(2, 22),
};

const asItIs = (text: string): string => text;

/** For everywhere else. */
export const paintNothing: Painter = {
  good: asItIs,
  bad: asItIs,
  warn: asItIs,
  strong: asItIs,
  dim: asItIs,
};
