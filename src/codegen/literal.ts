/** What JSON lets stand in a string and a script, or what a script stands in, may not. */
const UNSAFE = /[<\u2028\u2029]/g;

/**
 * Writes a name as a string literal of JavaScript. Nothing in it can end the literal, the line or
 * the `<script>` element that the code might be copied into.
 */
export function literalOf(name: string): string {
  return JSON.stringify(name).replace(UNSAFE, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
