import type { Scalar } from "../integration.js";
import { toText } from "../values/text.js";
import type { Access } from "./access.js";
import {
  compilePattern,
  endsInLoneEscape,
  matchesPattern,
  simplifyPattern,
} from "./like-pattern.js";
import { isReference, type ScalarOperand } from "./operand.js";
import { complement, noAccess, type Operator, type Problem } from "./operator.js";
import { scalarMatcher } from "./scalar.js";

function literalProblem(literal: Scalar): Problem | undefined {
  if (!endsInLoneEscape(String(literal))) return undefined;
  const message = `found ${JSON.stringify(literal)}, which ends in a lone backslash; expected a character after it, or two for a backslash`;
  return { code: "lone-escape", message };
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

/** @param fold - what text and pattern are put through before they are compared */
function patternOperator(
  name: string,
  fold: (text: string) => string,
  access: Operator<"pattern">["access"],
): Operator<"pattern"> {
  return {
    name,
    shape: "pattern",
    negated: false,
    literalProblem,
    access,
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
export const like: Operator<"pattern"> = patternOperator(
  "LIKE",
  (text) => text,
  caseSensitiveAccess,
);

/** `NOT_LIKE`: everything that `LIKE` is not, an absent value included. */
export const notLike: Operator<"pattern"> = complement("NOT_LIKE", like);

/**
 * `ILIKE`: as `LIKE`, with text and pattern in lower case. The name is PostgreSQL's; the DTO's list
 * does not have it.
 */
export const ilike: Operator<"pattern"> = patternOperator(
  "ILIKE",
  (text) => text.toLowerCase(),
  noAccess,
);

/** `NOT_ILIKE`: everything that `ILIKE` is not, an absent value included. */
export const notIlike: Operator<"pattern"> = complement("NOT_ILIKE", ilike);
