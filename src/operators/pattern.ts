import { toText } from "../values/text.js";
import { compilePattern, endsInLoneEscape, matchesPattern } from "./like-pattern.js";
import { isReference, type ScalarOperand } from "./operand.js";
import { complement, type OperandProblem, type Operator } from "./operator.js";
import { scalarMatcher } from "./scalar.js";

function problems({ term }: ScalarOperand): readonly OperandProblem[] {
  if (isReference(term) || !endsInLoneEscape(String(term))) return [];
  const message = `found ${JSON.stringify(term)}, which ends in a lone backslash; expected a character after it, or two for a backslash`;
  return [{ code: "lone-escape", message }];
}

/** @param fold - what text and pattern are put through before they are compared */
function patternOperator(name: string, fold: (text: string) => string): Operator<"pattern"> {
  return {
    name,
    shape: "pattern",
    negated: false,
    problems,
    compile: (operand) =>
      scalarMatcher(operand, {
        literal: (literal) => {
          const matches = compilePattern(fold(String(literal)));
          return (value) => {
            const text = toText(value);
            return typeof text === "string" && matches(fold(text));
          };
        },
        read: (value, other) => {
          const text = toText(value);
          const pattern = toText(other);
          return (
            typeof text === "string" &&
            typeof pattern === "string" &&
            matchesPattern(fold(pattern), fold(text))
          );
        },
      }),
  };
}

/** `LIKE`: the value's text matches the whole SQL pattern, case and all. */
export const like: Operator<"pattern"> = patternOperator("LIKE", (text) => text);

/** `NOT_LIKE`: everything that `LIKE` is not, an absent value included. */
export const notLike: Operator<"pattern"> = complement("NOT_LIKE", like);

/**
 * `ILIKE`: as `LIKE`, with text and pattern in lower case. The name is PostgreSQL's; the DTO's list
 * does not have it.
 */
export const ilike: Operator<"pattern"> = patternOperator("ILIKE", (text) => text.toLowerCase());

/** `NOT_ILIKE`: everything that `ILIKE` is not, an absent value included. */
export const notIlike: Operator<"pattern"> = complement("NOT_ILIKE", ilike);
