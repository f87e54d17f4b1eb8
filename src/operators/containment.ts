import { fieldReader } from "../values/field.js";
import { isAbsent, isList } from "../values/kinds.js";
import type { Scalar } from "../values/scalar.js";
import { toText } from "../values/text.js";
import { NEVER, someElement } from "./elements.js";
import { areEqual, equalTo } from "./equality.js";
import { escapePattern } from "./like-pattern.js";
import { isReference, type Reference } from "./operand.js";
import { complement, type Matcher, noAccess, type Operator } from "./operator.js";

function containsLiteral(literal: Scalar): Matcher {
  const part = String(literal);
  const hasElement = someElement(equalTo(literal, "inferred")(NEVER));
  return (value, context) => {
    if (typeof value === "string") return value.includes(part);
    if (isList(value)) return hasElement(value, context);
    const text = toText(value);
    return typeof text === "string" && text.includes(part);
  };
}

function containsReference({ field }: Reference): Matcher {
  const readPart = fieldReader(field);
  const hasElement = someElement<unknown>((element, other) => areEqual(element, other, "inferred"));
  return (value, context) => {
    const other = readPart(context);
    if (isAbsent(other) || isList(other)) return false;
    if (isList(value)) return hasElement(value, other);
    const text = toText(value);
    const part = toText(other);
    return typeof text === "string" && typeof part === "string" && text.includes(part);
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
