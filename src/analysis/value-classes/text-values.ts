import { filledPattern, tokensOf } from "../../operators/pattern-tokens.js";
import { toDate } from "../../values/date.js";
import { toNumber } from "../../values/number.js";
import { doubtOf, type TextShape } from "../automata/symbols.js";
import { textClasses } from "../automata/text-classes.js";
import type { ClassLimits } from "../budget.js";
import type { Atom } from "../formula/atom.js";
import type { Cell } from "./cells.js";
import type { Collector } from "./class-collector.js";
import { PairedTexts } from "./paired-texts.js";

/** Adds the classes of texts, and of what prints as text; gives why they are not exact. */
export function addTexts(
  collector: Collector,
  atoms: readonly Atom[],
  cells: readonly Cell[],
  constants: ReadonlySet<string>,
  limits: ClassLimits,
): string | undefined {
  const ordered = atoms.filter(({ ordersText }) => ordersText);
  const shape: TextShape = {
    constants: [...constants],
    ordered: [...textsOf(ordered)],
    patterns: atoms.flatMap(({ pattern }) => pattern ?? []),
    hasNumbers: atoms.some(isOfNumbers),
    hasDates: atoms.some(isOfDates),
  };
  const doubt = doubtOf(shape);
  const classes = doubt === undefined ? textClasses(shape, limits) : undefined;
  if (classes === undefined) {
    for (const text of guesses(shape)) collector.add(text);
    collector.addUnknown();
    return (
      doubt ??
      `the patterns and orders on one field make more than ${limits.classes} classes of texts`
    );
  }
  for (const { witness, form } of classes) {
    collector.add(witness);
    if (form === "decimal") collector.add(Number(witness));
  }
  const pairs = new PairedTexts(collector, atoms, cells);
  for (const text of classes) pairs.add(text);
  return pairs.doubt;
}

/** The texts that atoms tell from all others. */
export function textsOf(atoms: readonly Atom[]): ReadonlySet<string> {
  return new Set(atoms.flatMap(({ texts }) => texts));
}

/** Whether it matters to an atom which number a value is or spells, or that it is one. */
function isOfNumbers(atom: Atom): boolean {
  const { domain, constants } = atom;
  if (domain === "number" || isOfStrings(atom)) return true;
  return constants.some((constant) => !Number.isNaN(toNumber(constant)));
}

/** Whether it matters to an atom which date a value is or spells, or that it is one. */
function isOfDates(atom: Atom): boolean {
  const { domain, constants } = atom;
  if (domain === "date" || isOfStrings(atom)) return true;
  return constants.some((constant) => !Number.isNaN(toDate(constant)));
}

/** Whether an atom is about a text only where that is a string. */
function isOfStrings({ ordersText, readsText }: Atom): boolean {
  return ordersText && !readsText;
}

/** Texts worth trying where classes cannot be enumerated. */
function guesses({ constants, ordered, patterns }: TextShape): readonly string[] {
  const filled = patterns.flatMap(({ pattern }) => {
    const tokens = tokensOf(pattern);
    return ["", "x"].map((any) => filledPattern(tokens, { any, one: "x" }));
  });
  return [...constants, ...ordered, ...filled].flatMap((text) => [text, `${text}x`, `x${text}`]);
}
