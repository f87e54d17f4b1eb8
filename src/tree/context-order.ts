import { SCOPING_KEYS } from "../context.js";
import { SOURCES } from "../sources.js";
import type { Field } from "../values/field.js";
import { isList } from "../values/kinds.js";
import { fieldsReadBy } from "./fields-read.js";
import type { Tree } from "./tree.js";
import { conditionsOf } from "./walk.js";

/** Names in their order, each with the order of the names inside. */
interface Names extends ReadonlyMap<string, Names> {}

/** What the order of the keys of a context follows from. */
export interface ContextOrderOf {
  /** The trees that the context is made for. */
  readonly trees: Iterable<Tree>;
  /** Fields that are named beside those of the trees. */
  readonly fields?: Iterable<Field>;
  /** The caller's own sources. */
  readonly sources?: Iterable<string> | undefined;
}

/**
 * The one order of the keys of contexts, whatever they are made by: scoping keys, sources and clock as
 * they are documented, the caller's own sources as they were given, and inside a source the names as
 * the conditions name them. Names that none of these has keep their places among themselves, at the end.
 */
export class ContextOrder {
  readonly #names: Names;

  constructor({ trees, fields = [], sources = [] }: ContextOrderOf) {
    const names: MutableNames = new Map();
    for (const key of [...SCOPING_KEYS, ...SOURCES, ...sources]) addTo(names, key);
    for (const tree of trees) {
      for (const field of conditionsOf(tree).flatMap(fieldsReadBy)) addField(names, field);
    }
    for (const field of fields) addField(names, field);
    // A caller's source may not have been given with the trees: the clock goes after those as well.
    addTo(names, "now");
    this.#names = names;
  }

  /** The same context with its keys in order; nothing given is changed. */
  sorted<C extends object>(context: C): C {
    // The same keys and values, in another order, are of the same type.
    return sortedBy(this.#names, context) as C;
  }
}

interface MutableNames extends Map<string, MutableNames> {}

function addField(names: MutableNames, { source, steps }: Field): void {
  [source, ...steps].reduce(addTo, names);
}

/** Adds a name unless it is there, and gives the names inside. */
function addTo(names: MutableNames, name: string): MutableNames {
  const known = names.get(name);
  if (known !== undefined) return known;
  const made: MutableNames = new Map();
  names.set(name, made);
  return made;
}

function sortedBy(names: Names, value: unknown): unknown {
  if (names.size === 0 || typeof value !== "object" || value === null) return value;
  if (isList(value)) {
    return value.map((element, position) => {
      const inside = names.get(String(position));
      return inside === undefined ? element : sortedBy(inside, element);
    });
  }
  if (!isPlain(value)) return value;
  const own = new Map<string, unknown>(Object.entries(value));
  const named = [...names.keys()].filter((name) => own.has(name));
  const others = [...own.keys()].filter((name) => !names.has(name));
  return Object.fromEntries(
    [...named, ...others].map((name) => {
      const inside = names.get(name);
      const content = own.get(name);
      return [name, inside === undefined ? content : sortedBy(inside, content)];
    }),
  );
}

/** What is of a class, and a caller put into a context, stays what it is. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
