import { stripVTControlCharacters } from "node:util";

/** How many columns a line takes on a terminal; our lines hold nothing wide or combining. */
function widthOf(line: string): number {
  return [...stripVTControlCharacters(line)].length;
}

/**
 * Breaks a line at spaces so that it fits a width. What follows the break stands two columns further
 * in than the line began, the branches of a tree drawn on; a single word that is too long stays
 * whole.
 */
export function wrap(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const hang = `${gutterOf(line)}  `;
  const lines: string[] = [];
  let current: string | undefined;
  for (const word of line.trimStart().split(" ")) {
    if (current === undefined) {
      current = line.slice(0, line.indexOf(word)) + word;
    } else if (widthOf(`${current} ${word}`) <= width) {
      current = `${current} ${word}`;
    } else {
      lines.push(current);
      current = hang + word;
    }
  }
  return current === undefined ? lines : [...lines, current];
}

/** What a line begins with, spaces and branches, as the line under it continues it. */
function gutterOf(line: string): string {
  const [gutter = ""] = /^[\s│├└─]*/.exec(stripVTControlCharacters(line)) ?? [];
  return gutter.replaceAll("├", "│").replaceAll(/[└─]/g, " ");
}
