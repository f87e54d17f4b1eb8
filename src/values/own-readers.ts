/** Reads a property exactly, however long that takes. */
export type ExactReader = (holder: object, key: string) => unknown;

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
];

let taken = 0;

/** Gives a reader for one name alone, as long as there are any left; `undefined` from then on. */
export function takeOwnReader(): OwnReader | undefined {
  return READERS[taken++];
}
