import type { AffixAccess } from "./access.js";
import { escapePattern } from "./like-pattern.js";
import { isReference } from "./operand.js";
import { complement, type Operator } from "./operator.js";
import { type TextComparison, textMatcher } from "./text-comparison.js";

/** @param kind - which end */
function affixOperator<N extends string>(
  name: N,
  kind: AffixAccess["kind"],
  comparison: TextComparison,
): Operator<"scalar", N> {
  return {
    name,
    shape: "scalar",
    negated: false,
    access: ({ term }) =>
      isReference(term) || term === "" ? undefined : { kind, text: String(term) },
    textPattern: ({ term }) => {
      if (isReference(term)) return undefined;
      const affix = escapePattern(String(term));
      return { pattern: kind === "prefix" ? `${affix}%` : `%${affix}`, folds: false };
    },
    compile: (operand) => textMatcher(operand, comparison),
  };
}

/** `STARTS_WITH`: the value's text begins with the operand's, character by character. */
export const startsWith: Operator<"scalar", "STARTS_WITH"> = affixOperator(
  "STARTS_WITH",
  "prefix",
  {
    literal: (affix) => (text) => text.startsWith(affix),
    read: (text, affix) => text.startsWith(affix),
  },
);

/** `NOT_STARTS_WITH`: everything that `STARTS_WITH` is not, an absent value included. */
export const notStartsWith: Operator<"scalar", "NOT_STARTS_WITH"> = complement(
  "NOT_STARTS_WITH",
  startsWith,
);

/** `ENDS_WITH`: the value's text ends with the operand's, character by character. */
export const endsWith: Operator<"scalar", "ENDS_WITH"> = affixOperator("ENDS_WITH", "suffix", {
  literal: (affix) => (text) => text.endsWith(affix),
  read: (text, affix) => text.endsWith(affix),
});

/** `NOT_ENDS_WITH`: everything that `ENDS_WITH` is not, an absent value included. */
export const notEndsWith: Operator<"scalar", "NOT_ENDS_WITH"> = complement(
  "NOT_ENDS_WITH",
  endsWith,
);
