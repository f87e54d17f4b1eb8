import { toNumber } from "../../values/number.js";
import type { ClassLimits } from "../budget.js";
import type { Atom } from "../formula/atom.js";
import { addCells } from "./cell-values.js";
import { cellsOf } from "./cells.js";
import { Collector } from "./class-collector.js";
import { addTexts, textsOf } from "./text-values.js";
import type { ValueClasses } from "./value-class.js";

/** Values that every field is tried with, whatever is asked of it. */
const PLAIN: readonly unknown[] = [undefined, 1, "x", true, false, "", 0, "true", "false", {}];

function exotic(): readonly unknown[] {
  return [
    new Date(Number.NaN),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0n,
    10n ** 309n,
    -(10n ** 309n),
  ];
}

/**
 * Sorts the values of a field, lists apart, into finitely many classes by what atoms say of them.
 *
 * That none is missing rests on how a value can be compared. Absent values, objects, functions and
 * invalid dates convert to nothing: each kind is one class. A number, a bigint and a `Date` compare
 * by the cell of the line, cut at every constant, that they are in, and by their text where a pattern
 * or the type `TEXT` asks for it. A string compares by its characters, by the number or date that it
 * spells, or as a boolean. Where both its cell and its characters matter, the pairs of a cell and a
 * class of texts are all the classes there can be; for those that no value was found for it is not
 * known whether there is one, and they are kept without a witness.
 */
export function classifyValues(atoms: readonly Atom[], limits: ClassLimits): ValueClasses {
  const { budget } = limits;
  const collector = new Collector(atoms, budget);
  const cells = cellsOf(pointsOf(atoms));
  const constants = textsOf(atoms);
  const usesText = atoms.some(({ pattern, ordersText }) => pattern !== undefined || ordersText);
  for (const value of PLAIN) collector.add(value);
  for (const { pattern, domain, constants: literals } of atoms) {
    if (pattern !== undefined) continue;
    if (domain === "number") for (const literal of literals) collector.add(toNumber(literal));
    for (const literal of literals) collector.add(literal);
  }
  for (const text of constants) collector.add(text);
  collector.add(unlike(constants));
  addCells(collector, cells, constants, new Set(atoms.map(({ domain }) => domain)));
  for (const text of constants) collector.addBigint(text);
  const doubt = usesText ? addTexts(collector, atoms, cells, constants, limits) : undefined;
  for (const value of exotic()) collector.add(value, false);
  return { atoms, classes: collector.classes, doubt };
}

/** Where the line is cut. */
function pointsOf(atoms: readonly Atom[]): readonly number[] {
  return [0, ...atoms.flatMap(({ points }) => points)];
}

/** A text that is none of some. */
function unlike(texts: ReadonlySet<string>): string {
  let text = "x";
  while (texts.has(text)) text += "x";
  return text;
}
