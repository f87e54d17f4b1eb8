import type { Atom } from "../formula/atom.js";
import type { FieldClasses } from "./field-classes.js";

/**
 * Remembers the classes of fields by the atoms that they are made for.
 *
 * @param most - so many are remembered; then it begins anew
 */
export function remembered<Rest extends readonly unknown[]>(
  make: (atoms: readonly Atom[], ...rest: Rest) => FieldClasses,
  most: number,
): (atoms: readonly Atom[], ...rest: Rest) => FieldClasses {
  const classesByAtoms = new Map<string, FieldClasses>();
  return (atoms, ...rest) => {
    const key = atoms.map((atom) => atom.key).join("\n");
    const known = classesByAtoms.get(key);
    if (known !== undefined) return known;
    const classes = make(atoms, ...rest);
    if (classesByAtoms.size >= most) classesByAtoms.clear();
    classesByAtoms.set(key, classes);
    return classes;
  };
}
