/**
 * The sources a condition may read without further ado: the two of Novu's DTO, `subscriber` and
 * `payload`, and four that platforms commonly have at hand when a message is sent.
 */
export const SOURCES = [
  "subscriber",
  "payload",
  "tenant",
  "context",
  "workflow",
  "actor",
] as const satisfies readonly string[];

/** The name of a built-in source; a caller adds names of its own with the option `sources`. */
export type Source = (typeof SOURCES)[number];
