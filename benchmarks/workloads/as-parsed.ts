/** Strings and objects as `JSON.parse` makes them: that is where records and messages come from. */
export function asParsed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
