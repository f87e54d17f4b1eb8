import { isList } from "../values/kinds.js";
import { toText } from "../values/text.js";
import type { ElementTest, TestMaker } from "./elements.js";
import type { ScalarOperand } from "./operand.js";
import type { Matcher } from "./operator.js";
import { scalarMatcher } from "./scalar.js";

/** Tests the text that a value reads as. */
export type TextTest = (text: string) => boolean;

/** The two forms of a comparison of texts: with a literal's, and with that of what a reference reads. */
export interface TextComparison {
  readonly literal: (operand: string) => TextTest;
  readonly read: (text: string, operand: string) => boolean;
}

/** The matcher of an operator that looks into a text: a list matches by one of its elements. */
export function textMatcher(operand: ScalarOperand, { literal, read }: TextComparison): Matcher {
  return scalarMatcher(operand, {
    literalOrList: (term) => testOfText(literal(String(term))),
    read: testOfTexts(read),
  });
}

/** A test of values by their texts; false for a value that has none. */
export function testOfText(test: TextTest): TestMaker {
  return (lists) => (value, beside) => {
    if (typeof value === "string") return test(value);
    if (isList(value)) return lists(value, beside);
    const text = toText(value);
    return typeof text === "string" && test(text);
  };
}

/** The same for a value and what it is compared with. */
export function testOfTexts(test: TextComparison["read"]): ElementTest<unknown> {
  return (value, other) => {
    const text = toText(value);
    const operand = toText(other);
    return typeof text === "string" && typeof operand === "string" && test(text, operand);
  };
}
