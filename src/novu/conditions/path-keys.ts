/** A number in brackets, sign and fraction included; it is a key like any other. */
const BRACKETED_NUMBER = /\[(-?\d+(?:\.\d+)?)\]/y;

/** What a dot in a pattern does not match. */
const LINE_ENDS = "\n\r\u2028\u2029";

const ESCAPE = /\\(\\)?/g;

/** A key, and where the text goes on behind it. */
interface Key {
  readonly key: string;
  readonly end: number;
}

/**
 * Splits a path into keys where lodash does: at dots and brackets; what is in brackets is a number, a
 * text in quotation marks, or read as if they were not there. Between two dots, before the first and
 * after the last stands an empty key.
 */
export function pathKeys(path: string): readonly string[] {
  const keys: string[] = path.startsWith(".") ? [""] : [];
  let at = 0;
  while (at < path.length) {
    const found = bareKey(path, at) ?? bracketKey(path, at);
    if (found === undefined) {
      if (isEmptyKey(path, at)) keys.push("");
      at++;
    } else {
      keys.push(found.key);
      at = found.end;
    }
  }
  return keys;
}

/** Whether lodash takes a path for more than one name. */
export function isDeepPath(path: string): boolean {
  if (path.includes(".")) return true;
  for (let at = path.indexOf("["); at >= 0; at = path.indexOf("[", at + 1)) {
    if (quotedKey(path, at) !== undefined) return true;
    const next = firstBracket(path, at + 1);
    if (path[next] === "]") return true;
  }
  return false;
}

function bareKey(path: string, start: number): Key | undefined {
  let end = start;
  while (end < path.length && !".[]".includes(path.charAt(end))) end++;
  return end > start ? { key: path.slice(start, end), end } : undefined;
}

function bracketKey(path: string, start: number): Key | undefined {
  BRACKETED_NUMBER.lastIndex = start;
  const key = BRACKETED_NUMBER.exec(path)?.[1];
  return key === undefined ? quotedKey(path, start) : { key, end: start + key.length + 2 };
}

/** @param start - where the bracket is */
function quotedKey(path: string, start: number): Key | undefined {
  const quote = path[start + 1];
  if (path[start] !== "[" || (quote !== '"' && quote !== "'")) return undefined;
  let close = start + 2;
  while (close < path.length && path[close] !== quote) {
    if (path[close] === "\\" && LINE_ENDS.includes(path.charAt(close + 1))) return undefined;
    close += path[close] === "\\" ? 2 : 1;
  }
  if (path[close] !== quote || path[close + 1] !== "]") return undefined;
  return { key: path.slice(start + 2, close).replace(ESCAPE, "$1"), end: close + 2 };
}

/** Whether a dot or empty brackets have another of them, or the text's end, behind them. */
function isEmptyKey(path: string, start: number): boolean {
  const behind = afterSeparator(path, start);
  if (behind === undefined) return false;
  return behind === path.length || afterSeparator(path, behind) !== undefined;
}

function afterSeparator(path: string, at: number): number | undefined {
  if (path[at] === ".") return at + 1;
  return path.startsWith("[]", at) ? at + 2 : undefined;
}

function firstBracket(path: string, start: number): number {
  let at = start;
  while (at < path.length && path[at] !== "[" && path[at] !== "]") at++;
  return at;
}
