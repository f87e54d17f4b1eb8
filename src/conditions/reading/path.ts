/** The steps of a path, or what kept it from being one. */
export type PathResult =
  | { readonly ok: true; readonly steps: readonly string[] }
  | { readonly ok: false; readonly reason: "malformed" | "too-long"; readonly at: number };

/** A list position as JavaScript spells it. */
const POSITION = /^(?:0|[1-9]\d*)$/;

/**
 * Parses a field's path: a name or a bracket, then any number of `.name` or brackets.
 *
 * @param path - `data.plan`, `items[0].sku`, `data["a.b"]`
 * @param limit - how many steps it may have
 */
export function parsePath(path: string, limit: number): PathResult {
  const end = nameEnd(path, 0);
  if (end === 0 && path[0] !== "[") return { ok: false, reason: "malformed", at: 0 };
  return parseSteps(path, end, end > 0 ? [path.slice(0, end)] : [], limit);
}

/**
 * Parses what may follow a name: any number of `.name` or brackets.
 *
 * @param text - the text that holds the path
 * @param start - where the first dot or bracket is
 * @param opening - the steps before it
 * @param limit - how many steps there may be, those before it included
 */
export function parseSteps(
  text: string,
  start: number,
  opening: readonly string[],
  limit: number,
): PathResult {
  const steps = [...opening];
  let at = start;
  while (at < text.length) {
    if (steps.length === limit) return { ok: false, reason: "too-long", at };
    const step = text[at] === "." ? nameStep(text, at + 1) : bracketStep(text, at);
    if (step === undefined) return { ok: false, reason: "malformed", at };
    steps.push(step.key);
    at = step.end;
  }
  return { ok: true, steps };
}

interface PathStep {
  readonly key: string;
  readonly end: number;
}

function nameStep(text: string, start: number): PathStep | undefined {
  const end = nameEnd(text, start);
  return end > start ? { key: text.slice(start, end), end } : undefined;
}

function bracketStep(text: string, start: number): PathStep | undefined {
  if (text[start] !== "[") return undefined;
  if (text[start + 1] === '"') return quotedStep(text, start + 1);
  const close = text.indexOf("]", start);
  const key = text.slice(start + 1, close);
  return close > start && POSITION.test(key) ? { key, end: close + 1 } : undefined;
}

/** @param start - where the opening quotation mark is */
function quotedStep(text: string, start: number): PathStep | undefined {
  let close = start + 1;
  while (close < text.length && text[close] !== '"') close += text[close] === "\\" ? 2 : 1;
  if (text[close + 1] !== "]") return undefined;
  const key = parseJsonString(text.slice(start, close + 1));
  return key === undefined ? undefined : { key, end: close + 2 };
}

function parseJsonString(json: string): string | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Where the name that starts at a place ends: before a dot, a bracket or the text's end. */
function nameEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isDelimiter(text[end])) end++;
  return end;
}

function isDelimiter(character: string | undefined): boolean {
  return character === "." || character === "[" || character === "]";
}
