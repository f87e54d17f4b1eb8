import { isList } from "../values/kinds.js";
import type { Scalar } from "../values/scalar.js";
import { toText } from "../values/text.js";
import type { Access } from "./access.js";
import {
  compilePattern,
  endsInLoneEscape,
  matchesPattern,
  type PatternTest,
  simplifyPattern,
} from "./like-pattern.js";
import { isReference, type ScalarOperand } from "./operand.js";
import { complement, noAccess, type Operator, type Problem } from "./operator.js";
import { scalarMatcher } from "./scalar.js";

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

/** What text and pattern are put through before they are compared. */
interface Fold {
  (text: string): string;
  /** Whether the case of letters is lost. */
  readonly folds: boolean;
  /** A test of text as it comes, from one of text that has been put through. */
  readonly after: (matches: PatternTest) => PatternTest;
}

function patternOperator<N extends string>(
  name: N,
  fold: Fold,
  access: Operator<"pattern">["access"],
): Operator<"pattern", N> {
  return {
    name,
    shape: "pattern",
    negated: false,
    literalProblem,
    access,
    textPattern: ({ term }) =>
      isReference(term) ? undefined : { pattern: fold(String(term)), folds: fold.folds },
    compile: (operand) =>
      scalarMatcher(operand, {
        literalOrList: (literal) => {
          const matches = fold.after(compilePattern(fold(String(literal))));
          return (lists) => (value, beside) => {
            if (typeof value === "string") return matches(value);
            if (isList(value)) return lists(value, beside);
            const text = toText(value);
            return typeof text === "string" && matches(text);
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

const asItIs: Fold = Object.assign((text: string) => text, {
  folds: false,
  after: (matches: PatternTest) => matches,
});

const toLowerCase: Fold = Object.assign((text: string) => text.toLowerCase(), {
  folds: true,
  after:
    (matches: PatternTest): PatternTest =>
    (text) =>
      matches(text.toLowerCase()),
});

/** `LIKE`: the value's text matches the whole SQL pattern, case and all. */
export const like: Operator<"pattern", "LIKE"> = patternOperator(
  "LIKE",
  asItIs,
  caseSensitiveAccess,
);

/** `NOT_LIKE`: everything that `LIKE` is not, an absent value included. */
export const notLike: Operator<"pattern", "NOT_LIKE"> = complement("NOT_LIKE", like);

/**
 * `ILIKE`: as `LIKE`, with text and pattern in lower case. The name is PostgreSQL's; the DTO's list
 * does not have it.
 */
export const ilike: Operator<"pattern", "ILIKE"> = patternOperator("ILIKE", toLowerCase, noAccess);

/** `NOT_ILIKE`: everything that `ILIKE` is not, an absent value included. */
export const notIlike: Operator<"pattern", "NOT_ILIKE"> = complement("NOT_ILIKE", ilike);
