/** A place in a file, both counted from 1; columns are UTF-16 units, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a file begins. */
export const START: Position = { line: 1, column: 1 };

/**
 * The place of a character.
 *
 * @param text - a part of a file
 * @param offset - the character in it
 * @param start - where the part begins
 */
export function positionAt(text: string, offset: number, start = START): Position {
  const before = text.slice(0, offset);
  const lines = before.split("\n");
  const last = lines.at(-1) ?? "";
  return lines.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + lines.length - 1, column: last.length + 1 };
}

/** A place as compilers write it, for an editor to jump to. */
export function placeText(file: string, { line, column }: Position): string {
  return `${file}:${line}:${column}`;
}
