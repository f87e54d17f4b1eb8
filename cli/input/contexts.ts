import type { SelectionContext } from "integration-router";
import { Failure } from "../failure.js";
import { parseJson } from "./parse-json.js";
import { placeText, positionAt } from "./position.js";
import { openSource, type Source, textSource } from "./source.js";
import { type PlacedText, ValueSplitter } from "./value-splitter.js";

/** A context, and what to call it in a message. */
export interface PlacedContext {
  readonly context: SelectionContext;
  readonly place: () => string;
}

/** Contexts as they come: those that end in one piece of the input, then those of the next. */
export interface Contexts {
  readonly source: Source;
  /** Whether they are the argument itself, and no file's. */
  readonly isInline: boolean;
  readonly batches: AsyncIterable<Iterable<PlacedContext>>;
}

/** An input that never ends a context would otherwise fill the memory. */
const LONGEST_CONTEXT = 16 * 1024 * 1024;

/**
 * Opens contexts: one object, a list or NDJSON, told apart by how they begin.
 *
 * @param argument - a file's name, `-` for standard input, or the JSON itself
 * @throws Failure where there is no such file; on reading, where something is no JSON or no object
 */
export async function openContexts(argument: string): Promise<Contexts> {
  const isInline = /^\s*[{[]/.test(argument);
  const source = isInline ? textSource("--context", argument) : await openSource(argument);
  return { source, isInline, batches: readBatches(source) };
}

async function* readBatches({
  chunks,
  name,
}: Source): AsyncGenerator<Iterable<PlacedContext>, void, undefined> {
  const splitter = new ValueSplitter(
    LONGEST_CONTEXT,
    (place, message) => new Failure(`${placeText(name, place)}: ${message}`),
  );
  for await (const chunk of chunks) yield parseEach(splitter.push(chunk), name);
  yield parseEach(splitter.end(), name);
}

function* parseEach(values: Iterable<PlacedText>, name: string): Generator<PlacedContext> {
  for (const { text, start } of values) {
    const place = (): string => placeText(name, positionAt(text, text.search(/\S/), start));
    const context = parseJson(text, name, start);
    if (!isObject(context)) {
      throw new Failure(`${place()}: found ${describe(context)}; expected a context, an object`);
    }
    yield { context, place };
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What was found, short: what is in it may be nobody's business. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "string" ? "a string" : String(value);
}
