import { open } from "node:fs/promises";
import { Failure } from "../failure.js";

/** What an argument names standard input by. */
const STANDARD_INPUT = "-";

/**
 * Holds two arguments to naming standard input at most once: it can be read only once.
 *
 * @throws Failure where both name it
 */
export function requireOneStandardInput(first: string, second: string): void {
  if (first !== STANDARD_INPUT || second !== STANDARD_INPUT) return;
  throw new Failure("standard input: found it named twice; expected it once");
}

/** Text to read: a file's, standard input's, or an argument's own. */
export interface Source {
  /** What messages call it. */
  readonly name: string;
  /** The text in pieces, read as fast as they are taken and no faster. */
  readonly chunks: AsyncIterable<string>;
  /** How many bytes there are, where that is known. */
  readonly size?: number;
  /** How many of them have been read. */
  readonly bytesRead?: () => number;
}

/**
 * Opens a file, or standard input for `-`.
 *
 * @throws Failure where it cannot be opened
 */
export async function openSource(file: string): Promise<Source> {
  if (file === STANDARD_INPUT) {
    const name = "standard input";
    return { name, chunks: decode(process.stdin.setEncoding("utf8"), name) };
  }
  try {
    const handle = await open(file);
    const stats = await handle.stat();
    const stream = handle.createReadStream({ encoding: "utf8" });
    return {
      name: file,
      chunks: decode(stream, file),
      ...(stats.isFile() && { size: stats.size }),
      bytesRead: () => stream.bytesRead,
    };
  } catch (error) {
    throw fileFailure(file, error);
  }
}

/** A text that is given as it is. */
export function textSource(name: string, text: string): Source {
  return { name, chunks: decode([text], name) };
}

/** The whole of a source, at once. */
export async function readAll({ chunks }: Source): Promise<string> {
  const parts: string[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return parts.join("");
}

/** The pieces of a text without the mark that some editors put before it. */
async function* decode(
  pieces: AsyncIterable<string> | Iterable<string>,
  name: string,
): AsyncGenerator<string> {
  let isFirst = true;
  try {
    for await (const piece of pieces) {
      yield isFirst ? piece.replace(/^\ufeff/, "") : piece;
      isFirst = false;
    }
  } catch (error) {
    throw fileFailure(name, error);
  }
}

const TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "found a folder; expected a file",
  EACCES: "the file may not be read",
};

function fileFailure(name: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  return new Failure(`${name}: ${TROUBLES[String(error.code)] ?? error.message}`);
}
