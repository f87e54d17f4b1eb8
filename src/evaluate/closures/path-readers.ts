import { internalized } from "../../util/internalized.js";
import { type Field, fieldReader, keyOfField, positionOf, takeFrom } from "../../values/field.js";
import { ownProperty } from "../../values/kinds.js";

/** What properties are read of; what one holds is looked at before anything is read of that. */
export interface Holder {
  readonly [key: string]: Holder | undefined;
}

/** A field's names, from its source to its last step. */
interface NamedPath {
  readonly source: string;
  /** The step between the source and the last, where there is one. */
  readonly middle: string;
  readonly last: string;
}

type PathReader = (context: Holder, path: NamedPath) => unknown;

/** A reader of one field, to be called with the path that comes with it. */
export interface BoundReader {
  readonly read: PathReader;
  readonly path: NamedPath;
}

type ReadProperty = (holder: Holder, key: string) => Holder | undefined;

/** A source is the context's own property, whatever kind of object the context is. */
const readSource = ownProperty as ReadProperty;
const takeStep = ((holder, key) => takeFrom(holder, key, -1)) as ReadProperty;

/** A property that nothing has: a proxy that says it does says so of whatever it is asked. */
const NOTHING = Symbol("nothing");

/*
 * Two functions many times over, for paths of one step and of two. Engines remember, for each place
 * in the code, what was last read there: as long as that is one name, the tests around a property
 * become a look at the object's hidden class, several times faster than asking for an own property
 * of any name. Each reads a path as a whole, so that an engine can inline all that a rule reads.
 */

/**
 * What the copies use is handed to them: it costs an engine less of what it may inline than names of
 * the module do.
 */
function makeCopies(
  N: symbol,
  O: object,
  P: (holder: object) => unknown,
  own: ReadProperty,
  take: ReadProperty,
): readonly (readonly PathReader[])[] {
  // biome-ignore format: a copy is a line
  const oneStep: readonly PathReader[] = [
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
    (c, { source: s, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); return typeof o !== "object" || o === null ? undefined : !(N in o) && P(o) === O && !(k in O) && k in o ? o[k] : take(o, k); },
  ];
  // biome-ignore format: a copy is a line
  const twoSteps: readonly PathReader[] = [
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
    (c, { source: s, middle: m, last: k }) => { const o = !(N in c) && P(c) === O && !(s in O) && s in c ? c[s] : own(c, s); if (typeof o !== "object" || o === null) return; const q = !(N in o) && P(o) === O && !(m in O) && m in o ? o[m] : take(o, m); return typeof q !== "object" || q === null ? undefined : !(N in q) && P(q) === O && !(k in O) && k in q ? q[k] : take(q, k); },
  ];
  return [[], oneStep, twoSteps];
}

/**
 * The copies, by how many steps they take, and how many of each are given to a field. A bundler can
 * leave them out where nothing asks for a reader.
 */
const copies = /* @__PURE__ */ (() =>
  makeCopies(NOTHING, Object.prototype, Object.getPrototypeOf, readSource, takeStep))();
const given = /* @__PURE__ */ copies.map(() => 0);

/** The fields that have a copy of their own. */
const known = new Map<string, BoundReader>();

/** A reader of a field: a copy of its own as long as there are any left. */
export function boundReader(field: Field): BoundReader {
  const key = keyOfField(field);
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const read = field.steps.some((step) => positionOf(step) >= 0)
    ? undefined
    : takeCopy(field.steps.length);
  const path = pathOf(field);
  if (read === undefined) return { read: fieldReader(field), path };
  const bound = { read, path };
  known.set(key, bound);
  return bound;
}

function takeCopy(steps: number): PathReader | undefined {
  const place = given[steps];
  if (place === undefined) return undefined;
  given[steps] = place + 1;
  return copies[steps]?.[place];
}

function pathOf({ source, steps }: Field): NamedPath {
  return {
    source: internalized(source),
    middle: internalized(steps.at(-2) ?? ""),
    last: internalized(steps.at(-1) ?? ""),
  };
}
