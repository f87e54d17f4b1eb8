import type { Atom } from "../formula/atom.js";
import type { FieldDomain } from "./field-classes.js";

/**
 * Remembers domains by the atoms that they are made for.
 *
 * @param most - so many are remembered; then it begins anew
 */
export function remembered<Rest extends readonly unknown[]>(
  make: (atoms: readonly Atom[], ...rest: Rest) => FieldDomain,
  most: number,
): (atoms: readonly Atom[], ...rest: Rest) => FieldDomain {
  const domains = new Map<string, FieldDomain>();
  return (atoms, ...rest) => {
    const key = atoms.map((atom) => atom.key).join("\n");
    const known = domains.get(key);
    if (known !== undefined) return known;
    const domain = make(atoms, ...rest);
    if (domains.size >= most) domains.clear();
    domains.set(key, domain);
    return domain;
  };
}
