import { Failure } from "../failure.js";
import { findJsonError } from "./json-error.js";
import { type Position, placeText, positionAt, START } from "./position.js";

/**
 * Parses JSON from a file.
 *
 * @param file - the file's name
 * @param start - where in the file the text begins
 * @throws Failure that names the line and column of what is no JSON
 */
export function parseJson(text: string, file: string, start: Position = START): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = findJsonError(text);
    if (found === undefined) throw error;
    const place = placeText(file, positionAt(text, found.offset, start));
    throw new Failure(`${place}: ${found.message}`);
  }
}
