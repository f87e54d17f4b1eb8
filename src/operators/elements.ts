import { elementOf, isList } from "../values/kinds.js";

/**
 * Tests a single value, against something held beside it: an operand read from the context, or the
 * context itself. It is false on what no domain converts: absent values, lists and objects.
 */
export type ElementTest<Beside> = (element: unknown, beside: Beside) => boolean;

/** Makes a test of single values one of values and lists: true when it is for one element. */
export function someElement<Beside>(test: ElementTest<Beside>): ElementTest<Beside> {
  return (value, beside) => {
    if (!isList(value)) return test(value, beside);
    for (let index = 0; index < value.length; index++) {
      if (test(elementOf(value, index), beside)) return true;
    }
    return false;
  };
}

/**
 * Makes a test of single values one of values and lists: true when it is for every element of a
 * list that has at least one.
 */
export function everyElement<Beside>(test: ElementTest<Beside>): ElementTest<Beside> {
  return (value, beside) => {
    if (!isList(value)) return test(value, beside);
    for (let index = 0; index < value.length; index++) {
      if (!test(elementOf(value, index), beside)) return false;
    }
    return value.length > 0;
  };
}
