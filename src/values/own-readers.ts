/** Reads a property exactly, however long that takes. */
type ExactReader = (holder: object, key: string) => unknown;

/** Reads an own property; what it does not see at once to be one it leaves to the exact reader. */
export type OwnReader = (
  holder: { readonly [key: string]: unknown },
  key: string,
  exact: ExactReader,
) => unknown;

/** A property that nothing has: a proxy that says it does says so of whatever it is asked. */
const N = Symbol("nothing");
const O = Object.prototype;
const P = Object.getPrototypeOf;

/**
 * The same function many times over. Engines remember, for each place in the code, what was last
 * read there: as long as that is one name, the tests of a line become a look at the object's hidden
 * class, several times faster than asking for an own property of any name.
 */
const READERS: readonly OwnReader[] = [
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
  (o, k, s) => (!(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : s(o, k)),
];

/** The name that each reader serves, for as long as there are readers; later names share one. */
const readers = new Map<string, OwnReader>();

const SHARED: OwnReader = (holder, key, exact) => exact(holder, key);

/**
 * Gives a property's reader.
 *
 * @param place - what the property is read from, where its name is read from several
 */
export function ownReader(key: string, place = ""): OwnReader {
  const name = place + key;
  const known = readers.get(name);
  if (known !== undefined) return known;
  const free = READERS[readers.size];
  if (free === undefined) return SHARED;
  readers.set(name, free);
  return free;
}

/** The same text as the engine keeps it for the names of properties: it compares them by identity. */
export function internalized(key: string): string {
  return Object.keys({ [key]: 0 })[0] ?? key;
}
