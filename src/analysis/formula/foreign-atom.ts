import type { ForeignNode } from "../../tree/tree.js";
import { type Atom, idOf } from "./atom.js";

const foreignAtoms = new WeakMap<ForeignNode, Atom>();

/** The atom of what another system decides, of which nothing is known. */
export function foreignAtom(node: ForeignNode): Atom {
  const known = foreignAtoms.get(node);
  if (known !== undefined) return known;
  const atom: Atom = {
    key: `foreign ${idOf(node)}`,
    test: () => false,
    constants: [],
    points: [],
    texts: [],
    pattern: undefined,
    domain: "text",
    ordersText: false,
    readsText: false,
    opaque: "a condition is decided by another system's rules",
    clock: undefined,
  };
  foreignAtoms.set(node, atom);
  return atom;
}
