import type { Atom } from "../formula/atom.js";
import type { FieldPath } from "../formula/field-path.js";
import { type Formula, literalsOf } from "../formula/formula.js";
import type { FieldDomain } from "../value-classes/field-classes.js";
import { freeDomain, isFree } from "./free-atoms.js";

/** A field as a search meets it. */
export interface Variable {
  readonly path: FieldPath;
  readonly domain: FieldDomain;
  readonly withLists: boolean;
}

/** Gives the domain of a field by the atoms on it. */
export type DomainOf = (atoms: readonly Atom[]) => FieldDomain;

/** The fields of a formula, by the keys of their paths. */
export function variablesOf(
  formula: Formula,
  withoutLists: ReadonlySet<string>,
  domainOf: DomainOf,
): ReadonlyMap<string, Variable> {
  const fields = new Map<string, { path: FieldPath; atoms: Map<string, Atom> }>();
  for (const { path, atom } of literalsOf(formula)) {
    const field = fields.get(path.key) ?? { path, atoms: new Map<string, Atom>() };
    fields.set(path.key, field);
    field.atoms.set(atom.key, atom);
  }
  const variables = new Map<string, Variable>();
  for (const [key, { path, atoms }] of fields) {
    const sorted = [...atoms.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    const [first] = sorted;
    if (first === undefined) continue;
    const variable = isFree(path)
      ? { path, domain: freeDomain(first), withLists: false }
      : { path, domain: domainOf(sorted), withLists: !withoutLists.has(key) };
    variables.set(key, variable);
  }
  return variables;
}
