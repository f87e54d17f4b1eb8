import { compilePattern, simplifyPattern } from "../../operators/like-pattern.js";
import { isReference } from "../../operators/operand.js";
import { type Bind, NO_TESTS, type WriteTests } from "./tests.js";

/** Calls a method of strings with the operand's text. */
export function calling(method: "includes" | "startsWith" | "endsWith"): WriteTests<"scalar"> {
  return ({ term }, _type, value, bind) =>
    isReference(term) ? NO_TESTS : { string: `${value}.${method}(${bind(String(term))})` };
}

/** `LIKE`. */
export const pattern: WriteTests<"pattern"> = ({ term }, _type, value, bind) =>
  isReference(term) ? NO_TESTS : { string: patternTest(String(term), value, bind) };

/** `ILIKE`. */
export const patternInLowerCase: WriteTests<"pattern"> = ({ term }, _type, value, bind) =>
  isReference(term)
    ? NO_TESTS
    : { string: patternTest(String(term).toLowerCase(), `${value}.toLowerCase()`, bind) };

/** An expression that tests an expression's text as `compilePattern` does. */
function patternTest(like: string, text: string, bind: Bind): string {
  const simple = simplifyPattern(like);
  if (simple === undefined) return `${bind(compilePattern(like))}(${text})`;
  const { literal, opensFree, closesFree } = simple;
  const expected = bind(literal);
  if (!opensFree && !closesFree) return `${text} === ${expected}`;
  if (!opensFree) return `${text}.startsWith(${expected})`;
  if (!closesFree) return `${text}.endsWith(${expected})`;
  return `${text}.includes(${expected})`;
}
