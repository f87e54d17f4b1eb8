import type { Scalar } from "../values/scalar.js";
import type { Access } from "./access.js";
import {
  compilePattern,
  endsInLoneEscape,
  matchesPattern,
  simplifyPattern,
} from "./like-pattern.js";
import { isReference, type ScalarOperand } from "./operand.js";
import { complement, noAccess, type Operator, type Problem } from "./operator.js";
import { textMatcher } from "./text-comparison.js";

function literalProblem(literal: Scalar): Problem | undefined {
  if (!endsInLoneEscape(String(literal))) return undefined;
  return {
    code: "lone-escape",
    found: `${JSON.stringify(literal)}, which ends in a lone backslash`,
    expected: "a character after it, or two for a backslash",
  };
}

/** Text in the case that it came in says where a text begins or ends that matches. */
function caseSensitiveAccess({ term }: ScalarOperand): Access | undefined {
  const simple = isReference(term) ? undefined : simplifyPattern(String(term));
  if (simple === undefined) return undefined;
  const { literal: text, opensFree, closesFree } = simple;
  if (!opensFree && !closesFree) return { kind: "values", type: "text", values: [text] };
  if (text === "" || (opensFree && closesFree)) return undefined;
  return { kind: opensFree ? "suffix" : "prefix", text };
}

function asItIs(text: string): string {
  return text;
}

function toLowerCase(text: string): string {
  return text.toLowerCase();
}

/** @param folds - whether text and pattern are put in lower case before they are compared */
function patternOperator<N extends string>(
  name: N,
  folds: boolean,
  access: Operator<"pattern">["access"],
): Operator<"pattern", N> {
  const fold = folds ? toLowerCase : asItIs;
  return {
    name,
    shape: "pattern",
    negated: false,
    literalProblem,
    access,
    textPattern: ({ term }) =>
      isReference(term) ? undefined : { pattern: fold(String(term)), folds },
    compile: (operand) =>
      textMatcher(operand, {
        literal: (pattern) => {
          const matches = compilePattern(fold(pattern));
          return folds ? (text) => matches(text.toLowerCase()) : matches;
        },
        read: (text, pattern) => matchesPattern(fold(pattern), fold(text)),
      }),
  };
}

/** `LIKE`: the value's text matches the whole SQL pattern, case and all. */
export const like: Operator<"pattern", "LIKE"> = patternOperator(
  "LIKE",
  false,
  caseSensitiveAccess,
);

/** `NOT_LIKE`: everything that `LIKE` is not, an absent value included. */
export const notLike: Operator<"pattern", "NOT_LIKE"> = complement("NOT_LIKE", like);

/**
 * `ILIKE`: as `LIKE`, with text and pattern in lower case. The name is PostgreSQL's; the DTO's list
 * does not have it.
 */
export const ilike: Operator<"pattern", "ILIKE"> = patternOperator("ILIKE", true, noAccess);

/** `NOT_ILIKE`: everything that `ILIKE` is not, an absent value included. */
export const notIlike: Operator<"pattern", "NOT_ILIKE"> = complement("NOT_ILIKE", ilike);
