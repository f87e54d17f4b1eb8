import { fieldReader } from "../values/field.js";
import { isAbsent, isList } from "../values/kinds.js";
import type { Scalar } from "../values/scalar.js";
import { NEVER, someElement } from "./elements.js";
import { areEqual, equalTo } from "./equality.js";
import { escapePattern } from "./like-pattern.js";
import { isReference, type Reference } from "./operand.js";
import { complement, type Matcher, noAccess, type Operator } from "./operator.js";
import { testOfText, testOfTexts } from "./text-comparison.js";

function containsLiteral(literal: Scalar): Matcher {
  const part = String(literal);
  const hasElement = someElement(equalTo(literal, "inferred")(NEVER));
  return testOfText((text) => text.includes(part))(hasElement);
}

function containsReference({ field }: Reference): Matcher {
  const readPart = fieldReader(field);
  const hasElement = someElement<unknown>((element, other) => areEqual(element, other, "inferred"));
  const hasPart = testOfTexts((text, part) => text.includes(part));
  return (value, context) => {
    const other = readPart(context);
    if (isAbsent(other) || isList(other)) return false;
    return isList(value) ? hasElement(value, other) : hasPart(value, other);
  };
}

/**
 * `CONTAINS`: the operand's text stands somewhere in the value's. A list contains what one of its
 * elements equals, never what is a part of one: a tag `pro` is not found in `nonprofit`.
 */
export const contains: Operator<"scalar", "CONTAINS"> = {
  name: "CONTAINS",
  shape: "scalar",
  negated: false,
  access: noAccess,
  textPattern: ({ term }) =>
    isReference(term) ? undefined : { pattern: `%${escapePattern(String(term))}%`, folds: false },
  compile: ({ term }) => (isReference(term) ? containsReference(term) : containsLiteral(term)),
};

/** `NOT_CONTAINS`: everything that `CONTAINS` is not, an absent value included. */
export const notContains: Operator<"scalar", "NOT_CONTAINS"> = complement("NOT_CONTAINS", contains);
