import { isList } from "../values/kinds.js";
import { toText } from "../values/text.js";
import type { AffixAccess } from "./access.js";
import { escapePattern } from "./like-pattern.js";
import { isReference } from "./operand.js";
import { complement, type Operator } from "./operator.js";
import { scalarMatcher } from "./scalar.js";

/** Whether a text has another at one of its ends. */
type AffixTest = (text: string, affix: string) => boolean;

/** @param kind - which end */
function affixOperator<N extends string>(
  name: N,
  kind: AffixAccess["kind"],
  has: AffixTest,
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
    compile: (operand) =>
      scalarMatcher(operand, {
        literalOrList: (literal) => {
          const affix = String(literal);
          return (lists) => (value, beside) => {
            if (typeof value === "string") return has(value, affix);
            if (isList(value)) return lists(value, beside);
            const text = toText(value);
            return typeof text === "string" && has(text, affix);
          };
        },
        read: (value, other) => {
          const text = toText(value);
          const affix = toText(other);
          return typeof text === "string" && typeof affix === "string" && has(text, affix);
        },
      }),
  };
}

/** `STARTS_WITH`: the value's text begins with the operand's, character by character. */
export const startsWith: Operator<"scalar", "STARTS_WITH"> = affixOperator(
  "STARTS_WITH",
  "prefix",
  (text, affix) => text.startsWith(affix),
);

/** `NOT_STARTS_WITH`: everything that `STARTS_WITH` is not, an absent value included. */
export const notStartsWith: Operator<"scalar", "NOT_STARTS_WITH"> = complement(
  "NOT_STARTS_WITH",
  startsWith,
);

/** `ENDS_WITH`: the value's text ends with the operand's, character by character. */
export const endsWith: Operator<"scalar", "ENDS_WITH"> = affixOperator(
  "ENDS_WITH",
  "suffix",
  (text, affix) => text.endsWith(affix),
);

/** `NOT_ENDS_WITH`: everything that `ENDS_WITH` is not, an absent value included. */
export const notEndsWith: Operator<"scalar", "NOT_ENDS_WITH"> = complement(
  "NOT_ENDS_WITH",
  endsWith,
);
